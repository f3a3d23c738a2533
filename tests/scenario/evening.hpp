#pragma once

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// An evening without faults: two gates, a scan at each, a desk for both, one class, ten people at
/// seven, one case with a rule.
Scenario plain_evening();

/// "where: what" of each fault.
std::vector<std::string> told(const Scenario& scenario);

}  // namespace gateflow
