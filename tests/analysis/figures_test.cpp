#include "sim/analysis/figures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/analysis/evenings.hpp"

using namespace gateflow;

namespace {

/// One lane, two people who come together; the second waits as long as the first is served.
Summary evening(Time service) {
  tiny::World world;
  world.add_station(1);
  world.add_person(10h, {service});
  world.add_person(10h, {service});
  world.scenario.goals.p95_wait = 25s;
  return summary_of(world);
}

template <class AnyFigure>
const AnyFigure& find(const std::vector<AnyFigure>& figures, auto place) {
  const auto found = std::ranges::find_if(figures, place);
  REQUIRE(found != figures.end());
  return *found;
}

}  // namespace

TEST_CASE("figures say where they stand and in which unit") {
  const auto figures = figures_of(evening(20s));
  const Figure& wait = find(figures, [](const Figure& figure) {
    return figure.section == "stations" && figure.key == "wait_longest_s";
  });
  CHECK(wait.item == "station 0");
  CHECK(wait.unit == Unit::Seconds);
  CHECK(wait.value == 20.0);
  const Figure& last =
      find(figures, [](const Figure& figure) { return figure.key == "last_admission_at_s"; });
  CHECK(last.section == "evening");
  CHECK(last.unit == Unit::Clock);
  CHECK(last.value == 36'040.0);
}

TEST_CASE("what did not come about has no value") {
  tiny::World world;
  world.add_station(1);
  const auto figures = figures_of(summary_of(world));
  CHECK_FALSE(find(figures, [](const Figure& figure) {
                return figure.key == "last_admission_at_s";
              }).value);
}

TEST_CASE("several evenings have a mean and an interval for each figure") {
  const std::vector evenings{evening(10s), evening(20s), evening(30s)};
  const auto figures = figures_of(evenings);
  const ReplicatedFigure& wait = find(figures, [](const ReplicatedFigure& figure) {
    return figure.figure.section == "evening" && figure.figure.key == "wait_longest_s";
  });
  CHECK(wait.values == std::vector{10.0, 20.0, 30.0});
  CHECK(wait.estimate.mean == 20);
  // t for 2 degrees of freedom is 4.302653, the deviation 10.
  CHECK(*wait.estimate.half_width == Approx(4.302653 * 10 / 1.7320508).epsilon(1e-6));
}

TEST_CASE("the mean over evenings decides a goal") {
  const auto goals = goals_of({evening(10s), evening(20s), evening(30s)});
  REQUIRE(goals.size() == 1);
  CHECK(goals[0].met_in == 2);
  CHECK(goals[0].goal.found == 20);
  CHECK(goals[0].goal.met);
  CHECK_FALSE(goals_of({evening(20s), evening(40s)})[0].goal.met);
}
