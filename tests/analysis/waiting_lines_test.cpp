#include "sim/analysis/waiting_lines.hpp"

#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;

namespace {

/// One station with two lanes in a zone of 10 m2 that has room for 0.25 people/m2.
Scenario crowded() {
  tiny::World world;
  world.add_station(2).zone = world.scenario.zones.push_back({"pen", 10});
  world.scenario.goals.density_per_m2 = 0.25;
  return world.scenario;
}

constexpr StationId station{0};
constexpr ZoneId pen{0};

}  // namespace

TEST_CASE("people who wait are counted in their line, station, zone and in all") {
  const Scenario scenario = crowded();
  const Floor floor(scenario);
  WaitingLines lines(floor);
  const PlaceId left = lines.line_of(station, LaneId{0});
  const PlaceId right = lines.line_of(station, LaneId{1});
  lines.stand(left, 1s);
  lines.stand(right, 2s);
  lines.stand(left, 3s);
  lines.go(right, 4s);
  lines.stand(lines.outside(station), 5s);

  CHECK(lines.at(left).peak() == Peak{2, 3s});
  CHECK(lines.at(right).peak() == Peak{1, 2s});
  CHECK(lines.at(lines.outside(station)).peak() == Peak{1, 5s});
  CHECK(lines.at(station).peak() == Peak{3, 3s});
  CHECK(lines.at(station).now() == 3);
  CHECK(lines.all().peak() == Peak{3, 3s});
  CHECK(lines.at(pen).people.peak() == Peak{3, 3s});
  CHECK(lines.at(pen).people.now() == 2);  // who is outside is not in it
}

TEST_CASE("the common line of a station is a line of its own") {
  const Scenario scenario = crowded();
  const Floor floor(scenario);
  WaitingLines lines(floor);
  const PlaceId common = lines.line_of(station, {});
  lines.stand(common, 1s);
  CHECK(lines.at(common).peak().people == 1);
  CHECK(lines.at(lines.line_of(station, LaneId{0})).peak().people == 0);
  CHECK(lines.at(station).peak().people == 1);
}

TEST_CASE("a zone is above its goal while there are more people than it has room for") {
  const Scenario scenario = crowded();
  const Floor floor(scenario);
  WaitingLines lines(floor);
  const PlaceId line = lines.line_of(station, LaneId{0});
  lines.stand(line, 1s);
  lines.stand(line, 2s);
  CHECK(lines.at(pen).first_above == never);  // 0.2 people/m2
  lines.stand(line, 3s);
  lines.stand(line, 4s);
  lines.go(line, 6s);
  lines.go(line, 8s);
  CHECK(lines.at(pen).first_above == 3s);
  CHECK(lines.at(pen).above == 5s);
  lines.stand(line, 10s);
  CHECK(lines.at(pen).first_above == 3s);
  CHECK(lines.at(pen).above_since == 10s);
}
