#include "sim/io/scenario/csv_time.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/io/scenario/time_cell.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

double in_seconds(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Seconds:
      return 1;
    case TimeUnit::Minutes:
      return 60;
    case TimeUnit::Hours:
      return 3600;
  }
  return 1;
}

}  // namespace

CsvTime::CsvTime(const Said<TimeUnit>& unit, const Said<Time>& origin, const EveningClock& clock)
    : clock_(clock), unit_(unit.value), origin_(origin ? clock.instant(*origin) : Time{}) {}

std::optional<TimeSpan> CsvTime::read(CsvSelection& rows, std::size_t n, FaultList& faults) {
  const CsvCell& cell = rows.cell(n);
  const auto span = unit_ ? read_number(rows, n) : read_clock(cell, faults);
  if (!span) return std::nullopt;
  const Time latest = span->to.value_or(span->from);
  if (span->from >= Time{} && latest <= horizon) return span;
  faults.add(cell.at, fmt::format("{} is outside the forty days that an evening can span",
                                  in_quotes(cell.text)));
  return std::nullopt;
}

std::optional<TimeSpan> CsvTime::read_number(CsvSelection& rows, std::size_t n) const {
  const auto number = rows.number(n);
  if (!number) return std::nullopt;
  const double seconds = *number * in_seconds(*unit_);
  if (std::fabs(seconds) > gateflow::in_seconds(horizon)) return TimeSpan{horizon + 1us, {}};
  const Time offset = from_seconds(std::fabs(seconds));
  return TimeSpan{seconds < 0 ? origin_ - offset : origin_ + offset, std::nullopt};
}

std::optional<TimeSpan> CsvTime::read_clock(const CsvCell& cell, FaultList& faults) {
  const auto found = read_time_cell(cell.text);
  if (!found) {
    faults.add(cell.at, fmt::format("expected a time like 18:30, 0600 - 0700 or 2019-05-11 06:00, "
                                    "found {}",
                                    cell.text.empty() ? "an empty cell" : in_quotes(cell.text)));
    return std::nullopt;
  }
  Time from = clock_.instant(found->from);
  if (found->day) {
    if (!first_midnight_) {
      first_midnight_ = from - found->from;
      first_day_ = *found->day;
    }
    const std::int64_t days = *found->day - first_day_;
    if (std::abs(days) > horizon / 24h) return TimeSpan{horizon + 1us, {}};
    from = *first_midnight_ + days * std::chrono::hours{24} + found->from;
  }
  if (!found->to) return TimeSpan{from, std::nullopt};
  const Time length =
      *found->to > found->from ? *found->to - found->from : *found->to + 24h - found->from;
  return TimeSpan{from, from + length};
}

}  // namespace gateflow
