#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using tiny::waits;
using Times = std::vector<Time>;

namespace {

tiny::World people_of_ten_seconds(unsigned lanes, const std::vector<Time>& arrivals) {
  tiny::World world;
  world.add_station(lanes);
  for (const Time at : arrivals) world.add_person(at, {10s});
  return world;
}

tiny::World trace(unsigned lanes, const std::vector<int>& arrivals,
                  const std::vector<int>& services) {
  tiny::World world;
  world.add_station(lanes, QueueLayout::Serpentine);
  for (std::size_t k = 0; k < arrivals.size(); ++k)
    world.add_person(std::chrono::seconds{arrivals[k]}, {std::chrono::seconds{services[k]}});
  return world;
}

}  // namespace

TEST_CASE("a second lane shortens the wait of everyone after the first") {
  CHECK(waits(people_of_ten_seconds(1, {0s, 1s, 2s})) == Times{0s, 9s, 18s});
  CHECK(waits(people_of_ten_seconds(2, {0s, 1s, 2s})) == Times{0s, 0s, 8s});
}

TEST_CASE("one line before one lane follows Lindley's recursion to the tick") {
  const auto world = trace(1, {0, 1, 2, 3, 10, 11, 12, 30}, {2, 5, 1, 1, 1, 8, 2, 1});
  CHECK(waits(world) == Times{0s, 1s, 5s, 5s, 0s, 0s, 7s, 0s});
}

TEST_CASE("one line before two lanes serves in order of arrival, lowest idle lane first") {
  const auto world = trace(2, {0, 0, 1, 2, 2, 3, 9, 9, 9, 10}, {4, 20, 3, 2, 2, 6, 5, 1, 1, 2});
  CHECK(waits(world) == Times{0s, 0s, 3s, 5s, 7s, 8s, 8s, 11s, 12s, 12s});
}

TEST_CASE("at one instant people leave lanes before others come up") {
  tiny::World world;
  world.add_station(1);
  world.add_person(0s, {10s});
  world.add_person(10s, {5s});
  CHECK(waits(world) == Times{0s, 0s});
}

TEST_CASE("a service that takes no time leaves the lane to the next at the same instant") {
  tiny::World world;
  world.add_station(1);
  world.add_person(1s, {0s});
  world.add_person(1s, {0s});
  CHECK(waits(world) == Times{0s, 0s});
  CHECK(tiny::count(world, What::Admitted) == 2);
}

TEST_CASE("the walk to a station and from one to the next is no waiting") {
  tiny::World world;
  world.add_station(1, QueueLayout::Lanes, 30s);
  world.add_station(1, QueueLayout::Lanes, 20s);
  const PersonId first = world.add_person(0s, {10s, 5s});
  const PersonId second = world.add_person(0s, {10s, 15s});
  CHECK(waits(world, StationId{0}) == Times{0s, 10s});
  CHECK(waits(world, StationId{1}) == Times{0s, 0s});
  CHECK(tiny::when(world, What::Admitted, first) == 65s);
  CHECK(tiny::when(world, What::Admitted, second) == 85s);
}

TEST_CASE("who stays away never arrives, and everyone else comes to an end") {
  auto world = people_of_ten_seconds(1, {0s, 1s, 2s});
  world.crowd.absent = Table<PersonId, std::uint8_t>{0, 1, 0};
  CHECK(waits(world) == Times{0s, never, 8s});
  CHECK(tiny::count(world, What::NeverCame) == 1);
  CHECK(tiny::count(world, What::Arrived) == 2);
  CHECK(tiny::count(world, What::Admitted) == 2);
}

TEST_CASE("an evening that is cut leaves people waiting") {
  auto world = people_of_ten_seconds(1, {0s, 1s, 2s});
  world.scenario.until = 19s;
  CHECK(tiny::count(world, What::Admitted) == 1);
  CHECK(tiny::count(world, What::Called) == 2);
  CHECK(tiny::count(world, What::GaveUp) == 0);
}

TEST_CASE("those with priority go first without interrupting a service") {
  auto world = people_of_ten_seconds(1, {0s, 1s, 2s, 3s});
  TicketClass vip = world.general();
  world.general().priority = 5;
  vip.priority = 2;
  world.scenario.classes.push_back(vip);
  world.crowd.ticket_class[PersonId{3}] = 1;
  CHECK(tiny::calls(world) == Times{0s, 20s, 30s, 10s});
}
