#include "sim/cli/chart_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

constexpr Signs unicode_signs{
    {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}, "•", "┊", "┤", "└", "─", "┬"};
constexpr Signs ascii_signs{
    {" ", " ", " ", ".", ".", ":", ":", "#", "#"}, "o", "!", "|", "+", "-", "+"};

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

const Signs& signs_of(const Look& look) {
  return look.unicode ? unicode_signs : ascii_signs;
}

std::string ChartRows::text(const Look& look) const {
  const Signs& signs = signs_of(look);
  const double top = round_top(std::max(highest_of(area), highest_of(points)));
  std::string out;
  for (unsigned row = rows; row-- > 0;) {
    const double value = top * (row + 1) / rows;
    const bool labelled = row + 1 == rows || (rows % 2 == 0 && row + 1 == rows / 2);
    out += fmt::format("{:>{}} {}", labelled ? grouped(static_cast<std::uint64_t>(value)) : "",
                       gutter - 2, signs.side);
    for (std::size_t column = 0; column < area.size(); ++column) {
      const double eighths = std::floor(area[column] / top * rows * 8) - 8.0 * row;
      const auto level = static_cast<std::size_t>(std::clamp(eighths, 0.0, 8.0));
      const bool pointed = !points.empty() && points[column] > 0 &&
                           std::ceil(points[column] / top * rows) == row + 1.0;
      if (pointed) {
        out += signs.point;
      } else if (level == 0 && column == marked) {
        out += signs.start;
      } else {
        out += signs.filled[level];
      }
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

}  // namespace gateflow
