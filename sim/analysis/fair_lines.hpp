#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/analysis/held_lines.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// What somebody notes who joins a line, to know at its end whether others were favoured.
struct PlaceInLine {
  std::uint32_t number = 0;   ///< counted in the line; 0: stands before its pen
  std::uint32_t granted = 0;  ///< had been given in to there
};

/// Follows in which lines others are favoured: called before those who came earlier to that line,
/// or given in to in its sight.
class FairLines {
 public:
  explicit FairLines(std::size_t lines) : lines_(lines) {}

  PlaceInLine join(StandingLineId line) { return {++lines_[line].joined, lines_[line].granted}; }
  PlaceInLine stand_before(StandingLineId line) const { return {0, lines_[line].granted}; }

  void called(StandingLineId id, PlaceInLine place, Time now) {
    Line& line = lines_[id];
    if (line.at != now) line.called_before = std::max(line.called_before, line.called_now);
    line.at = now;
    line.called_now = std::max(line.called_now, place.number);
  }
  void granted(StandingLineId line) { ++lines_[line].granted; }

  /// Somebody who joined later was called at an earlier instant, or was given in to meanwhile.
  bool was_unfair(StandingLineId id, PlaceInLine place, Time now) const {
    const Line& line = lines_[id];
    const std::uint32_t called =
        line.at == now ? line.called_before : std::max(line.called_before, line.called_now);
    return (place.number > 0 && called > place.number) || line.granted > place.granted;
  }

 private:
  struct Line {
    std::uint32_t joined = 0;
    std::uint32_t called_before = 0;  ///< the highest number before that instant,
    std::uint32_t called_now = 0;     ///< and at it
    Time at = never;                  ///< when somebody was called last
    std::uint32_t granted = 0;
  };
  Table<StandingLineId, Line> lines_;
};

}  // namespace gateflow
