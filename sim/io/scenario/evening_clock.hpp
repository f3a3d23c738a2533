#pragma once

#include <optional>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// Turns times of day into instants of one evening, which may run past midnight: a time more than
/// six hours before the doors (twelve before the start, where no doors are named) is the next
/// day's. An evening that opens before six in the morning belongs to the day before.
class EveningClock {
 public:
  EveningClock(std::optional<Time> doors, Time start) {
    const Time anchor = doors.value_or(start);
    earliest_ = anchor - (doors ? 6h : 12h);
    if (anchor < 6h) earliest_ += 24h;
    if (earliest_ < 0h) earliest_ = 0h;
  }

  Time instant(Time of_day) const { return of_day < earliest_ ? of_day + 24h : of_day; }

 private:
  Time earliest_{};
};

}  // namespace gateflow
