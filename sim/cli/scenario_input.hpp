#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// The scenario in that file, or that variant in it, with these values laid over; where it has
/// faults, none, and all of them are told on stderr. `names` takes those of the file's variants.
std::optional<Scenario> scenario_from(const std::string& file,
                                      const std::vector<std::string>& overrides,
                                      const std::string& variant = {},
                                      std::vector<std::string>* names = nullptr);

}  // namespace gateflow
