#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "sim/kernel/distribution.hpp"
#include "tests/kernel/kinds.hpp"

namespace gateflow::tests {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::string said(const Distribution& distribution) {
  return fault(distribution).value_or("nothing is wrong");
}

TEST_CASE("distributions that can be drawn from have no fault") {
  for (const auto& [name, distribution] : some_of_each_kind()) {
    CAPTURE(name);
    CHECK(said(distribution) == "nothing is wrong");
  }
}

TEST_CASE("a distribution without parameters of its own can be drawn from") {
  CHECK_FALSE(fault(Distribution{}));
  CHECK_FALSE(fault(Triangular{}));
  CHECK_FALSE(fault(Lognormal{}));
  CHECK_FALSE(fault(Gamma{}));
  CHECK_FALSE(fault(Weibull{}));
  CHECK_FALSE(fault(Hyperexponential{}));
  CHECK_FALSE(fault(Lomax{}));
  CHECK_FALSE(fault(Geometric{}));
}

TEST_CASE("a fault says which parameter, what it must be and what was found") {
  CHECK(said(Constant{-1.0}) == "the value must be 0 or more, found -1");
  CHECK(said(Exponential{-3.0}) == "the mean must be above 0, found -3");
  CHECK(said(Exponential{0.0}) == "the mean must be above 0, found 0");
  CHECK(said(Uniform{5.0, 3.5}) == "the high end must be at least the low end (5), found 3.5");
  CHECK(said(Uniform{-2.0, 3.0}) == "the low end must be 0 or more, found -2");
  CHECK(said(Triangular{1.0, 0.5, 2.0}) == "the mode must be at least the low end (1), found 0.5");
  CHECK(said(Triangular{1.0, 3.0, 2.0}) == "the high end must be at least the mode (3), found 2");
  CHECK(said(Lognormal{6.0, 0.0}) == "the cv must be between 1e-06 and 1000, found 0");
  CHECK(said(Gamma{6.0, 0.001}) == "the cv must be between 0.01 and 10, found 0.001");
  CHECK(said(Weibull{6.0, 0.01}) == "the shape must be between 0.1 and 1000, found 0.01");
  CHECK(said(Hyperexponential{1.5, 1.0, 2.0}) ==
        "the share of the first must be between 0 and 1, found 1.5");
  CHECK(said(Hyperexponential{0.5, 1.0, 0.0}) == "the second mean must be above 0, found 0");
  CHECK(said(Lomax{6.0, 1.0}) == "the shape must be above 1, found 1");
  CHECK(said(Geometric{0.5}) == "the mean must be between 1 and 1e+15, found 0.5");
  CHECK(said(Discrete{}) == "there must be at least one value");
  CHECK(said(Discrete{{1.0, 2.0, 3.0}, {1.0}}) ==
        "there must be as many weights as values (3), found 1");
  CHECK(said(Discrete{{1.0, -2.0}, {1.0, 1.0}}) ==
        "the value number 2 must be 0 or more, found -2");
  CHECK(said(Discrete{{1.0, 2.0}, {1.0, -1.0}}) ==
        "the weight number 2 must be 0 or more, found -1");
  CHECK(said(Discrete{{1.0, 2.0}, {0.0, 0.0}}) ==
        "the sum of the weights must be above 0, found 0");
  CHECK(said(Empirical{}) == "there must be at least one value");
  CHECK(said(Empirical{{1.0, 3.0, 2.0}}) == "the values must ascend, found 2 after 3");
  CHECK(said(Empirical{{-1.0, 3.0}}) == "the value must be 0 or more, found -1");
}

TEST_CASE("what is no number, or too large for one, is a fault in every parameter") {
  for (const double bad : {no_number, infinity, -infinity, 1e16}) {
    CAPTURE(bad);
    CHECK(fault(Constant{bad}));
    CHECK(fault(Exponential{bad}));
    CHECK(fault(Uniform{bad, 1.0}));
    CHECK(fault(Uniform{0.0, bad}));
    CHECK(fault(Triangular{bad, 1.0, 2.0}));
    CHECK(fault(Triangular{0.0, bad, 2.0}));
    CHECK(fault(Triangular{0.0, 1.0, bad}));
    CHECK(fault(Lognormal{bad, 1.0}));
    CHECK(fault(Lognormal{1.0, bad}));
    CHECK(fault(Gamma{bad, 1.0}));
    CHECK(fault(Gamma{1.0, bad}));
    CHECK(fault(Weibull{bad, 1.0}));
    CHECK(fault(Weibull{1.0, bad}));
    CHECK(fault(Hyperexponential{bad, 1.0, 1.0}));
    CHECK(fault(Hyperexponential{0.5, bad, 1.0}));
    CHECK(fault(Hyperexponential{0.5, 1.0, bad}));
    CHECK(fault(Lomax{bad, 2.0}));
    CHECK(fault(Lomax{1.0, bad}));
    CHECK(fault(Geometric{bad}));
    CHECK(fault(Discrete{{bad}, {1.0}}));
    CHECK(fault(Discrete{{1.0}, {bad}}));
    CHECK(fault(Empirical{{bad}}));
  }
}

}  // namespace
}  // namespace gateflow::tests
