#include "sim/crowd/curve.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

namespace {

std::vector<double> instants(const std::vector<Knot>& knots, std::vector<double> counts) {
  const CumulativeCurve curve(knots);
  CumulativeCurve::Walk(curve).to_instants(counts);
  return counts;
}

}  // namespace

TEST_CASE("a constant rate is a straight line") {
  const std::vector<Knot> knots{{10s, 2}, {20s, 2}};
  CHECK(CumulativeCurve(knots).total() == 20);
  CHECK(instants(knots, {0, 5, 10, 20}) == std::vector<double>{10, 12.5, 15, 20});
}

TEST_CASE("a rising rate is a parabola, and so is a falling one") {
  CHECK_THAT(instants({{0s, 0}, {10s, 2}}, {0, 2.5, 6.4, 10}),
             Catch::Matchers::Approx(std::vector<double>{0, 5, 8, 10}).epsilon(1e-14));
  CHECK_THAT(instants({{0s, 2}, {10s, 0}}, {0, 3.6, 7.5, 10}),
             Catch::Matchers::Approx(std::vector<double>{0, 2, 5, 10}).epsilon(1e-14));
}

TEST_CASE("two knots of one instant make a jump, met exactly") {
  const std::vector<Knot> knots{{0s, 1}, {10s, 1}, {10s, 4}, {20s, 4}};
  CHECK(CumulativeCurve(knots).total() == 50);
  CHECK(instants(knots, {9, 10, 14, 50}) == std::vector<double>{9, 10, 11, 20});
}

TEST_CASE("where nobody comes, no instant lies") {
  const std::vector<Knot> knots{{0s, 1}, {10s, 1}, {10s, 0}, {60s, 0}, {60s, 1}, {70s, 1}};
  CHECK(CumulativeCurve(knots).total() == 20);
  CHECK(instants(knots, {9.5, 10, 10.5, 20}) == std::vector<double>{9.5, 60, 60.5, 70});
}

TEST_CASE("a walk goes on where it stopped") {
  const std::vector<Knot> knots{{0s, 1}, {10s, 1}, {10s, 4}, {20s, 4}};
  const CumulativeCurve curve(knots);
  CumulativeCurve::Walk walk(curve);
  std::vector<double> early{1, 2}, later{2, 11, 18};
  walk.to_instants(early);
  walk.to_instants(later);
  CHECK(early == std::vector<double>{1, 2});
  CHECK(later == std::vector<double>{2, 10.25, 12});
}

TEST_CASE("counts that rounding took beyond the total come at the end") {
  CHECK(instants({{0s, 0}, {10s, 2}}, {10.000001}) == std::vector<double>{10});
  CHECK(instants({{0s, 2}, {10s, 0}}, {10.000001}) == std::vector<double>{10});
}
