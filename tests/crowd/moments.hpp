#pragma once

#include <cmath>
#include <numeric>
#include <span>

namespace gateflow::crowds {

inline double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

inline double variance_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

/// Is a share of so many independent trials within 4 standard errors of what it should be?
inline bool near_share(std::size_t hits, std::size_t trials, double share) {
  const auto n = static_cast<double>(trials);
  return std::abs(static_cast<double>(hits) / n - share) <= 4 * std::sqrt(share * (1 - share) / n);
}

}  // namespace gateflow::crowds
