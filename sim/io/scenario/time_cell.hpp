#pragma once

#include <optional>
#include <string_view>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// What a cell of a table says about time: a time of day, or an interval of them. Where it has a
/// date, the number of days from 1970-01-01.
struct TimeCell {
  Time from{};
  std::optional<Time> to;
  std::optional<std::int64_t> day;
  bool operator==(const TimeCell&) const = default;
};

/// Understands "0600 - 0700", "6:00-7:00", "06:00", "18:30:05.25", "6:30 pm", "7",
/// "2019-05-11 06:00" and "2019-05-11T06:00"; the end of an interval may be 24:00.
std::optional<TimeCell> read_time_cell(std::string_view cell);

}  // namespace gateflow
