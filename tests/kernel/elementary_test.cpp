#include "sim/kernel/elementary.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "tests/kernel/ulp.hpp"

namespace gateflow::tests {
namespace {

constexpr int arguments = 300'000;
constexpr double infinity = std::numeric_limits<double>::infinity();

// Even between low and high; the engine's numbers are the same everywhere.
class Evenly {
 public:
  Evenly(double low, double high) : low_(low), width_(high - low) {}
  double operator()() {
    return low_ + width_ * std::ldexp(static_cast<double>(bits_() >> 11), -53);
  }

 private:
  double low_, width_;
  std::mt19937_64 bits_{2024};
};

template <class Found, class Exact, class Argument>
double most_ulps_off(Found found, Exact exact, Argument argument) {
  double most = 0.0;
  for (int i = 0; i < arguments; ++i) {
    const double x = argument();
    most = std::max(most, ulps_off(found(x), exact(static_cast<long double>(x))));
  }
  return most;
}

const auto our_log = [](double x) { return elementary::log(x); };
const auto our_exp = [](double x) { return elementary::exp(x); };
const auto our_log1p = [](double x) { return elementary::log1p(x); };
const auto our_expm1 = [](double x) { return elementary::expm1(x); };
const auto true_log = [](long double x) { return std::log(x); };
const auto true_exp = [](long double x) { return std::exp(x); };
const auto true_log1p = [](long double x) { return std::log1p(x); };
const auto true_expm1 = [](long double x) { return std::expm1(x); };

TEST_CASE("log is within 0.9 ulp, from the least normal double to the greatest") {
  Evenly power(-1022.0, 1023.9), middle(0.5, 2.0), closeness(-50.0, -2.0);
  CHECK(most_ulps_off(our_log, true_log, [&] { return std::exp2(power()); }) < 0.9);
  CHECK(most_ulps_off(our_log, true_log, middle) < 0.9);
  CHECK(most_ulps_off(our_log, true_log, [&] { return 1.0 + std::exp2(closeness()); }) < 0.9);
  CHECK(most_ulps_off(our_log, true_log, [&] { return 1.0 - std::exp2(closeness()); }) < 0.9);
  CHECK(elementary::log(1.0) == 0.0);
}

TEST_CASE("exp is within 0.8 ulp wherever its result is a double") {
  CHECK(most_ulps_off(our_exp, true_exp, Evenly(-745.1, 709.78)) < 0.8);
  CHECK(most_ulps_off(our_exp, true_exp, Evenly(-1.0, 1.0)) < 0.8);
  CHECK(elementary::exp(0.0) == 1.0);
}

TEST_CASE("exp of what is too large is infinite, of what is too small 0, of no number none") {
  CHECK(elementary::exp(709.79) == infinity);
  CHECK(elementary::exp(infinity) == infinity);
  CHECK(elementary::exp(-745.14) == 0.0);
  CHECK(elementary::exp(-infinity) == 0.0);
  CHECK(std::isnan(elementary::exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("log1p is within 1.5 ulp, however small its argument") {
  Evenly power(-1000.0, 1000.0), small(-1000.0, -1.0);
  CHECK(most_ulps_off(our_log1p, true_log1p, Evenly(-0.999999, 0.0)) < 1.5);
  CHECK(most_ulps_off(our_log1p, true_log1p, [&] { return std::exp2(power()); }) < 1.5);
  CHECK(most_ulps_off(our_log1p, true_log1p, [&] { return -std::exp2(small()); }) < 1.5);
}

TEST_CASE("expm1 is within 1.7 ulp, however small its argument") {
  Evenly small(-1000.0, 0.0);
  CHECK(most_ulps_off(our_expm1, true_expm1, Evenly(-750.0, 709.0)) < 1.7);
  CHECK(most_ulps_off(our_expm1, true_expm1, Evenly(-3.0, 3.0)) < 1.7);
  CHECK(most_ulps_off(our_expm1, true_expm1, [&] { return std::exp2(small()); }) < 1.7);
  CHECK(most_ulps_off(our_expm1, true_expm1, [&] { return -std::exp2(small()); }) < 1.7);
}

TEST_CASE("the error of pow grows with the logarithm of its result") {
  Evenly log_base(-50.0, 50.0), exponent(-5.0, 5.0);
  double most = 0.0;
  for (int i = 0; i < arguments; ++i) {
    const double x = std::exp(log_base()), y = exponent();
    const long double exact = std::pow(static_cast<long double>(x), static_cast<long double>(y));
    const long double error = (static_cast<long double>(elementary::pow(x, y)) - exact) / exact;
    most =
        std::max(most, std::fabs(static_cast<double>(error)) / (2.0 + std::fabs(y * std::log(x))));
  }
  CHECK(most < 1.3 * 0x1p-53);
  CHECK(elementary::pow(7.0, 0.0) == 1.0);
  CHECK(elementary::pow(1.0, 7.0) == 1.0);
}

}  // namespace
}  // namespace gateflow::tests
