#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/crowd/purpose.hpp"
#include "sim/ledger/what_if.hpp"
#include "sim/trace/waits.hpp"
#include "tests/model/tiny.hpp"

// The closed forms for a single first-come lane: with waits W and idle time C so far, a service j
// cut by x makes customer k wait min(x, min W[j+1..k]) less, and one extended by x makes k wait
// max(0, x - (C[k] - C[j])) more.

using namespace gateflow;

namespace {

struct OneLane {
  tiny::World world;
  std::vector<Time> begun;  // of each service
  Endings endings;
  Waits waits;

  explicit OneLane(std::size_t people) : endings(people), waits(people) { world.add_station(1); }

  void run() {
    const Floor floor(world.scenario);
    Several sinks(endings, waits);
    run_evening(floor, world.crowd, sinks);
    begun = tiny::calls(world);
  }
  Difference ask(const WhatIf& what_if) const {
    const Floor floor(world.scenario);
    return differences(floor, world.crowd, endings, std::vector{what_if}, world.crowd.size())[0];
  }
};

/// A line that is sometimes long and sometimes empty.
OneLane random_lane(std::uint32_t seed, std::size_t people) {
  OneLane lane(people);
  const auto dice = stream_of({seed, 0}, "one lane", "test");
  Time at = 1s;
  for (std::size_t k = 0; k < people; ++k) {
    at += from_seconds(2 * dice(2 * k));
    lane.world.add_person(at, {from_seconds(1.8 * dice(2 * k + 1))});
  }
  return lane;
}

}  // namespace

TEST_CASE("in one first-come lane a case costs each of those behind what the closed form says") {
  constexpr std::size_t people = 120;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    OneLane lane = random_lane(seed, people);
    const PersonId one{seed % 80};
    const Time x = from_seconds(0.5 * seed);
    lane.world.give_case(one, lane.world.add_case({Resolve{}}), x);
    lane.run();
    Time sum{}, least = x;
    std::uint32_t delayed = 0;
    for (std::size_t k = one.index() + 1; k < people; ++k) {
      least = std::min(least, lane.waits[PersonId{k}]);
      sum += least;
      delayed += least > Time{};
    }
    const Time arose = lane.begun[one.index()] + lane.world.crowd.effort[TouchpointId{0}][one];
    const Difference d = lane.ask({arose, Spare{one, TouchpointId{0}}});
    CAPTURE(seed);
    REQUIRE(d.shorter == sum);
    REQUIRE(d.people_shorter == delayed);
    REQUIRE(d.longer == 0s);
  }
}

TEST_CASE("so does a lane that is held while somebody is served") {
  constexpr std::size_t people = 120;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    OneLane lane = random_lane(seed, people);
    lane.run();
    const PersonId one{seed % 80};
    const Time x = from_seconds(0.3 * seed);
    Time sum{}, idle{};
    for (std::size_t k = one.index() + 1; k < people; ++k) {
      const Time free =
          lane.begun[k - 1] + lane.world.crowd.effort[TouchpointId{0}][PersonId{k - 1}];
      idle += std::max(lane.begun[k] - free, Time{});
      sum += std::max(x - idle, Time{});
    }
    const Difference d = lane.ask({lane.begun[one.index()] + Time{1}, Hold{LaneId{0}, x}});
    CAPTURE(seed);
    REQUIRE(d.the_one == one);
    REQUIRE(d.longer == sum);
    REQUIRE(d.shorter == 0s);
  }
}
