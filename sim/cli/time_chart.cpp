#include "sim/cli/time_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/chart_rows.hpp"
#include "sim/cli/words.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
TimeAxis::TimeAxis(const Curves& curves, unsigned width)
    : from_(curves.from), step_(curves.step), intervals_(std::max<std::size_t>(1, curves.size())) {
  const std::size_t room = width - gutter;
  intervals_per_column_ = (intervals_ + room - 1) / room;
  if (intervals_per_column_ == 1) columns_per_interval_ = room / intervals_;
  columns_ = (intervals_ + intervals_per_column_ - 1) / intervals_per_column_;
  columns_ *= columns_per_interval_;
}

std::size_t TimeAxis::first_interval(std::size_t column) const {
  return column / columns_per_interval_ * intervals_per_column_;
}

std::size_t TimeAxis::end_interval(std::size_t column) const {
  return std::min(intervals_, first_interval(column) + intervals_per_column_);
}

std::optional<std::size_t> TimeAxis::column_of(Time at) const {
  if (at < from_) return {};
  const Time past = at - from_;
  const auto column =
      static_cast<std::size_t>(past * static_cast<std::int64_t>(columns_per_interval_) /
                               (step_ * static_cast<std::int64_t>(intervals_per_column_)));
  return column < columns_ ? std::optional(column) : std::nullopt;
}

std::vector<double> TimeAxis::rates(const std::vector<std::uint32_t>& series) const {
  std::vector<double> rates(columns_);
  for (std::size_t column = 0; column < columns_; ++column) {
    double people = 0;
    for (std::size_t i = first_interval(column); i < end_interval(column); ++i) people += series[i];
    const auto intervals = static_cast<double>(end_interval(column) - first_interval(column));
    rates[column] = people / (intervals * in_minutes(step_));
  }
  return rates;
}

std::vector<double> TimeAxis::peaks(const std::vector<std::uint32_t>& series) const {
  std::vector<double> peaks(columns_);
  for (std::size_t column = 0; column < columns_; ++column)
    for (std::size_t i = first_interval(column); i < end_interval(column); ++i)
      peaks[column] = std::max<double>(peaks[column], series[i]);
  return peaks;
}

/// The least round step whose labels do not touch each other.
Time TimeAxis::tick_step() const {
  constexpr std::size_t label_room = 10;
  const double per_column = in_minutes(step_) * static_cast<double>(intervals_per_column_) /
                            static_cast<double>(columns_per_interval_);
  for (const int minutes : {1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440, 2880})
    if (minutes >= per_column * label_room) return std::chrono::minutes{minutes};
  return std::chrono::minutes{4320};
}

std::string TimeAxis::text(const Look& look, std::string_view indent) const {
  const Signs& signs = signs_of(look);
  const Time tick = tick_step();
  std::vector<bool> ticks(columns_, false);
  std::string labels;
  for (Time at = (from_ + tick - Time{1}) / tick * tick; column_of(at); at += tick) {
    const std::size_t column = *column_of(at);
    ticks[column] = true;
    const std::string label = clock(at);
    const std::size_t centre = column > 2 ? column - 2 : 0;
    if (labels.size() > centre) continue;
    labels.append(centre - labels.size(), ' ');
    labels += label;
  }
  std::string line;
  for (const bool there : ticks) line += there ? signs.tick : signs.floor;
  const std::string blanks(gutter - 1, ' ');
  return fmt::format("{0}{1}{2}{3}\n{0}{1} {4}\n", indent, blanks, signs.corner, line, labels);
}

std::string TimeChart::text(const Look& look, const TimeAxis& axis) const {
  const auto marked = start ? axis.column_of(*start) : std::nullopt;
  const ChartRows chart{.area = area, .points = points, .marked = marked, .rows = rows};
  return look.bold(title) + '\n' + chart.text(look) + axis.text(look, "");
}

}  // namespace gateflow
