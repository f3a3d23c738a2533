#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/io/scenario_file.hpp"

namespace gateflow {

/// A scenario without faults, seven lines long: what a test adds begins on line 8.
inline constexpr std::string_view small =
    "[evening]\n"
    "start = 20:00:00\n"
    "[crowd]\n"
    "people = 10\n"
    "arrivals = { profile = \"concert\" }\n"
    "[station.scan]\n"
    "service_s = 3\n";

using Told = std::vector<std::string>;

/// Each fault as "line:column message; hint", with the file before it if it is another.
Told faults_in(std::string_view toml);

/// Faults of the small scenario with these lines after it.
Told faults_with(std::string_view more);

/// Faults where the small scenario's line `number` reads as given.
Told faults_with_line(std::size_t number, std::string_view line);

/// Requires a text without faults.
Scenario scenario_in(std::string_view toml);
Scenario scenario_with(std::string_view more);
Scenario scenario_with_line(std::size_t number, std::string_view line);

}  // namespace gateflow
