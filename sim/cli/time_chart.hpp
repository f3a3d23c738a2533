#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/minute_curves.hpp"
#include "sim/cli/look.hpp"

namespace gateflow {

/// The stretch of time a chart shows, column by column.
class TimeAxis {
 public:
  /// As many columns as fit into the width, each of a whole number of the curves' intervals or,
  /// for short evenings, each interval of a whole number of columns.
  TimeAxis(const Curves& curves, unsigned width);

  std::size_t columns() const { return columns_; }
  /// The column that an instant falls into; none: it is not on the axis.
  std::optional<std::size_t> column_of(Time at) const;

  /// People a minute, on average over each column.
  std::vector<double> rates(const std::vector<std::uint32_t>& series) const;
  /// The highest value within each column.
  std::vector<double> peaks(const std::vector<std::uint32_t>& series) const;

  /// Ticks and times of day below a chart.
  std::string text(const Look& look, std::string_view indent) const;

 private:
  std::size_t first_interval(std::size_t column) const;
  std::size_t end_interval(std::size_t column) const;
  Time tick_step() const;

  Time from_, step_;
  std::size_t intervals_;
  std::size_t intervals_per_column_ = 1, columns_per_interval_ = 1;
  std::size_t columns_;
};

/// A chart in text: an area, and points over it where a second series is given.
struct TimeChart {
  std::string title;
  std::vector<double> area;
  std::vector<double> points = {};
  std::optional<Time> start = {};  ///< marked by a vertical line
  unsigned rows = 6;

  std::string text(const Look& look, const TimeAxis& axis) const;
};

}  // namespace gateflow
