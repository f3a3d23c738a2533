#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/look.hpp"

/// What charts in text are made of.
namespace gateflow {

inline constexpr unsigned gutter = 8;  ///< for the numbers at the left, and their axis

struct Signs {
  std::array<std::string_view, 9> filled;  ///< by eighths
  std::string_view point, start, side, corner, floor, tick;
};
const Signs& signs_of(const Look& look);

/// The rows of a chart, without its title and what stands below: an area, points over it where a
/// second series is given, and a vertical line at the marked column.
struct ChartRows {
  const std::vector<double>& area;
  const std::vector<double>& points;
  std::optional<std::size_t> marked = {};
  unsigned rows = 6;

  std::string text(const Look& look) const;
};

}  // namespace gateflow
