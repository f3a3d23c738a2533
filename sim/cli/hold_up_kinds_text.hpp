#pragma once

#include <string>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/cli/look.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What the cases of each kind cost over several evenings, with intervals.
std::string hold_up_kinds_text(const Scenario& scenario, const std::vector<HoldUps>& evenings,
                               const std::string& call, const Look& look);

}  // namespace gateflow
