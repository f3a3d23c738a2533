#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/io/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// A scenario without faults, or all its faults in the order of their places.
struct ReadScenario {
  std::optional<Scenario> scenario;
  std::vector<Diagnostic> faults;
};

/// Reads a scenario file and the CSV files it names, relative to its folder.
ReadScenario read_scenario(const std::filesystem::path& file);

/// Reads a scenario from text; `name` stands for the file in faults, `folder` is where CSV files
/// are looked for.
ReadScenario parse_scenario(std::string_view text, const std::string& name,
                            const std::filesystem::path& folder);

}  // namespace gateflow
