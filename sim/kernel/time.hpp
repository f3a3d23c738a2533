#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace gateflow {

/// Simulated time: a whole number of microseconds, both for spans and for instants.
/// An instant counts from midnight before the evening; evenings may run past 24 h.
using Time = std::chrono::duration<std::int64_t, std::micro>;

using namespace std::chrono_literals;

/// Later than everything that can happen.
inline constexpr Time never{std::numeric_limits<std::int64_t>::max()};

/// The latest instant and the longest span: forty days, more than any evening, and three digits of
/// hours. Event keys hold far more.
inline constexpr Time horizon = std::chrono::hours{40 * 24};

/// Seconds as a whole number of microseconds, rounded half up. Requires 0 <= s; what is longer than
/// the horizon is cut to it, so that sums of a few spans cannot overflow.
constexpr Time from_seconds(double s) {
  constexpr double longest = 40.0 * 24.0 * 3600.0;
  return Time{static_cast<std::int64_t>((s < longest ? s : longest) * 1e6 + 0.5)};
}

constexpr double in_seconds(Time t) {
  return static_cast<double>(t.count()) * 1e-6;
}
constexpr double in_minutes(Time t) {
  return in_seconds(t) / 60.0;
}

}  // namespace gateflow
