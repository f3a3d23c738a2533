#include "sim/kernel/special.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "sim/kernel/avx2.hpp"
#include "sim/kernel/elementary.hpp"

namespace gateflow {

namespace {

using elementary::exp;
using elementary::log;
using elementary::log1p;

constexpr double pi = 0x1.921fb54442d18p1;
constexpr double half_log_two_pi = 0x1.d67f1c864beb5p-1;
constexpr double negligible = 0x1p-56;  // of a sum, per term
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double least_normal = std::numeric_limits<double>::min();

// ---- Normal ----

// The fits were made for gateflow: minimax in the middle, least squares reweighted towards minimax
// in the tails (all coefficients positive, so that nothing cancels). Relative errors 2^-55, 2^-54.
constexpr double tails_begin = 0.0005;

// z / (2u - 1) in w - 3.125, w = -log(4u(1 - u)) (the variable of Giles 2010), in the middle.
constexpr std::array middle{
    0x1.2b57ec65a8009p+1,   0x1.5bc94440cc7eap-2,   -0x1.179b25740607dp-7,  -0x1.12994fbb83552p-10,
    0x1.14e8fc429eafdp-12,  -0x1.496276034d31ep-16, -0x1.032ee3b878f4fp-19, 0x1.4186bea1cb87fp-21,
    -0x1.6125a63ff894ap-25, -0x1.8faf5ca063056p-28, 0x1.98a5811f9bc24p-30,  -0x1.50c0ec21a24edp-34,
    -0x1.42dae984c23adp-36, 0x1.05c3780f9f23bp-38,  -0x1.027d23117c52dp-43, -0x1.fd6526ce03ef2p-45,
    0x1.50045f5258a98p-47,  -0x1.177d22c4504bbp-54, -0x1.a80ec25641823p-53, 0x1.9b1c80e8fbe7dp-56,
    0x1.ddb7316565159p-60,  -0x1.2a734092698fdp-61, -0x1.b003bfac8658ap-70, 0x1.68a1efbeb56d7p-68};

// |z| in r - 2.7, r = sqrt(-log(tail)), for tails down to 1e-323.
constexpr std::array tail_numerator{
    0x1.99dbec73311c8p+1,  0x1.63b01547fbed8p+2, 0x1.078b1aece1394p+2, 0x1.be9458c9ec394p+0,
    0x1.db7220226e733p-2,  0x1.3ef273fae5c92p-4, 0x1.fe691a54e79c8p-8, 0x1.b91b91f9e2e18p-12,
    0x1.5e5f4080f0846p-17, 0x1.6c2ee8a5524e2p-24};
constexpr std::array tail_denominator{
    0x1.0000000000000p+0,  0x1.3ff7092644de8p+0, 0x1.61a236489100fp-1,  0x1.c3f409e5ad524p-3,
    0x1.5e347441eccfep-5,  0x1.38f0ecf98095ep-8, 0x1.23ae0dfe6fb6ep-12, 0x1.e4a5abb041896p-18,
    0x1.0183c3356a774p-24, 0x1.f4cd01d004997p-51};

// coefficient[i] + coefficient[i + 2] square + coefficient[i + 4] square^2 + ...
template <const auto& coefficient, std::size_t i>
[[gnu::always_inline]] inline double every_second(double square) {
  if constexpr (i + 2 < coefficient.size())
    return coefficient[i] + square * every_second<coefficient, i + 2>(square);
  else
    return coefficient[i];
}

// Even and odd powers apart halve the chain of operations that wait for each other.
template <const auto& coefficient>
[[gnu::always_inline]] inline double polynomial(double x) {
  const double square = x * x;
  return every_second<coefficient, 0>(square) + x * every_second<coefficient, 1>(square);
}

double tail_of(double u) {
  return std::min(u, 1.0 - u);
}

[[gnu::always_inline]] inline double middle_variable(double u) {
  return -log(4.0 * u * (1.0 - u)) - 3.125;
}

[[gnu::always_inline]] inline double quantile_in_middle(double u, double variable) {
  return (2.0 * u - 1.0) * polynomial<middle>(variable);
}

double quantile_in_tail(double u) {
  const double r = std::sqrt(-log(tail_of(u))) - 2.7;
  const double size = polynomial<tail_numerator>(r) / polynomial<tail_denominator>(r);
  return std::copysign(size, u - 0.5);
}

// Short loops over what stays in the cache: a processor overlaps more rounds of a short loop. One
// draw in a thousand lies in the tails; it is computed for the middle like the others, then again.
[[gnu::always_inline]] inline void replace_each(std::span<double> u_to_z) {
  std::array<double, 256> u;
  while (!u_to_z.empty()) {
    const auto block = u_to_z.first(std::min(u.size(), u_to_z.size()));
    std::ranges::copy(block, u.begin());
    for (double& each : block) each = middle_variable(each);
    for (std::size_t i = 0; i < block.size(); ++i) block[i] = quantile_in_middle(u[i], block[i]);
    for (std::size_t i = 0; i < block.size(); ++i)
      if (tail_of(u[i]) < tails_begin) block[i] = quantile_in_tail(u[i]);
    u_to_z = u_to_z.subspan(block.size());
  }
}

#ifdef GATEFLOW_AVX2
GATEFLOW_AVX2 void replace_each_by_avx2(std::span<double> u_to_z) {
  replace_each(u_to_z);
}
#endif

// ---- Gamma ----

// log_gamma(x) less Stirling's formula: the asymptotic series from 8 on, the recurrence below.
double stirling_correction(double x) {
  double below_8 = 0.0;
  for (; x < 8.0; x += 1.0) below_8 += (x + 0.5) * log1p(1.0 / x) - 1.0;
  const double y = 1.0 / (x * x);
  const double series =
      1.0 / 12.0 -
      y * (1.0 / 360.0 -
           y * (1.0 / 1260.0 -
                y * (1.0 / 1680.0 -
                     y * (1.0 / 1188.0 -
                          y * (691.0 / 360360.0 - y * (1.0 / 156.0 - y * (3617.0 / 122400.0)))))));
  return below_8 + series / x;
}

// x - a - a log(x / a), without cancellation where x is close to a.
double deviance(double a, double x) {
  const double s = (x - a) / (x + a);
  if (std::fabs(s) > 0.1) return x - a - a * log(x / a);
  const double s2 = s * s;
  double sum = 0.0, power = 1.0;
  for (double n = 3.0; power > negligible; n += 2.0, power *= s2) sum += power / n;
  return (x - a) * s - 2.0 * a * s * s2 * sum;
}

// cdf / density of log x, for x < a + 1.
double lower_series(double a, double x) {
  double term = 1.0 / a, sum = term;
  for (double n = a + 1.0; term > sum * negligible; n += 1.0) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

// survival / density of log x, for x >= a + 1: a continued fraction, evaluated after Lentz.
double upper_fraction(double a, double x) {
  double b = x + 1.0 - a;
  double c = infinity, d = 1.0 / b, product = d;
  for (double n = 1.0, change = 0.0; std::fabs(change - 1.0) > 8.0 * negligible; n += 1.0) {
    const double numerator = n * (a - n);
    b += 2.0;
    d = 1.0 / (b + numerator * d);
    c = b + numerator / c;
    change = c * d;
    product *= change;
  }
  return product;
}

}  // namespace

double normal_quantile(double u) {
  if (tail_of(u) < tails_begin) return quantile_in_tail(u);
  return quantile_in_middle(u, middle_variable(u));
}

void normal_quantiles(std::span<double> u_to_z) {
#ifdef GATEFLOW_AVX2
  if (has_avx2()) return replace_each_by_avx2(u_to_z);
#endif
  replace_each(u_to_z);
}

double normal_cdf(double z) {
  const double tail = 0.5 * GammaShape(0.5).survival(0.5 * z * z);
  return z < 0.0 ? tail : 1.0 - tail;
}

double log_gamma(double x) {
  return (x - 0.5) * log(x) - x + half_log_two_pi + stirling_correction(x);
}

GammaShape::GammaShape(double shape)
    : shape_(shape),
      log_gamma_of_next_(log_gamma(shape + 1.0)),
      density_at_shape_(std::sqrt(shape / (2.0 * pi)) * exp(-stirling_correction(shape))) {}

// Both sides of x, the smaller of them exact to its last digits, and the density of log x,
// x^shape e^-x / gamma(shape), as Loader (2000) writes it so that the shape may be large.
struct GammaShape::Sides {
  double below;
  double above;
  double density;
};

GammaShape::Sides GammaShape::sides(double x) const {
  const double density = density_at_shape_ * exp(-deviance(shape_, x));
  if (x < shape_ + 1.0) {
    const double below = density * lower_series(shape_, x);
    return {below, 1.0 - below, density};
  }
  const double above = density * upper_fraction(shape_, x);
  return {1.0 - above, above, density};
}

double GammaShape::cdf(double x) const {
  if (x < least_normal) return 0.0;
  return x < infinity ? sides(x).below : 1.0;
}

double GammaShape::survival(double x) const {
  if (x < least_normal) return 1.0;
  return x < infinity ? sides(x).above : 0.0;
}

// The logarithm of the approximation of Wilson and Hilferty (1931), where it has one.
double GammaShape::first_guess(double u, double least_log_x) const {
  const double ninth = 1.0 / (9.0 * shape_);
  const double root = 1.0 - ninth + normal_quantile(u) * std::sqrt(ninth);
  return root > 0.0 ? std::max(least_log_x, log(shape_ * root * root * root)) : least_log_x;
}

double GammaShape::quantile(double u) const {
  // cdf(x) <= x^shape / gamma(shape + 1), and equal to the last digit for the smallest x.
  const double least_log_x = (log(u) + log_gamma_of_next_) / shape_;
  if (least_log_x < -40.0) return exp(least_log_x);

  // Halley's method on the logarithm of the smaller side as a function of log x, which is concave
  // and nearly straight; the bracket keeps it from where a side underflows.
  const bool lower = u < 0.5;
  const double wanted = lower ? u : 1.0 - u;
  const double log_wanted = log(wanted);
  const double close_enough = 1e-5 / (1.0 + std::sqrt(shape_));  // its cube is far below 1e-14
  double low = least_log_x;
  double high = log(shape_ + 10.0 * std::sqrt(shape_) + 50.0);  // survival below 2^-53
  double log_x = first_guess(u, least_log_x);
  for (;;) {
    const double x = exp(log_x);
    const auto [below, above, density] = sides(x);
    const double side = lower ? below : above;
    (lower == (side < wanted) ? low : high) = log_x;
    double next = 0.5 * (low + high);
    if (side >= least_normal) {
      const double slope = (lower ? density : -density) / side;
      const double newton = (log_wanted - log(side)) / slope;
      const double halley = newton / std::max(0.5, 1.0 + 0.5 * newton * (shape_ - x - slope));
      if (std::fabs(newton) < close_enough) return exp(log_x + halley);
      if (low < log_x + halley && log_x + halley < high) next = log_x + halley;
    }
    log_x = next;
  }
}

}  // namespace gateflow
