#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;
using Lane = std::vector<int>;

TEST_CASE("before the doors people wait in one line and then take the lanes in turn") {
  tiny::World world;
  world.add_station(2).staffing = {{100s, 2}};
  for (int k = 0; k < 4; ++k) world.add_person(std::chrono::seconds{k}, {10s});
  CHECK(tiny::calls(world) == Times{100s, 100s, 110s, 110s});
  CHECK(tiny::lanes_taken(world) == Lane{0, 1, 0, 1});
  CHECK(tiny::count(world, What::LaneOpened) == 2);
}

TEST_CASE("a closing lane finishes the service and, as a rule, its line") {
  tiny::World world;
  world.add_station(2).staffing = {{0s, 2}, {5s, 1}};
  for (int k = 0; k < 5; ++k) world.add_person(0s, {10s});
  world.add_person(6s, {10s});  // lane 1 takes nobody any more
  CHECK(tiny::lanes_taken(world) == Lane{0, 1, 0, 1, 0, 0});
  CHECK(tiny::calls(world) == Times{0s, 0s, 10s, 10s, 20s, 30s});
  CHECK(tiny::when(world, What::LaneClosed, PersonId{}) == 20s);
}

TEST_CASE("or its line joins the other lanes") {
  tiny::World world;
  Station& station = world.add_station(2);
  station.staffing = {{0s, 2}, {5s, 1}};
  station.on_close = OnClose::Rejoin;
  for (int k = 0; k < 5; ++k) world.add_person(0s, {10s});
  CHECK(tiny::lanes_taken(world) == Lane{0, 1, 0, 0, 0});
  CHECK(tiny::calls(world) == Times{0s, 0s, 10s, 30s, 20s});
}

TEST_CASE("the line of the last lane to close waits for the next to open") {
  tiny::World world;
  Station& station = world.add_station(1);
  station.staffing = {{0s, 1}, {5s, 0}, {60s, 1}};
  station.on_close = OnClose::Rejoin;
  for (int k = 0; k < 3; ++k) world.add_person(0s, {10s});
  CHECK(tiny::calls(world) == Times{0s, 60s, 70s});
}

TEST_CASE("with one line for all, lanes come and go under it") {
  tiny::World world;
  world.add_station(3, QueueLayout::Serpentine).staffing = {{0s, 1}, {5s, 3}, {12s, 1}};
  for (int k = 0; k < 6; ++k) world.add_person(0s, {10s});
  CHECK(tiny::calls(world) == Times{0s, 5s, 5s, 10s, 20s, 30s});
}

TEST_CASE("a lane that fails keeps its person, who goes on after the repair") {
  tiny::World world;
  world.add_station(1).breakdowns = Breakdowns{Constant{8}, Constant{5}, false};
  world.add_person(0s, {10s});
  world.add_person(1s, {1s});
  // fails at 8 s, back at 13 s with 2 s to go
  CHECK(tiny::calls(world) == Times{0s, 15s});
  CHECK(tiny::when(world, What::LaneBroke, PersonId{0}) == 8s);
  CHECK(tiny::when(world, What::LaneRepaired, PersonId{0}) == 13s);
}

TEST_CASE("on the serving clock only time in service wears a lane out") {
  tiny::World world;
  world.add_station(1).breakdowns = Breakdowns{Constant{8}, Constant{5}, true};
  world.add_person(0s, {5s});
  world.add_person(100s, {5s});  // fails after 3 s, ends at 110 s
  world.add_person(101s, {1s});
  CHECK(tiny::calls(world) == Times{0s, 100s, 110s});
}

TEST_CASE("newcomers pass by a broken lane while another works") {
  tiny::World world;
  world.add_station(2).breakdowns = Breakdowns{Constant{5}, Constant{1000}, true};
  world.add_person(0s, {6s});  // lane 0 breaks at 5 s
  world.add_person(20s, {1s});
  world.add_person(20500ms, {1s});
  CHECK(tiny::lanes_taken(world) == Lane{0, 1, 1});
}
