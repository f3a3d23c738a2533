#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace gateflow {

/// What a sample of independent values says about their mean.
struct Estimate {
  std::size_t n = 0;
  double mean = 0;
  double deviation = 0;  ///< standard deviation of one value (divisor n - 1); 0 for n < 2
  /// Half the width of the confidence interval around the mean, by Student's t; none for n < 2.
  std::optional<double> half_width;

  bool operator==(const Estimate&) const = default;
};

/// Requires 0 < confidence < 1.
Estimate estimate(std::span<const double> values, double confidence = 0.95);

}  // namespace gateflow
