#include "sim/kernel/distribution.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <limits>
#include <variant>

#include "sim/kernel/draws.hpp"
#include "tests/kernel/kinds.hpp"

namespace gateflow::tests {
namespace {

double relative_error(double found, double exact) {
  return std::fabs(found / exact - 1.0);
}

bool steps(const Distribution& distribution) {
  return std::holds_alternative<Constant>(distribution) ||
         std::holds_alternative<Geometric>(distribution) ||
         std::holds_alternative<Discrete>(distribution) ||
         std::holds_alternative<Empirical>(distribution);
}

std::vector<double> draws(std::size_t number) {
  std::vector<double> column(number);
  Stream({11, 0}, 4).fill(0, column);
  return column;
}

TEST_CASE("quantiles worked out by hand") {
  CHECK(quantile(Constant{4.5}, 0.3) == 4.5);
  CHECK(quantile(Exponential{6.0}, 0.5) == Approx(6.0 * std::log(2.0)).epsilon(1e-15));
  CHECK(quantile(Uniform{2.0, 10.0}, 0.25) == 4.0);
  CHECK(quantile(Triangular{0.0, 2.0, 8.0}, 0.25) == 2.0);
  CHECK(quantile(Triangular{0.0, 2.0, 8.0}, 0.0625) == 1.0);
  CHECK(quantile(Triangular{0.0, 2.0, 8.0}, 1.0 - 9.0 / 48.0) == 5.0);
  CHECK(quantile(Weibull{1.0, 1.0}, 0.5) == Approx(std::log(2.0)).epsilon(1e-14));
  CHECK(quantile(Lomax{1.0, 2.0}, 0.75) == Approx(1.0).epsilon(1e-15));
  CHECK(quantile(Lognormal{5.0, 2.0}, 0.5) == Approx(std::sqrt(5.0)).epsilon(1e-15));
}

TEST_CASE("quantiles agree with 20 exact digits") {
  // From mpmath 1.3 with 40 digits.
  CHECK(relative_error(quantile(Lognormal{6.0, 0.6}, 0.1), 2.5278776532149121807) < 2e-15);
  CHECK(relative_error(quantile(Lognormal{6.0, 0.6}, 0.5), 5.1449575542752651718) < 2e-15);
  CHECK(relative_error(quantile(Lognormal{6.0, 0.6}, 0.99), 18.690349597922577186) < 2e-15);
  CHECK(relative_error(quantile(Weibull{6.0, 1.5}, 0.1), 1.4826476130895214679) < 2e-15);
  CHECK(relative_error(quantile(Weibull{6.0, 1.5}, 0.5), 5.2055863922442267019) < 2e-15);
  CHECK(relative_error(quantile(Weibull{6.0, 1.5}, 0.99), 18.397118566906586832) < 2e-15);
  CHECK(relative_error(quantile(Lomax{6.0, 2.5}, 0.1), 0.38740393359569413936) < 2e-15);
  CHECK(relative_error(quantile(Lomax{6.0, 2.5}, 0.5), 2.8755711969560483344) < 2e-15);
  CHECK(relative_error(quantile(Lomax{6.0, 2.5}, 0.99), 47.786161003217372275) < 2e-15);
  const Hyperexponential mixed{0.75, 4.0, 100.0};
  CHECK(relative_error(quantile(mixed, 0.1), 0.56376382446036883291) < 2e-15);
  CHECK(relative_error(quantile(mixed, 0.5), 4.2320416279226185006) < 2e-15);
  CHECK(relative_error(quantile(mixed, 0.99), 321.8875824868199861) < 2e-15);
}

// Relative error of the way there and back, beyond what the last digit of x itself amounts to.
double error_there_and_back(const Distribution& distribution, double u) {
  const double x = quantile(distribution, u);
  const double last_digit =
      cdf(distribution, std::nextafter(x, HUGE_VAL)) - cdf(distribution, std::nextafter(x, 0.0));
  return (std::fabs(cdf(distribution, x) - u) - last_digit) / u;
}

TEST_CASE("where the cdf rises without steps, the quantile is its inverse") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    if (steps(distribution)) continue;
    double most = 0.0;
    for (const double draw : draws(3'000))
      for (const double u : {draw, draw * 1e-4, draw * 1e-9, 1.0 - draw * 1e-4})
        most = std::max(most, error_there_and_back(distribution, u));
    CAPTURE(name);
    CHECK(most < 1e-13);
  }
}

TEST_CASE("where the cdf rises in steps, the quantile is the first value that reaches u") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    if (!steps(distribution)) continue;
    std::size_t strange = 0;
    for (const double u : draws(3'000)) {
      const double x = quantile(distribution, u);
      const double just_below = std::nextafter(x, 0.0);
      strange += !(cdf(distribution, x) >= u && cdf(distribution, just_below) < u);
    }
    CAPTURE(name);
    CHECK(strange == 0);
  }
}

TEST_CASE("a larger u never gives a smaller quantile") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    std::size_t falls = 0;
    double last = 0.0;
    const int steps_up = 20'000;
    for (int i = 1; i < steps_up; ++i) {
      const double x = quantile(distribution, static_cast<double>(i) / steps_up);
      falls += x < last;
      last = x;
    }
    CAPTURE(name);
    CHECK(falls == 0);
  }
}

TEST_CASE(
    "the smallest and the largest draw give finite quantiles, the smallest of all and the "
    "largest") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    CAPTURE(name);
    const double least = quantile(distribution, 0x1p-53);
    const double most = quantile(distribution, 1.0 - 0x1p-53);
    CHECK(least >= 0.0);
    CHECK(least <= quantile(distribution, 0.001));
    CHECK(most >= quantile(distribution, 0.999));
    CHECK(std::isfinite(most));
  }
}

TEST_CASE("many draws have the mean and the variance that are told") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    auto x = draws(many_draws(distribution));
    quantiles(distribution, x);
    const double n = static_cast<double>(x.size());
    double sum = 0.0, square = 0.0, fourth = 0.0;
    for (const double value : x) sum += value;
    const double mean_of_draws = sum / n;
    for (const double value : x) {
      const double off = (value - mean_of_draws) * (value - mean_of_draws);
      square += off;
      fourth += off * off;
    }
    const double variance_of_draws = square / n;
    const double error_of_mean = std::sqrt(variance_of_draws / n);
    const double error_of_variance =
        std::sqrt(std::max(0.0, fourth / n - variance_of_draws * variance_of_draws) / n);
    CAPTURE(name);
    CHECK(std::fabs(mean_of_draws - mean(distribution)) <= 4.0 * error_of_mean + 1e-9);
    CHECK(std::fabs(variance_of_draws - variance(distribution)) <= 4.0 * error_of_variance + 1e-9);
  }
}

TEST_CASE("means and variances worked out by hand") {
  CHECK(mean(Uniform{2.0, 8.0}) == 5.0);
  CHECK(variance(Uniform{2.0, 8.0}) == 3.0);
  CHECK(mean(Triangular{0.0, 3.0, 6.0}) == 3.0);
  CHECK(variance(Triangular{0.0, 3.0, 6.0}) == 1.5);
  CHECK(variance(Lognormal{6.0, 0.5}) == 9.0);
  CHECK(variance(Gamma{6.0, 0.5}) == 9.0);
  CHECK(variance(Weibull{6.0, 1.0}) == Approx(36.0).epsilon(1e-14));
  CHECK(variance(Weibull{6.0, 1.5}) == Approx(16.595945503427460894).epsilon(1e-14));
  CHECK(mean(Hyperexponential{0.75, 4.0, 100.0}) == 28.0);
  CHECK(variance(Hyperexponential{0.5, 6.0, 6.0}) == 36.0);
  CHECK(variance(Hyperexponential{0.5, 2.0, 4.0}) == 11.0);
  CHECK(variance(Lomax{6.0, 3.0}) == 108.0);
  CHECK(variance(Lomax{6.0, 2.0}) == std::numeric_limits<double>::infinity());
  CHECK(variance(Geometric{4.0}) == 12.0);
  CHECK(mean(Discrete{{1.0, 5.0}, {3.0, 1.0}}) == 2.0);
  CHECK(variance(Discrete{{1.0, 5.0}, {3.0, 1.0}}) == 3.0);
  CHECK(mean(Empirical{{1.0, 2.0, 6.0}}) == 3.0);
  CHECK(variance(Empirical{{1.0, 3.0}}) == 1.0);
}

TEST_CASE("a column holds the single quantiles to the last bit") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    const auto u = draws(many_draws(distribution));
    auto x = u;
    quantiles(distribution, x);
    // A single draw of these sorts all values first.
    const std::size_t stride = std::holds_alternative<Discrete>(distribution) ? 50 : 1;
    std::size_t different = 0;
    for (std::size_t i = 0; i < u.size(); i += stride)
      different += x[i] != quantile(distribution, u[i]);
    CAPTURE(name);
    CHECK(different == 0);
  }
}

TEST_CASE("the length of a column and the place in it change no quantile") {
  const auto u = draws(2'100);
  const std::array<std::size_t, 12> sizes{0, 1, 2, 3, 5, 8, 13, 255, 257, 1023, 1025, 2100};
  for (const auto& [name, distribution] : some_of_each_kind()) {
    std::size_t different = 0;
    for (const std::size_t size : sizes) {
      std::vector<double> x(u.begin(), u.begin() + static_cast<std::ptrdiff_t>(size));
      quantiles(distribution, x);
      for (std::size_t i = 0; i < size; ++i) different += x[i] != quantile(distribution, u[i]);
    }
    CAPTURE(name);
    CHECK(different == 0);
  }
}

TEST_CASE("nothing lies below 0 and everything lies below infinity") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    CAPTURE(name);
    CHECK(cdf(distribution, -1.0) == 0.0);
    CHECK(cdf(distribution, std::numeric_limits<double>::infinity()) == 1.0);
    CHECK(cdf(distribution, 1e12) == 1.0);
  }
}

TEST_CASE("ends that fall together make a constant") {
  CHECK(quantile(Uniform{3.0, 3.0}, 0.7) == 3.0);
  CHECK(cdf(Uniform{3.0, 3.0}, 3.0) == 1.0);
  CHECK(quantile(Triangular{3.0, 3.0, 3.0}, 0.7) == 3.0);
  CHECK(cdf(Triangular{3.0, 3.0, 3.0}, 3.0) == 1.0);
  CHECK(quantile(Geometric{1.0}, 0.999) == 1.0);
}

}  // namespace
}  // namespace gateflow::tests
