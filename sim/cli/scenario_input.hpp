#pragma once

#include <optional>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// The scenario in that file; where it has faults, none, and all of them are told on stderr.
std::optional<Scenario> scenario_from(const std::string& file);

}  // namespace gateflow
