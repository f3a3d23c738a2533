#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

struct BreakEvenAsked {
  Time window = 30min;
  /// What it costs one person to be sent aside; none: what the help desk takes on average for the
  /// kinds of case that say it, with the way.
  std::optional<Time> aside_cost;
  Luck luck;
  std::uint32_t evenings = 10;
  unsigned threads = 1;
};

/// How long a lane should be held for a case of unknown length before its person is sent aside, at
/// one station and in one stretch of time.
struct BreakEven {
  StationId station;
  Time from{}, to{};
  Time aside_cost{};  ///< that was reckoned with
  Time limit{};       ///< 0: send aside at once; never: holding until it is solved is best
  Time limit_low{}, limit_high{};  ///< 95 % of resampled evenings lie between them
  double first_second_s = 0;       ///< what the first second of a hold costs all others, in seconds
  bool operator==(const BreakEven&) const = default;
};

struct BreakEvens {
  std::uint32_t finished = 0;  ///< evenings
  std::vector<BreakEven> rows;
};

/// The limit at which holding the lane and sending aside together cost least, from the handling
/// times of the cases that come up at that station (each weighed by its share) and the measured
/// cost of holds of several lengths in the middle of the stretch, averaged over the evenings. Holds
/// in between are reckoned along straight lines, and a longer hold as costing no less than a
/// shorter one. Left out are stations without cases, or whose cases say no time at the desk while
/// no cost is given, and stretches in which no lane was open.
BreakEvens break_evens_of(const Floor& floor, const BreakEvenAsked& asked,
                          const Advance& advance = {});

}  // namespace gateflow
