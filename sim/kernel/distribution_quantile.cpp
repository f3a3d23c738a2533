#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "sim/kernel/avx2.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/elementary.hpp"
#include "sim/kernel/special.hpp"

// A loop over a formula is vectorised only if the formula becomes part of it.
#define GATEFLOW_IN_LOOP __attribute__((always_inline))

namespace gateflow {

namespace {

using elementary::exp;
using elementary::expm1;
using elementary::log;
using elementary::log1p;

// ---- Functions of an exponential quantity of mean 1, their constants worked out once ----

auto from_exponential(const Exponential& of) {
  return [mean = of.mean](double e) GATEFLOW_IN_LOOP { return mean * e; };
}

auto from_exponential(const Weibull& of) {
  const double root = 1.0 / of.shape;
  const double scale = of.mean / exp(log_gamma(1.0 + root));
  return [root, scale](double e) GATEFLOW_IN_LOOP { return scale * elementary::pow(e, root); };
}

auto from_exponential(const Lomax& of) {
  const double root = 1.0 / of.shape;
  const double scale = of.mean * (of.shape - 1.0);
  return [root, scale](double e) GATEFLOW_IN_LOOP { return scale * expm1(root * e); };
}

auto from_exponential(const Geometric& of) {
  // With a mean of 1 the first try succeeds: no tries to wait for.
  const double tries = of.mean > 1.0 ? -1.0 / log1p(-1.0 / of.mean) : 0.0;
  return [tries](double e) GATEFLOW_IN_LOOP { return std::max(1.0, std::ceil(tries * e)); };
}

template <class Kind>
concept FromExponential = requires(const Kind& kind) {
  from_exponential(kind);
};

constexpr auto unit_exponential = [](double u) GATEFLOW_IN_LOOP { return -log1p(-u); };

template <FromExponential Kind>
auto inverse_cdf(const Kind& of) {
  return [value = from_exponential(of)](double u) { return value(unit_exponential(u)); };
}

// ---- A function of a standard normal quantity ----

auto from_normal(const Lognormal& of) {
  const double log_variance = log1p(of.cv * of.cv);
  const double log_median = log(of.mean) - 0.5 * log_variance;
  return [log_median, log_sd = std::sqrt(log_variance)](double z)
             GATEFLOW_IN_LOOP { return exp(log_median + log_sd * z); };
}

auto inverse_cdf(const Lognormal& of) {
  return [value = from_normal(of)](double u) { return value(normal_quantile(u)); };
}

// ---- Inverse CDFs of the others ----

auto inverse_cdf(const Constant& of) {
  return [value = of.value](double) GATEFLOW_IN_LOOP { return value; };
}

auto inverse_cdf(const Uniform& of) {
  return [low = of.low, width = of.high - of.low](double u)
             GATEFLOW_IN_LOOP { return low + u * width; };
}

auto inverse_cdf(const Triangular& of) {
  const double width = of.high - of.low;
  const double rise = of.mode - of.low;
  const double fall = of.high - of.mode;
  return [of, width, rise, fall](double u) GATEFLOW_IN_LOOP {
    const bool rising = u * width <= rise;
    const double way = std::sqrt(rising ? u * (width * rise) : (1.0 - u) * (width * fall));
    return rising ? of.low + way : of.high - way;
  };
}

auto inverse_cdf(const Gamma& of) {
  const double square = of.cv * of.cv;
  return [shape = GammaShape(1.0 / square), scale = of.mean * square](double u) {
    return scale * shape.quantile(u);
  };
}

// Newton's method on the logarithm of P(X > x). That is convex (the hazard falls), so from the left
// the steps approach the solution without passing it: a step back is rounding. The hazard is
// greatest at 0, which gives the start.
double hyperexponential_quantile(const Hyperexponential& of, double u) {
  const double first = of.share_first, second = 1.0 - first;
  const double rate_first = 1.0 / of.mean_first, rate_second = 1.0 / of.mean_second;
  const double target = log1p(-u);
  double x = -target / (first * rate_first + second * rate_second);
  for (;;) {
    const double above_first = first * exp(-x * rate_first);
    const double above_second = second * exp(-x * rate_second);
    const double above = above_first + above_second;
    const double log_above =
        u < 0.5 ? log1p(first * expm1(-x * rate_first) + second * expm1(-x * rate_second))
                : log(above);
    const double density = above_first * rate_first + above_second * rate_second;
    const double step = (log_above - target) * above / density;
    if (step > 0.0) x += step;
    if (!(step > 1e-8 * x)) return x;
  }
}

auto inverse_cdf(const Hyperexponential& of) {
  return [of](double u) { return hyperexponential_quantile(of, u); };
}

auto inverse_cdf(const Discrete& of) {
  std::vector<std::pair<double, double>> ascending;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    ascending.emplace_back(of.values[i], of.weights[i]);
  std::ranges::sort(ascending);

  std::vector<double> values, weight_so_far;
  double total = 0.0;
  for (const auto& [value, weight] : ascending) {
    values.push_back(value);
    weight_so_far.push_back(total += weight);
  }
  return [values, weight_so_far, total](double u) {
    const auto reached = std::ranges::lower_bound(weight_so_far, u * total);
    return values[static_cast<std::size_t>(reached - weight_so_far.begin())];
  };
}

auto inverse_cdf(const Empirical& of) {
  return [&sorted = of.sorted](double u) {
    const double rank = std::ceil(u * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(rank) - 1];
  };
}

// ---- Columns ----

#ifdef GATEFLOW_AVX2
template <class Formula>
GATEFLOW_AVX2 void replace_each_by_avx2(std::span<double> column, const Formula formula) {
  for (double& each : column) each = formula(each);
}
#endif

template <class Formula>
void replace_each(std::span<double> column, const Formula formula) {
#ifdef GATEFLOW_AVX2
  if (has_avx2()) return replace_each_by_avx2(column, formula);
#endif
  for (double& each : column) each = formula(each);
}

// Two short loops over what stays in the cache: a processor overlaps more rounds of a short loop.
template <class First, class Second>
void replace_by_blocks(std::span<double> column, const First first, const Second second) {
  while (!column.empty()) {
    const auto block = column.first(std::min<std::size_t>(1024, column.size()));
    first(block);
    replace_each(block, second);
    column = column.subspan(block.size());
  }
}

template <class Kind>
void replace_column(const Kind& of, std::span<double> column) {
  replace_each(column, inverse_cdf(of));
}

template <FromExponential Kind>
void replace_column(const Kind& of, std::span<double> column) {
  const auto first = [](std::span<double> block) { replace_each(block, unit_exponential); };
  replace_by_blocks(column, first, from_exponential(of));
}

void replace_column(const Lognormal& of, std::span<double> column) {
  replace_by_blocks(column, normal_quantiles, from_normal(of));
}

}  // namespace

double quantile(const Distribution& distribution, double u) {
  return std::visit([u](const auto& kind) { return inverse_cdf(kind)(u); }, distribution);
}

void quantiles(const Distribution& distribution, std::span<double> u_to_x) {
  std::visit([u_to_x](const auto& kind) { replace_column(kind, u_to_x); }, distribution);
}

}  // namespace gateflow
