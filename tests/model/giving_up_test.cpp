#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

namespace {

tiny::World line_of(std::vector<Time> patience) {
  tiny::World world;
  world.add_station(1);
  for (std::size_t k = 0; k < patience.size(); ++k) world.add_person(0s, {10s});
  world.crowd.patience = Table<PersonId, Time>(std::move(patience));
  return world;
}

}  // namespace

TEST_CASE("who has waited long enough gives up, and those behind move up") {
  const auto world = line_of({60s, 7s, 60s});
  CHECK(tiny::waits(world) == Times{0s, never, 10s});
  CHECK(tiny::when(world, What::GaveUp, PersonId{1}) == 7s);
}

TEST_CASE("who is called forward at the last instant is served") {
  CHECK(tiny::waits(line_of({60s, 10s})) == Times{0s, 10s});
}

TEST_CASE("patience counts the waits of all lines together") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1);
  world.add_person(0s, {5s, 50s});
  world.add_person(0s, {5s, 1s});
  world.crowd.patience = Table<PersonId, Time>{60s, 12s};
  // waits 5 s at the first station, joins the second at 10 s, has 7 s left
  CHECK(tiny::when(world, What::GaveUp, PersonId{1}) == 17s);
}

TEST_CASE("nobody gives up in service") {
  auto world = line_of({1s});
  CHECK(tiny::count(world, What::Admitted) == 1);
}

TEST_CASE("a line longer than somebody's limit sends them away at once") {
  tiny::World world;
  world.add_station(1);
  for (int k = 0; k < 4; ++k) world.add_person(0s, {10s});
  world.crowd.baulk_at = Table<PersonId, float>{9, 9, 0, 1};
  // the third sees one waiting (limit 0), the fourth sees one (limit 1)
  CHECK(tiny::waits(world) == Times{0s, 10s, never, 20s});
  CHECK(tiny::when(world, What::Baulked, PersonId{2}) == 0s);
}

TEST_CASE("who gives up before a full pen leaves the place outside to the next") {
  tiny::World world;
  world.add_station(1).pen = 0;
  for (int k = 0; k < 3; ++k) world.add_person(0s, {10s});
  world.crowd.patience = Table<PersonId, Time>{60s, 4s, 60s};
  CHECK(tiny::waits(world) == Times{0s, never, 10s});
}
