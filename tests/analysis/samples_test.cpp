#include "sim/analysis/samples.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace gateflow;

TEST_CASE("an interval is Student's") {
  // t for 4 degrees of freedom and 95 %: 2.776445; the deviation is sqrt(2.5).
  const Estimate estimate_of_five = estimate(std::vector{1.0, 2.0, 3.0, 4.0, 5.0});
  CHECK(estimate_of_five.n == 5);
  CHECK(estimate_of_five.mean == 3);
  CHECK(estimate_of_five.deviation == Approx(1.5811388));
  CHECK(*estimate_of_five.half_width == Approx(2.776445 * 1.5811388 / 2.2360680).epsilon(1e-6));
}

TEST_CASE("an interval of another confidence is wider or narrower") {
  const std::vector values{10.0, 14.0};
  // t for 1 degree of freedom: 6.313752 at 90 %, 63.656741 at 99 %; s = 2.8284271, n = 2.
  CHECK(*estimate(values, 0.90).half_width == Approx(6.313752 * 2).epsilon(1e-6));
  CHECK(*estimate(values, 0.99).half_width == Approx(63.656741 * 2).epsilon(1e-6));
}

TEST_CASE("one value has no interval, and none has no mean") {
  const Estimate one = estimate(std::vector{7.0});
  CHECK(one.n == 1);
  CHECK(one.mean == 7);
  CHECK_FALSE(one.half_width);
  CHECK(estimate({}) == Estimate{});
}

TEST_CASE("values that are all alike have an interval of no width") {
  CHECK(*estimate(std::vector{4.0, 4.0, 4.0}).half_width == 0);
}
