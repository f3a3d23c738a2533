#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/analysis/held_lines.hpp"
#include "sim/kernel/table.hpp"

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

  void called(StandingLineId line, PlaceInLine place) {
    lines_[line].last_called = std::max(lines_[line].last_called, place.number);
  }
  void granted(StandingLineId line) { ++lines_[line].granted; }

  /// Somebody who joined later was called before them, or was given in to meanwhile.
  bool was_unfair(StandingLineId line, PlaceInLine place) const {
    const Line& now = lines_[line];
    return (place.number > 0 && now.last_called > place.number) || now.granted > place.granted;
  }

 private:
  struct Line {
    std::uint32_t joined = 0;
    std::uint32_t last_called = 0;  ///< the highest number that was
    std::uint32_t granted = 0;
  };
  Table<StandingLineId, Line> lines_;
};

}  // namespace gateflow
