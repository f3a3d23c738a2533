#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

namespace {

/// One lane, three people at once, 10 s each; the first has the case.
struct OneBlocks : tiny::World {
  CaseId kind;

  explicit OneBlocks(std::vector<RuleStep> ladder) {
    add_station(1);
    kind = add_case(std::move(ladder));
    for (int k = 0; k < 3; ++k) add_person(0s, {10s});
  }
};

TouchpointId desk_of(const tiny::World& world) {
  return world.scenario.stations.back().touchpoint;
}

}  // namespace

TEST_CASE("a case is handled after ordinary service, and everyone behind waits") {
  OneBlocks world({Resolve{}});
  world.give_case(PersonId{0}, world.kind, 60s);
  CHECK(tiny::waits(world) == Times{0s, 70s, 80s});
  CHECK(tiny::when(world, What::CaseArose, PersonId{0}) == 10s);
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 70s);
  CHECK(tiny::count(world, What::Admitted) == 3);
}

TEST_CASE("handled in the lane, and still refused") {
  OneBlocks world({Resolve{}});
  world.give_case(PersonId{0}, world.kind, 60s);
  world.crowd.cases[0].admitted = false;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 70s);
  CHECK(tiny::count(world, What::Admitted) == 2);
}

TEST_CASE("after the limit the one steps aside to the help desk") {
  OneBlocks world({Resolve{20s}, StepAside{}});
  world.add_desk(1);
  std::get<StepAside>(world.scenario.rules[RuleId{0}].ladder[1]).desk = desk_of(world);
  world.give_case(PersonId{0}, world.kind, 60s, 100s);
  CHECK(tiny::waits(world) == Times{0s, 30s, 40s});
  CHECK(tiny::when(world, What::SteppedAside, PersonId{0}) == 30s);
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 130s);
}

TEST_CASE("a case that is solved within the limit never sees the desk") {
  OneBlocks world({Resolve{20s}, StepAside{}});
  world.add_desk(1);
  std::get<StepAside>(world.scenario.rules[RuleId{0}].ladder[1]).desk = desk_of(world);
  world.give_case(PersonId{0}, world.kind, 20s, 100s);
  CHECK(tiny::waits(world) == Times{0s, 30s, 40s});
  CHECK(tiny::count(world, What::SteppedAside) == 0);
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 30s);
}

TEST_CASE("the desk has a way to it, bays and a line of its own, and may refuse") {
  OneBlocks world({StepAside{}});
  world.add_desk(1).walk = 5s;
  std::get<StepAside>(world.scenario.rules[RuleId{0}].ladder[0]).desk = desk_of(world);
  world.give_case(PersonId{0}, world.kind, 60s, 100s);
  world.give_case(PersonId{1}, world.kind, 60s, 7s);
  world.crowd.cases[1].admitted_at_desk = false;
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 10s, 20s});
  CHECK(tiny::calls(world, StationId{1}) == Times{15s, 115s, never});
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 115s);
  CHECK(tiny::when(world, What::TurnedAway, PersonId{1}) == 122s);
}

TEST_CASE("with a full desk the one goes on blocking until there is room") {
  OneBlocks world({StepAside{}});
  world.add_desk(1).pen = 0;
  std::get<StepAside>(world.scenario.rules[RuleId{0}].ladder[0]).desk = desk_of(world);
  world.give_case(PersonId{0}, world.kind, 500s, 30s);  // at the desk from 10 s to 40 s
  world.give_case(PersonId{1}, world.kind, 500s, 30s);  // served at 20 s, blocks until 40 s
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 10s, 40s});
  CHECK(tiny::calls(world, StationId{1}) == Times{10s, 40s, never});
}

TEST_CASE("or until the case is solved in the lane after all") {
  OneBlocks world({StepAside{}});
  world.add_desk(1).pen = 0;
  std::get<StepAside>(world.scenario.rules[RuleId{0}].ladder[0]).desk = desk_of(world);
  world.give_case(PersonId{0}, world.kind, 500s, 300s);
  world.give_case(PersonId{1}, world.kind, 5s, 30s);  // served at 20 s, solved at 25 s
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 10s, 25s});
  CHECK(tiny::when(world, What::Admitted, PersonId{1}) == 25s);
  CHECK(tiny::calls(world, StationId{1}) == Times{10s, never, never});
}

TEST_CASE("the sacrifice: turned away after the limit, with an argument before") {
  OneBlocks world({Resolve{20s}, TurnAway{15s}});
  world.give_case(PersonId{0}, world.kind, 60s);
  CHECK(tiny::waits(world) == Times{0s, 45s, 55s});
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 45s);
}

TEST_CASE("turned away at once costs those behind nothing beyond the service") {
  OneBlocks world({TurnAway{}});
  world.give_case(PersonId{0}, world.kind, 60s);
  CHECK(tiny::waits(world) == Times{0s, 10s, 20s});
  CHECK(tiny::count(world, What::TurnedAway) == 1);
}

TEST_CASE("a case can be scripted for the k-th at the station") {
  OneBlocks world({Resolve{}});
  world.scenario.scripted = {
      {.kind = world.kind, .gate = {}, .who = ByTurn{2}, .in_lane = 30s, .at_desk = {}}};
  CHECK(tiny::waits(world) == Times{0s, 10s, 50s});
}

TEST_CASE("or for whoever is at the head at a moment") {
  OneBlocks world({Resolve{}});
  world.scenario.scripted = {
      {.kind = world.kind, .gate = {}, .who = ByMoment{11s}, .in_lane = 30s, .at_desk = {}}};
  CHECK(tiny::waits(world) == Times{0s, 10s, 20s});
  CHECK(tiny::when(world, What::CaseArose, PersonId{2}) == 30s);
  CHECK(tiny::when(world, What::Admitted, PersonId{2}) == 60s);
}

TEST_CASE("two scripts at one station each find their one") {
  OneBlocks world({Resolve{}});
  world.scenario.scripted = {
      {.kind = world.kind, .gate = {}, .who = ByTurn{1}, .in_lane = 30s, .at_desk = {}},
      {.kind = world.kind, .gate = {}, .who = ByMoment{0s}, .in_lane = 7s, .at_desk = {}}};
  CHECK(tiny::count(world, What::CaseArose) == 2);
  CHECK(tiny::waits(world) == Times{0s, 40s, 57s});
}

TEST_CASE("a case blocks upstream lanes through a full pen") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1).pen = 0;
  const CaseId kind = world.add_case({Resolve{}});
  world.scenario.cases[kind].touchpoint = TouchpointId{1};
  for (int k = 0; k < 3; ++k) world.add_person(0s, {1s, 1s});
  world.give_case(PersonId{0}, kind, 60s);
  CHECK(tiny::calls(world, StationId{1}) == Times{1s, 62s, 63s});
  CHECK(tiny::calls(world, StationId{0}) == Times{0s, 1s, 62s});
}
