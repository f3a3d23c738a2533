#pragma once

#include <string>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Every hold-up and every cause of these evenings for programs, as docs/json.md tells.
std::string hold_ups_json(const Origin& origin, const Scenario& scenario,
                          const std::vector<HoldUps>& evenings);

/// A row a hold-up, as docs/ledger.md tells.
void write_hold_ups(const Scenario& scenario, const std::vector<HoldUps>& evenings,
                    WholeFile& file);

}  // namespace gateflow
