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
  std::vector<std::string> variants{};  ///< names of those in the file
};

/// Values laid over a scenario's own, in this order: "case.dead-phone.rule = \"hold\"".
using Overrides = std::vector<std::string>;

/// Reads a scenario file and the CSV files it names, relative to its folder; with a variant, that
/// one of the file's, under the overrides.
ReadScenario read_scenario(const std::filesystem::path& file, const Overrides& overrides = {},
                           const std::string& variant = {});

/// Reads a scenario from text; `name` stands for the file in faults, `folder` is where CSV files
/// are looked for.
ReadScenario parse_scenario(std::string_view text, const std::string& name,
                            const std::filesystem::path& folder, const Overrides& overrides = {},
                            const std::string& variant = {});

}  // namespace gateflow
