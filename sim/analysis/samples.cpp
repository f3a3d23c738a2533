#include "sim/analysis/samples.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace gateflow {
namespace {

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double deviation_of(std::span<const double> values, double mean) {
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

Estimate estimate(std::span<const double> values, double confidence) {
  if (values.empty()) return {};
  Estimate result;
  result.n = values.size();
  result.mean = mean_of(values);
  if (values.size() < 2) return result;
  const auto n = static_cast<double>(values.size());
  const double t = boost::math::quantile(boost::math::students_t(n - 1), (1 + confidence) / 2);
  result.deviation = deviation_of(values, result.mean);
  result.half_width = t * result.deviation / std::sqrt(n);
  return result;
}

}  // namespace gateflow
