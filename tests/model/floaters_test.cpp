#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

namespace {

const PersonId p0{0}, p1{1}, p2{2}, p3{3};

/// One lane with floaters, 10 s each; people come at 0, a look takes 2 s.
struct CheckedLine : tiny::World {
  CaseId kind;

  CheckedLine(unsigned floaters, unsigned people, std::vector<RuleStep> ladder = {Resolve{}}) {
    Station& station = add_station(1);
    station.floaters = floaters;
    station.floater_check = 2s;
    kind = add_case(std::move(ladder));
    for (unsigned k = 0; k < people; ++k) add_person(0s, {10s});
  }
};

}  // namespace

TEST_CASE("a case that a floater solves in the line holds nobody up") {
  CheckedLine world(1, 4);
  world.give_case(p3, world.kind, 20s);  // looked at from 4 to 6 s, solved at 26, called at 30
  CHECK(tiny::when(world, What::CaseFound, p3) == 6s);
  CHECK(tiny::when(world, What::CaseSolved, p3) == 26s);
  CHECK(tiny::when(world, What::CaseArose, p3) == never);
  CHECK(tiny::when(world, What::Admitted, p3) == 40s);
}

TEST_CASE("what is left to handle when the turn comes blocks the lane") {
  CheckedLine world(1, 3);
  world.give_case(p1, world.kind, 60s);  // looked at from 0 to 2 s, called at 10, served at 20
  // 8 of the 60 s are handled in the line: the lane is held from 20 to 72.
  CHECK(tiny::when(world, What::CaseFound, p1) == 2s);
  CHECK(tiny::when(world, What::CaseArose, p1) == 20s);
  CHECK(tiny::when(world, What::CaseSolved, p1) == 72s);
  CHECK(tiny::when(world, What::Called, p2) == 72s);
}

TEST_CASE("the ladder in the lane begins at its top, with what is left to handle") {
  CheckedLine world(1, 3, {Resolve{30s}, TurnAway{}});
  world.give_case(p1, world.kind, 37s);  // 29 are left: solved in the lane
  CHECK(tiny::when(world, What::CaseSolved, p1) == 49s);
  world.give_case(p1, world.kind, 60s);
  world.crowd.cases[0].in_lane = 60s;
  CHECK(tiny::when(world, What::TurnedAway, p1) == 50s);
}

TEST_CASE("where the rule says to step aside, the floater sends them from the line") {
  CheckedLine world(1, 3, {Resolve{5s}, StepAside{TouchpointId{1}}});
  world.add_desk(1);
  world.give_case(p1, world.kind, 60s, 100s);  // found at 2 s, tried until 7
  CHECK(tiny::when(world, What::SteppedAside, p1) == 7s);
  CHECK(tiny::when(world, What::Admitted, p1) == 107s);
  CHECK(tiny::when(world, What::Called, p2) == 10s);
  CHECK(tiny::count(world, What::CaseArose) == 0);
  CHECK(tiny::waits(world, StationId{0})[1] == never);

  world.crowd.cases[0].in_lane = 4s;  // solved before
  CHECK(tiny::when(world, What::CaseSolved, p1) == 6s);
  CHECK(tiny::when(world, What::Admitted, p1) == 20s);
}

TEST_CASE("while the desk has no room, they stay in the line and are handled there") {
  CheckedLine world(2, 3, {StepAside{TouchpointId{1}}});
  world.add_desk(1).pen = 0;
  world.give_case(p1, world.kind, 60s, 100s);
  world.give_case(p2, world.kind, 15s, 100s);
  CHECK(tiny::when(world, What::SteppedAside, p1) == 2s);
  CHECK(tiny::when(world, What::CaseArose, p2) == 20s);   // after 8 s in the line, called at 10
  CHECK(tiny::when(world, What::CaseSolved, p2) == 27s);  // the desk is still full
  world.crowd.cases[1].in_lane = 8s;
  CHECK(tiny::when(world, What::CaseSolved, p2) == 10s);
}

TEST_CASE("floaters look at the longest waiting first, each at one person") {
  CheckedLine world(2, 4);
  for (const PersonId person : {p1, p2, p3}) world.give_case(person, world.kind, 1s);
  CHECK(tiny::when(world, What::CaseFound, p1) == 2s);
  CHECK(tiny::when(world, What::CaseFound, p2) == 2s);
  CHECK(tiny::when(world, What::CaseFound, p3) == 5s);  // after 1 s with the case of another
}

TEST_CASE("a case without admission is sent away from the line, and those behind move up") {
  CheckedLine world(1, 3);
  world.give_case(p1, world.kind, 5s);
  world.crowd.cases[0].admitted = false;
  CHECK(tiny::when(world, What::TurnedAway, p1) == 7s);
  CHECK(tiny::when(world, What::Left, p1) == never);
  CHECK(tiny::when(world, What::Called, p2) == 10s);
}

TEST_CASE("one who loses patience is let go, and the floater takes the next") {
  CheckedLine world(1, 4);
  world.give_case(p1, world.kind, 60s);
  world.give_case(p2, world.kind, 60s);
  world.crowd.patience = {never, 5s, never, never};
  CHECK(tiny::when(world, What::GaveUp, p1) == 5s);
  CHECK(tiny::when(world, What::CaseFound, p2) == 7s);
}

TEST_CASE("a floater knows what a case is, where the lane would take it for another") {
  CheckedLine world(1, 3);
  world.give_case(p1, world.kind, 20s);
  world.crowd.cases[0].taken_for = world.add_case({TurnAway{}});
  CHECK(tiny::when(world, What::Admitted, p1) != never);
  world.scenario.stations[StationId{0}].floaters = 0;
  CHECK(tiny::when(world, What::TurnedAway, p1) == 20s);
}

TEST_CASE("whoever was called unchecked is checked at the next station by its floaters alone") {
  CheckedLine world(1, 6);
  Station& next = world.add_station(1);
  next.floaters = 1;
  next.floater_check = 3s;
  world.crowd.effort[TouchpointId{0}] = {1s, 1s, 1s, 1s, 1s, 1s};
  world.crowd.effort[TouchpointId{1}] = {20s, 20s, 20s, 20s, 20s, 20s};
  const CaseId kind = world.add_case({Resolve{}});
  world.scenario.cases[kind].touchpoint = TouchpointId{1};
  world.give_case(p3, kind, 5s);  // called at 3 s, while the floater looks at another
  // There from 4 s on; before them wait 1 and 2, who are looked at from 2 s and from 5 s on.
  CHECK(tiny::when(world, What::CaseFound, p3) == 11s);
  CHECK(tiny::when(world, What::CaseSolved, p3) == 16s);
}

TEST_CASE("a rule that begins with the desk sends them there before anything is handled") {
  CheckedLine world(1, 3, {StepAside{TouchpointId{1}}});
  world.add_desk(1);
  world.give_case(p1, world.kind, 0s, 100s);  // nothing would be left to handle in the line
  CHECK(tiny::when(world, What::SteppedAside, p1) == 2s);
}

TEST_CASE("a script by turn passes over somebody whose case a floater has found") {
  CheckedLine world(1, 4);
  world.give_case(p1, world.kind, 60s);  // found; second to be served
  const CaseId scripted = world.add_case({Resolve{}});
  world.scenario.scripted = {
      {.kind = scripted, .gate = {}, .who = ByTurn{2}, .in_lane = 5s, .at_desk = {}}};
  CHECK(tiny::when(world, What::CaseSolved, p1) == 72s);
  CHECK(tiny::when(world, What::CaseArose, p2) == 82s);
  CHECK(tiny::when(world, What::CaseSolved, p2) == 87s);
  CHECK(tiny::count(world, What::CaseArose) == 2);
}

TEST_CASE("a case at another station is none of theirs") {
  CheckedLine world(1, 3);
  world.add_station(1);
  world.give_case(p1, world.kind, 20s);
  world.scenario.cases[world.kind].touchpoint = TouchpointId{1};
  CHECK(tiny::when(world, What::CaseFound, p1) == never);
  CHECK(tiny::when(world, What::CaseArose, p1) == 20s);
}

TEST_CASE("enough floaters with no time to lose clear every case that waits in line") {
  CheckedLine world(50, 50);
  world.scenario.stations[StationId{0}].floater_check = 0s;
  for (unsigned k = 1; k < 50; ++k) world.give_case(PersonId{k}, world.kind, 9s);
  CHECK(tiny::count(world, What::CaseFound) == 49);
  CHECK(tiny::count(world, What::CaseArose) == 0);
  CHECK(tiny::when(world, What::Admitted, PersonId{49}) == 500s);
}
