#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

TEST_CASE("with no room ahead a served person stays and blocks the lane") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1).pen = 0;
  world.add_person(0s, {5s, 20s});
  world.add_person(0s, {5s, 1s});  // served at 10 s, blocked until 25 s
  world.add_person(0s, {5s, 1s});  // called at 25 s only
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 5s, 25s});
  CHECK(tiny::calls(world, StationId{1}) == Times{5s, 25s, 30s});
  CHECK(tiny::when(world, What::Blocked, PersonId{1}) == 10s);
  CHECK(tiny::count(world, What::Blocked) == 1);
}

TEST_CASE("the jam goes back over several stages and dissolves from the front") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1).pen = 0;
  world.add_station(1).pen = 0;
  world.add_person(0s, {1s, 1s, 100s});
  world.add_person(0s, {1s, 1s, 1s});
  world.add_person(0s, {1s, 1s, 1s});
  world.add_person(0s, {1s, 1s, 1s});
  // person 1 blocks stage 2 from 3 s, person 2 blocks stage 1 from 3 s, both until 102 s
  CHECK(tiny::when(world, What::Blocked, PersonId{1}) == 3s);
  CHECK(tiny::when(world, What::Blocked, PersonId{2}) == 3s);
  CHECK(tiny::calls(world, StationId{2}) == Times{2s, 102s, 103s, 104s});
  CHECK(tiny::calls(world, StationId{1}) == Times{1s, 2s, 102s, 103s});
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 1s, 2s, 102s});
}

TEST_CASE("a pen holds so many people, those on their way included") {
  tiny::World world;
  world.add_station(3);
  world.add_station(1, QueueLayout::Lanes, 10s).pen = 1;
  for (int k = 0; k < 3; ++k) world.add_person(0s, {1s, 20s});
  // At 1 s the idle lane and the one place are given to the first two, who walk; the third blocks
  // until the first is called at 11 s ... the lane is then taken and the place still kept, so it is
  // the second's call at 31 s that makes room.
  CHECK(tiny::calls(world, StationId{1}) == Times{11s, 31s, 51s});
  CHECK(tiny::when(world, What::Blocked, PersonId{2}) == 1s);
  CHECK(tiny::when(world, What::Left, PersonId{2}) == 31s);
}

TEST_CASE("who finds the first pen full waits outside, in order") {
  tiny::World world;
  world.add_station(1).pen = 1;
  for (int k = 0; k < 4; ++k) world.add_person(std::chrono::seconds{k}, {10s});
  CHECK(tiny::waits(world) == Times{0s, 9s, 18s, 27s});
  CHECK(tiny::count(world, What::StoodOutside) == 2);
  CHECK(tiny::when(world, What::Joined, PersonId{2}) == 10s);
}

TEST_CASE("or leaves, where that is the way of the place") {
  tiny::World world;
  Station& station = world.add_station(1);
  station.pen = 1;
  station.when_full = WhenFull::Leave;
  for (int k = 0; k < 4; ++k) world.add_person(std::chrono::seconds{k}, {10s});
  CHECK(tiny::waits(world) == Times{0s, 9s, never, never});
  CHECK(tiny::count(world, What::Baulked) == 2);
}

TEST_CASE("lanes in series without room block lane by lane") {
  tiny::World world;
  world.add_station(2);
  Station& scan = world.add_station(2);
  scan.choice = LaneChoice::SameLane;
  scan.pen = 0;
  world.add_person(0s, {1s, 30s});  // lane 0
  world.add_person(0s, {1s, 5s});   // lane 1
  world.add_person(0s, {1s, 5s});   // lane 0: blocked from 2 s to 31 s although lane 1 is idle
  CHECK(tiny::calls(world, StationId{1}) == Times{1s, 1s, 31s});
  CHECK(tiny::lanes_taken(world, StationId{1}) == std::vector<int>{0, 1, 0});
}
