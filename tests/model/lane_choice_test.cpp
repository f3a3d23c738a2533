#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using tiny::lanes_taken;
using Lane = std::vector<int>;

namespace {

tiny::World three_lanes(LaneChoice choice) {
  tiny::World world;
  world.add_station(3).choice = choice;
  return world;
}

}  // namespace

TEST_CASE("the shortest line counts those in service, and the lowest number breaks ties") {
  auto world = three_lanes(LaneChoice::Shortest);
  for (int k = 0; k < 6; ++k) world.add_person(0s, {10s});
  world.add_person(5s, {10s});
  CHECK(lanes_taken(world) == Lane{0, 1, 2, 0, 1, 2, 0});
}

TEST_CASE("among equally long lines the one with less work is picked") {
  auto world = three_lanes(LaneChoice::Shortest);
  world.scenario.stations[StationId{0}].ties = TieBreak::LeastWork;
  world.add_person(0s, {30s});
  world.add_person(0s, {12s});
  world.add_person(0s, {20s});
  world.add_person(5s, {1s});
  CHECK(lanes_taken(world) == Lane{0, 1, 2, 1});
}

TEST_CASE("least work may prefer the longer line") {
  auto world = three_lanes(LaneChoice::LeastWork);
  world.add_person(0s, {30s});
  world.add_person(0s, {2s});
  world.add_person(0s, {40s});
  world.add_person(1s, {3s});  // behind the 2 s in lane 1
  world.add_person(1s, {3s});  // lane 1 again: 1 s + 3 s before, against 29 s and 39 s
  CHECK(lanes_taken(world) == Lane{0, 1, 2, 1, 1});
}

TEST_CASE("the nearest lane is the one in front, whatever its line") {
  auto world = three_lanes(LaneChoice::Nearest);
  for (int k = 0; k < 3; ++k) world.add_person(0s, {10s});
  world.crowd.approach.push_back(Table<PersonId, float>{0.9f, 0.8f, 0.4f});
  CHECK(lanes_taken(world) == Lane{2, 2, 1});
}

TEST_CASE("the ticket says the lane, and the next open one if that is closed") {
  auto world = three_lanes(LaneChoice::ByTicket);
  world.scenario.stations[StationId{0}].staffing = {{0s, 2}};
  for (int k = 0; k < 3; ++k) world.add_person(1s, {10s});
  world.crowd.ticket = Table<PersonId, float>{0.0f, 0.5f, 0.99f};
  CHECK(lanes_taken(world) == Lane{0, 1, 1});
}

TEST_CASE("a random choice takes open lanes only, each by its share of the luck") {
  auto world = three_lanes(LaneChoice::Random);
  world.scenario.stations[StationId{0}].staffing = {{0s, 2}};
  for (int k = 0; k < 4; ++k) world.add_person(1s, {10s});
  world.crowd.approach.push_back(Table<PersonId, float>{0.0f, 0.49f, 0.51f, 0.99f});
  CHECK(lanes_taken(world) == Lane{0, 0, 1, 1});
}

TEST_CASE("a class with lanes of its own uses these and no others") {
  auto world = three_lanes(LaneChoice::Shortest);
  world.scenario.classes.push_back(world.general());
  world.scenario.stations[StationId{0}].lanes_for = Table<ClassId, LaneRange>{{0, 2}, {2, 1}};
  for (int k = 0; k < 5; ++k) world.add_person(0s, {10s});
  world.crowd.ticket_class[PersonId{3}] = 1;
  world.crowd.ticket_class[PersonId{4}] = 1;
  CHECK(lanes_taken(world) == Lane{0, 1, 0, 2, 2});
}

TEST_CASE("in one line for all, a lane kept for a class takes its first in the line") {
  tiny::World world;
  Station& station = world.add_station(2, QueueLayout::Serpentine);
  station.lanes_for = Table<ClassId, LaneRange>{{0, 1}, {0, 2}};
  world.scenario.classes.push_back(world.general());
  for (int k = 0; k < 4; ++k) world.add_person(0s, {10s});
  world.crowd.ticket_class[PersonId{3}] = 1;
  CHECK(lanes_taken(world) == Lane{0, 0, 0, 1});
  CHECK(tiny::waits(world) == std::vector<Time>{0s, 10s, 20s, 0s});
}

TEST_CASE("a group stands in one line") {
  auto world = three_lanes(LaneChoice::Shortest);
  for (int k = 0; k < 5; ++k) world.add_person(0s, {10s});
  world.crowd.group =
      Table<PersonId, PersonId>{PersonId{0}, PersonId{1}, PersonId{1}, PersonId{1}, PersonId{4}};
  CHECK(lanes_taken(world) == Lane{0, 1, 1, 1, 2});
}

TEST_CASE("straight on means the lane of the same number") {
  tiny::World world;
  world.add_station(2);
  world.add_station(2).choice = LaneChoice::SameLane;
  world.add_person(0s, {10s, 50s});
  world.add_person(0s, {10s, 1s});
  world.add_person(0s, {10s, 1s});
  CHECK(lanes_taken(world, StationId{1}) == Lane{0, 1, 0});
  CHECK(tiny::waits(world, StationId{1}) == std::vector<Time>{0s, 0s, 40s});
}
