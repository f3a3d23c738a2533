#include "sim/cli/time_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/cli/words.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr unsigned gutter = 8;  ///< for the numbers at the left, and their axis

/// The signs a chart is made of.
struct Signs {
  std::array<std::string_view, 9> filled;  ///< by eighths
  std::string_view point, start, side, corner, floor, tick;
};
constexpr Signs unicode_signs{
    {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}, "•", "┊", "┤", "└", "─", "┬"};
constexpr Signs ascii_signs{
    {" ", " ", " ", ".", ".", ":", ":", "#", "#"}, "o", "!", "|", "+", "-", "+"};

const Signs& signs_of(const Look& look) {
  return look.unicode ? unicode_signs : ascii_signs;
}

/// The least round number that is not below; its half is round, too.
double round_top(double highest) {
  if (highest <= 2) return 2;
  double power = 1;
  while (power * 10 < highest) power *= 10;
  for (const double factor : {1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
    if (const double top = factor * power; highest <= top && std::fmod(top, 2) == 0) return top;
  return 10 * power;
}

double highest_of(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::ranges::max_element(values);
}

}  // namespace

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
  const Signs& signs = signs_of(look);
  const double top = round_top(std::max(highest_of(area), highest_of(points)));
  const auto start_column = start ? axis.column_of(*start) : std::nullopt;
  std::string out = look.bold(title) + '\n';
  for (unsigned row = rows; row-- > 0;) {
    const double value = top * (row + 1) / rows;
    const bool labelled = row + 1 == rows || (rows % 2 == 0 && row + 1 == rows / 2);
    out += fmt::format("{:>{}} {}", labelled ? grouped(static_cast<std::uint64_t>(value)) : "",
                       gutter - 2, signs.side);
    for (std::size_t column = 0; column < axis.columns(); ++column) {
      const double eighths = std::floor(area[column] / top * rows * 8) - 8.0 * row;
      const auto level = static_cast<std::size_t>(std::clamp(eighths, 0.0, 8.0));
      const bool pointed = !points.empty() && points[column] > 0 &&
                           std::ceil(points[column] / top * rows) == row + 1.0;
      if (pointed) {
        out += signs.point;
      } else if (level == 0 && column == start_column) {
        out += signs.start;
      } else {
        out += signs.filled[level];
      }
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out + axis.text(look, "");
}

}  // namespace gateflow
