#pragma once

#include <optional>

#include "sim/io/scenario/csv_selection.hpp"
#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/evening_clock.hpp"

namespace gateflow {

/// An instant of the evening, or an interval of it.
struct TimeSpan {
  Time from{};
  std::optional<Time> to;
};

/// Reads the column with the time of a selection of rows.
class CsvTime {
 public:
  CsvTime(const Said<TimeUnit>& unit, const Said<Time>& origin, const EveningClock& clock);

  /// The time in cell n of the current row, or none and a fault.
  std::optional<TimeSpan> read(CsvSelection& rows, std::size_t n, FaultList& faults);

 private:
  std::optional<TimeSpan> read_number(CsvSelection& rows, std::size_t n) const;
  std::optional<TimeSpan> read_clock(const CsvCell& cell, FaultList& faults);

  const EveningClock& clock_;
  std::optional<TimeUnit> unit_;
  Time origin_{};
  std::optional<Time> first_midnight_;  ///< of the first row's date, as an instant of the evening
  std::int64_t first_day_ = 0;
};

}  // namespace gateflow
