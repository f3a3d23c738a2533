#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// The scenario in that file, with these values laid over its own; where it has faults, none, and
/// all of them are told on stderr.
std::optional<Scenario> scenario_from(const std::string& file,
                                      const std::vector<std::string>& overrides);

}  // namespace gateflow
