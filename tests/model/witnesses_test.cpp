#include <catch2/catch.hpp>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

namespace {

const PersonId p0{0}, p1{1}, p2{2}, p3{3};

/// One lane, 10 s each, all come at 0; the first asks for something, and the others would if they
/// saw it granted so many times as `after` says.
struct Witnesses : tiny::World {
  CaseId kind;

  Witnesses(std::vector<RuleStep> ladder, std::vector<std::uint8_t> after) {
    add_station(1);
    kind = add_case(std::move(ladder));
    scenario.cases[kind].copied = 0.1;
    for (const std::uint8_t examples : after) {
      const PersonId person = add_person(0s, {10s});
      give_case(person, kind, 60s);
      for (CaseRow& row : crowd.cases)
        if (row.person == person) row.after_examples = examples;
    }
  }
  std::size_t arose() const { return tiny::count(*this, What::CaseArose); }
};

}  // namespace

TEST_CASE("what is granted before the eyes of the line is asked for again") {
  const Witnesses world({GiveIn{5s}}, {0, 1, 2, 3});
  // The first is granted it at 15 s, the second has seen one, the third two, the fourth three.
  CHECK(world.arose() == 4);
  CHECK(tiny::when(world, What::Granted, p3) == 60s);
  const Witnesses later({GiveIn{5s}}, {0, 2, 2, 3});  // one example is not enough for the second
  CHECK(later.arose() == 1);
}

TEST_CASE("who was not there has not seen it") {
  Witnesses world({GiveIn{5s}}, {0, 1});
  world.crowd.arrival[p1] = 15s;  // called as the first leaves: stood in no line
  CHECK(world.arose() == 1);
}

TEST_CASE("solving or refusing a demand of the holder's own making sets no bad example") {
  CHECK(Witnesses({Resolve{}}, {0, 1, 1}).arose() == 1);
  CHECK(Witnesses({TurnAway{}}, {0, 1, 1}).arose() == 1);
}

TEST_CASE("somebody in the right who is sent away by a fault of the house sets one") {
  Witnesses world({TurnAway{}}, {0, 1, 1});
  world.scenario.cases[world.kind].responsible = Responsible::Venue;
  CHECK(world.arose() == 3);
  world.scenario.cases[world.kind].within_rules = false;
  CHECK(world.arose() == 1);
}

TEST_CASE("a supervisor who comes over undoes what was seen before") {
  Witnesses world({GiveIn{5s}}, {0, 0, 1, 1});
  world.scenario.house.supervisors = Supervisors{1, 0s, false};
  const CaseId stern = world.add_case({CallSupervisor{}});
  world.crowd.cases[1].kind = stern;
  CHECK(world.arose() == 2);
}

TEST_CASE("and so it does for those who have changed lines since") {
  // Two lanes; 0 is granted it at 15 s in lane 1, before the eyes of 2 and 4. At 20 s that lane
  // closes, and they join lane 0, where a supervisor comes to 1 at 30 s.
  Witnesses world({GiveIn{5s}}, {0, 0, 9, 9, 1});
  Station& station = world.scenario.stations[StationId{0}];
  station.lanes = 2;
  station.choice = LaneChoice::ByTicket;
  station.on_close = OnClose::Rejoin;
  station.staffing = {{0s, 2}, {20s, 1}};
  world.scenario.house.supervisors = Supervisors{1, 0s, false};
  world.crowd.ticket = {0.9f, 0.1f, 0.9f, 0.1f, 0.9f};
  world.crowd.effort[TouchpointId{0}] = {10s, 30s, 10s, 10s, 10s};
  const CaseId other = world.add_case({CallSupervisor{}});
  world.crowd.cases[1].kind = other;
  CHECK(tiny::when(world, What::Granted, p0) == 15s);
  CHECK(tiny::when(world, What::Moved, PersonId{4}) == 20s);
  CHECK(tiny::when(world, What::SupervisorCame, p1) == 30s);
  CHECK(tiny::when(world, What::CaseArose, PersonId{4}) == never);
  world.scenario.rules[world.scenario.cases[other].rule].ladder = {Resolve{}};
  CHECK(tiny::when(world, What::CaseArose, PersonId{4}) != never);
}

TEST_CASE("the common line sees what happens in every lane, another lane's line does not") {
  const auto arose = [](QueueLayout layout) {
    Witnesses world({GiveIn{5s}}, {0, 1, 1, 1});
    Station& station = world.scenario.stations[StationId{0}];
    station.lanes = 2;
    station.layout = layout;
    world.crowd.effort[TouchpointId{0}] = {10s, 30s, 30s, 10s};
    return world.arose();
  };
  // Common line: persons 2 and 3 see it at 15 s. Lanes: 2 stands behind 0, and 3 behind 1.
  CHECK(arose(QueueLayout::Serpentine) == 3);
  CHECK(arose(QueueLayout::Lanes) == 2);
}

TEST_CASE("a scene slows the lane down until its staff are over it") {
  Witnesses world({TurnAway{5s}}, {0, 9, 9, 9});
  world.scenario.house.scene_slows = 0.2;
  world.scenario.house.scene_lasts = 15s;  // from 15 s to 30: those called at 15 and 27
  CHECK(tiny::calls(world) == Times{0s, 15s, 27s, 39s});
  world.scenario.house.scene_slows = 0;
  CHECK(tiny::calls(world) == Times{0s, 15s, 25s, 35s});
}

TEST_CASE("staff who are over a scene at once are not slowed") {
  Witnesses world({TurnAway{5s}}, {0, 9});
  world.scenario.house.scene_slows = 1;
  world.scenario.house.scene_lasts = 0s;
  CHECK(tiny::when(world, What::Admitted, p1) == 25s);
}

TEST_CASE("so does a concession; being refused without a word does not") {
  Witnesses world({GiveIn{5s}}, {0, 9});
  world.scenario.house.scene_slows = 0.5;
  CHECK(tiny::when(world, What::Admitted, p1) == 30s);
  Witnesses quiet({TurnAway{}}, {0, 9});
  quiet.scenario.house.scene_slows = 0.5;
  CHECK(tiny::when(quiet, What::Admitted, p1) == 20s);
}
