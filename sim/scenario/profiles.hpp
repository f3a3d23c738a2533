#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/kernel/time.hpp"
#include "sim/scenario/audience.hpp"

namespace gateflow {

/// Usual shapes of arrival; where they come from is told in profiles.cpp.
enum class Profile : std::uint8_t { Concert, Football, Conference, Festival };

/// The corners of the shape around doors and start, none before midnight; the rate is in shares of
/// the people per second. Without doors they open as long before the start as is usual.
/// Requires doors < start where doors are given.
std::vector<Knot> knots_of(Profile profile, std::optional<Time> doors, Time start);

}  // namespace gateflow
