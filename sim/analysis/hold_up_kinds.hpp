#pragma once

#include <string>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/analysis/samples.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What the cases of one kind cost, over several evenings. Means a case are over the evenings that
/// had one, each evening's own mean one value.
struct HoldUpKind {
  std::string name;
  Estimate cases;          ///< an evening
  Estimate total_s;        ///< a case
  Estimate direct_s;       ///< a case
  Estimate delayed;        ///< people a case
  Estimate starts_missed;  ///< people a case
  Estimate charged_share;  ///< of all waiting of an evening
};

/// In the scenario's order, without kinds that never arose. Requires evenings of that scenario.
std::vector<HoldUpKind> hold_up_kinds(const Scenario& scenario,
                                      const std::vector<HoldUps>& evenings);

}  // namespace gateflow
