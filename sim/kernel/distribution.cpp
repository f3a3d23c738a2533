#include "sim/kernel/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "sim/kernel/elementary.hpp"
#include "sim/kernel/special.hpp"

namespace gateflow {

namespace {

using elementary::exp;
using elementary::expm1;
using elementary::log;
using elementary::log1p;

constexpr double infinity = std::numeric_limits<double>::infinity();

double square(double x) {
  return x * x;
}

// ---- Means ----

double mean_of(const Constant& of) {
  return of.value;
}
double mean_of(const Exponential& of) {
  return of.mean;
}
double mean_of(const Uniform& of) {
  return 0.5 * (of.low + of.high);
}
double mean_of(const Triangular& of) {
  return (of.low + of.mode + of.high) / 3.0;
}
double mean_of(const Lognormal& of) {
  return of.mean;
}
double mean_of(const Gamma& of) {
  return of.mean;
}
double mean_of(const Weibull& of) {
  return of.mean;
}
double mean_of(const Hyperexponential& of) {
  return of.share_first * of.mean_first + (1.0 - of.share_first) * of.mean_second;
}
double mean_of(const Lomax& of) {
  return of.mean;
}
double mean_of(const Geometric& of) {
  return of.mean;
}

double total_weight(const Discrete& of) {
  return std::accumulate(of.weights.begin(), of.weights.end(), 0.0);
}

double mean_of(const Discrete& of) {
  return std::inner_product(of.values.begin(), of.values.end(), of.weights.begin(), 0.0) /
         total_weight(of);
}

double mean_of(const Empirical& of) {
  return std::accumulate(of.sorted.begin(), of.sorted.end(), 0.0) /
         static_cast<double>(of.sorted.size());
}

// ---- Variances ----

double variance_of(const Constant&) {
  return 0.0;
}
double variance_of(const Exponential& of) {
  return square(of.mean);
}
double variance_of(const Uniform& of) {
  return square(of.high - of.low) / 12.0;
}
double variance_of(const Triangular& of) {
  const double rise = of.mode - of.low, fall = of.high - of.mode;
  return (square(rise) + rise * fall + square(fall)) / 18.0;
}
double variance_of(const Lognormal& of) {
  return square(of.mean * of.cv);
}
double variance_of(const Gamma& of) {
  return square(of.mean * of.cv);
}
double variance_of(const Weibull& of) {
  const double root = 1.0 / of.shape;
  return square(of.mean) * expm1(log_gamma(1.0 + 2.0 * root) - 2.0 * log_gamma(1.0 + root));
}
double variance_of(const Hyperexponential& of) {
  const double first = of.share_first, second = 1.0 - first;
  return first * square(of.mean_first) + second * square(of.mean_second) +
         first * second * square(of.mean_first - of.mean_second);
}
double variance_of(const Lomax& of) {
  return of.shape > 2.0 ? square(of.mean) * of.shape / (of.shape - 2.0) : infinity;
}
double variance_of(const Geometric& of) {
  return of.mean * (of.mean - 1.0);
}

double variance_of(const Discrete& of) {
  const double mean = mean_of(of);
  double sum = 0.0;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    sum += of.weights[i] * square(of.values[i] - mean);
  return sum / total_weight(of);
}

double variance_of(const Empirical& of) {
  const double mean = mean_of(of);
  double sum = 0.0;
  for (const double value : of.sorted) sum += square(value - mean);
  return sum / static_cast<double>(of.sorted.size());
}

// ---- Probabilities of at most x, for a finite x >= 0 ----

double cdf_of(const Constant& of, double x) {
  return x < of.value ? 0.0 : 1.0;
}
double cdf_of(const Exponential& of, double x) {
  return -expm1(-x / of.mean);
}
double cdf_of(const Uniform& of, double x) {
  if (x < of.low) return 0.0;
  return x < of.high ? (x - of.low) / (of.high - of.low) : 1.0;
}
double cdf_of(const Triangular& of, double x) {
  if (x < of.low) return 0.0;
  if (x >= of.high) return 1.0;
  const double width = of.high - of.low;
  if (x < of.mode) return square(x - of.low) / (width * (of.mode - of.low));
  return 1.0 - square(of.high - x) / (width * (of.high - of.mode));
}
double cdf_of(const Lognormal& of, double x) {
  if (x < std::numeric_limits<double>::min()) return 0.0;
  const double log_variance = log1p(square(of.cv));
  return normal_cdf((log(x) - log(of.mean) + 0.5 * log_variance) / std::sqrt(log_variance));
}
double cdf_of(const Gamma& of, double x) {
  const double shape = 1.0 / square(of.cv);
  return GammaShape(shape).cdf(x * shape / of.mean);
}
double cdf_of(const Weibull& of, double x) {
  const double scale = of.mean / exp(log_gamma(1.0 + 1.0 / of.shape));
  const double ratio = x / scale;
  if (ratio < std::numeric_limits<double>::min()) return 0.0;
  return -expm1(-elementary::pow(ratio, of.shape));
}
double cdf_of(const Hyperexponential& of, double x) {
  return -of.share_first * expm1(-x / of.mean_first) -
         (1.0 - of.share_first) * expm1(-x / of.mean_second);
}
double cdf_of(const Lomax& of, double x) {
  return -expm1(-of.shape * log1p(x / (of.mean * (of.shape - 1.0))));
}
double cdf_of(const Geometric& of, double x) {
  if (x < 1.0) return 0.0;
  return of.mean > 1.0 ? -expm1(std::floor(x) * log1p(-1.0 / of.mean)) : 1.0;
}
double cdf_of(const Discrete& of, double x) {
  double weight = 0.0;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (of.values[i] <= x) weight += of.weights[i];
  return weight / total_weight(of);
}
double cdf_of(const Empirical& of, double x) {
  const auto up_to_x = std::ranges::upper_bound(of.sorted, x) - of.sorted.begin();
  return static_cast<double>(up_to_x) / static_cast<double>(of.sorted.size());
}

}  // namespace

double mean(const Distribution& distribution) {
  return std::visit([](const auto& each) { return mean_of(each); }, distribution);
}

double variance(const Distribution& distribution) {
  return std::visit([](const auto& each) { return variance_of(each); }, distribution);
}

double cdf(const Distribution& distribution, double x) {
  if (x < 0.0) return 0.0;
  if (x == infinity) return 1.0;
  return std::visit([x](const auto& each) { return cdf_of(each, x); }, distribution);
}

}  // namespace gateflow
