#include <catch2/catch.hpp>

#include "sim/kernel/distribution.hpp"
#include "sim/model/holding_limit.hpp"
#include "tests/model/tiny.hpp"

using namespace gateflow;
using Times = std::vector<Time>;

namespace {

/// One lane, 10 s each; the first has a case of 60 s in the lane, 20 s for a supervisor.
struct OneBlocks : tiny::World {
  CaseId kind;

  explicit OneBlocks(std::vector<RuleStep> ladder, Times arrivals = {0s, 0s, 0s}) {
    add_station(1);
    kind = add_case(std::move(ladder));
    for (const Time at : arrivals) add_person(at, {10s});
    give_case(PersonId{0}, kind, 60s, 100s);
    crowd.cases[0].by_supervisor = 20s;
    scenario.house.supervisors = Supervisors{1, 5s, false};
  }
};

const House plain;

Resolve until_waiting(unsigned people) {
  return {.up_to = never, .by_line = UntilWaiting{people}};
}

}  // namespace

TEST_CASE("a supervisor walks over, takes less time, and may overrule") {
  OneBlocks world({Resolve{7s}, CallSupervisor{}});
  CHECK(tiny::waits(world) == Times{0s, 42s, 52s});  // 10 + 7 + 5 of walk + 20
  CHECK(tiny::when(world, What::SupervisorCame, PersonId{0}) == 22s);
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 42s);
  world.crowd.cases[0].admitted_by_supervisor = false;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 42s);
}

TEST_CASE("two lanes ask for one supervisor, who goes to them in turn") {
  tiny::World world;
  world.add_station(2);
  const CaseId kind = world.add_case({CallSupervisor{}});
  for (int k = 0; k < 2; ++k) {
    const PersonId person = world.add_person(0s, {Time{10s} + k * Time{1s}});
    world.give_case(person, kind, 60s);
    world.crowd.cases.back().by_supervisor = 20s;
  }
  world.scenario.house.supervisors = Supervisors{1, 5s, false};
  CHECK(tiny::when(world, What::SupervisorCame, PersonId{0}) == 15s);
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 35s);
  CHECK(tiny::when(world, What::SupervisorCame, PersonId{1}) == 40s);
  CHECK(tiny::when(world, What::Admitted, PersonId{1}) == 60s);
  world.scenario.house.supervisors->count = 2;
  CHECK(tiny::when(world, What::SupervisorCame, PersonId{1}) == 16s);
}

TEST_CASE("whoever has waited long enough for a supervisor goes on down the ladder") {
  tiny::World world;
  world.add_station(2);
  const CaseId kind = world.add_case({CallSupervisor{8s}, TurnAway{3s}});
  for (int k = 0; k < 3; ++k) {
    const PersonId person = world.add_person(0s, {10s});
    if (k == 2) continue;
    world.give_case(person, kind, 60s);
    world.crowd.cases.back().by_supervisor = 20s;
  }
  world.scenario.house.supervisors = Supervisors{1, 5s, false};
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 35s);
  CHECK(tiny::when(world, What::TurnedAway, PersonId{1}) == 21s);  // 10 + 8 + 3
  CHECK(tiny::calls(world) == Times{0s, 0s, 35s});  // behind the one who got the supervisor
}

TEST_CASE("giving in is quick, and is told as such") {
  OneBlocks world({GiveIn{4s}});
  CHECK(tiny::waits(world) == Times{0s, 14s, 24s});
  CHECK(tiny::when(world, What::Granted, PersonId{0}) == 14s);
  CHECK(tiny::count(world, What::CaseSolved) == 0);
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 14s);
}

TEST_CASE("a pause makes the demanding as calm as anybody") {
  OneBlocks world({Pause{6s}, Resolve{}});
  world.scenario.tempers.push_back(
      {.name = "demanding", .polite_share = 1, .rough_share = 1, .handling = 1.5, .argues = 3});
  world.crowd.cases[0].temper = TemperId{0};
  world.crowd.cases[0].in_lane = 90s;                // 60 s, one and a half times
  CHECK(tiny::waits(world) == Times{0s, 76s, 86s});  // 10 + 6 + 60
}

TEST_CASE("arguing over a refusal depends on the temper, and on what was told beforehand") {
  OneBlocks world({TurnAway{20s}});
  world.scenario.tempers.push_back(
      {.name = "demanding", .polite_share = 1, .rough_share = 1, .handling = 1, .argues = 3});
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 30s);
  world.crowd.cases[0].temper = TemperId{0};
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 70s);
  world.crowd.cases[0].told = true;
  world.scenario.house.told_argues = 0.5;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 40s);
}

TEST_CASE("the lane is held until so many wait behind") {
  const Times arrivals{0s, 3s, 25s, 40s};
  OneBlocks two({until_waiting(2), TurnAway{}}, arrivals);  // the second behind comes at 25 s
  CHECK(tiny::when(two, What::TurnedAway, PersonId{0}) == 25s);
  OneBlocks one({until_waiting(1), TurnAway{}}, arrivals);  // one is there when it arises
  CHECK(tiny::when(one, What::TurnedAway, PersonId{0}) == 10s);
  OneBlocks four({until_waiting(4), TurnAway{}}, arrivals);  // so many never come
  CHECK(tiny::when(four, What::CaseSolved, PersonId{0}) == 70s);
}

TEST_CASE("who has left the line again does not count") {
  OneBlocks world({until_waiting(2), TurnAway{}}, {0s, 3s, 25s, 40s});
  world.crowd.patience = {never, 15s, never, never};  // gone at 18 s: the second behind comes at 40
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 40s);
}

TEST_CASE("of a common line each staffed lane has its share behind") {
  tiny::World world;
  world.add_station(2, QueueLayout::Serpentine);
  const CaseId kind = world.add_case({until_waiting(2), TurnAway{}});
  world.add_person(0s, {10s});
  world.give_case(PersonId{0}, kind, 500s);
  world.add_person(0s, {1000s});
  for (const Time at : Times{20s, 30s, 40s, 50s}) world.add_person(at, {10s});
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 50s);  // four in line, two a lane
}

TEST_CASE("a limit by the clock and one by the line: the first that is reached") {
  OneBlocks world({Resolve{.up_to = 12s, .by_line = UntilWaiting{2}}, TurnAway{}},
                  {0s, 3s, 25s, 40s});
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 22s);
}

TEST_CASE("until those behind outweigh the one: by the age of the case and who waits") {
  // Handling of 60 s for certain, 5 minutes of cost, load 0.5: at age a the rate is 1 / (60 - a),
  // so that 300 / 60 / 2 = 2.5 people are enough at once, at 45 s 10, at the end none: it is done.
  const Distribution handling = Constant{60};
  CHECK(completion_rate({handling, plain}, 0) == Approx(1.0 / 60));
  CHECK(completion_rate({handling, plain}, 45.1) == Approx(1.0 / 15).epsilon(0.01));
  const HoldingLimit limit(UntilDearer{300s, 0.5}, {handling, plain});
  const Time past_the_end = Time{60s} + Time{1};  // the law knows of none that lasts longer
  CHECK(limit.age(2, 0s) == past_the_end);
  CHECK(limit.age(3, 0s) == 0s);
  CHECK(limit.age(3, 45s) == past_the_end);
  CHECK(limit.age(11, 45s) == 45s);
  CHECK(limit.age(0, 45s) == past_the_end);

  OneBlocks world({Resolve{.up_to = never, .by_line = UntilDearer{300s, 0.5}}, TurnAway{}},
                  {0s, 0s, 0s, 0s, 0s});
  world.scenario.cases[world.kind].in_lane_s = handling;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 10s);  // four wait behind
}

TEST_CASE("nobody is sent away who is about to be done") {
  OneBlocks world({Resolve{.up_to = never, .by_line = UntilDearer{300s, 0.5}}, TurnAway{}},
                  {0s, 55s, 56s, 57s, 58s});  // the case is at 45 s and more when they come
  world.scenario.cases[world.kind].in_lane_s = Constant{60};
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 70s);
}

TEST_CASE("the age of a case is the handling done, not the time gone by") {
  OneBlocks world(
      {Pause{120s}, Resolve{.up_to = never, .by_line = UntilDearer{300s, 0.5}}, TurnAway{}},
      {0s, 20s, 21s, 22s});
  world.scenario.cases[world.kind].in_lane_s = Constant{60};
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 130s);  // three behind, age 0
}

TEST_CASE("without memory the rate is the hazard, and so many behind are enough at every age") {
  for (const double mean : {4.0, 100.0})
    for (const double age : {0.0, 30.0}) {
      INFO(mean << " " << age);
      const Distribution handling = Exponential{mean};
      CHECK(completion_rate({handling, plain}, age) == Approx(1 / mean).epsilon(1e-4));
    }
}

TEST_CASE("a script scales ages and rates") {
  House scripted;
  scripted.script_handling = 0.1;
  const Distribution drawn = Exponential{600};
  CHECK(completion_rate({drawn, scripted}, 20) == Approx(1.0 / 60).epsilon(1e-4));
  scripted.script_spread = 0;  // 60 s for certain
  CHECK(completion_rate({drawn, scripted}, 0) == Approx(0.999 / 60).epsilon(1e-4));
  CHECK(completion_rate({drawn, scripted}, 45.1) == Approx(0.999 / 15).epsilon(0.01));
}

TEST_CASE("whatever a script makes of a time for certain, its end is known") {
  const Distribution drawn = Constant{60};
  for (int percent = 1; percent <= 300; ++percent) {
    CAPTURE(percent);
    House scripted;
    scripted.script_handling = percent / 100.0;
    const HoldingLimit limit(UntilDearer{600s, 0.5}, {drawn, scripted});
    CHECK(completion_rate({drawn, scripted}, 0) == Approx(1 / (0.6 * percent)));
    CHECK(limit.age(0, 0s) == from_seconds(0.6 * percent) + Time{1});
  }
}

TEST_CASE("the law of the demanding is stretched, and so are its ages") {
  const Distribution handling = Constant{60};
  const HoldingLimit limit(UntilDearer{300s, 0.5}, {handling, plain});
  // 120 s for certain: 300 / 120 / 2 = 1.25 people are enough at once.
  CHECK(limit.age(1, 0s, 2) == Time{120s} + Time{2});
  CHECK(limit.age(2, 0s, 2) == 0s);
  CHECK(limit.age(2, 90s, 2) == Time{120s} + Time{2});
}

TEST_CASE("blockers known at once are diverted at the exact chain's number of people") {
  // Fast services of mean 4 s, 2 % blockers of mean 100 s, 0.15 arrivals a second: the load by all
  // but blockers is 0.588. The exact minima of the chain (oracles: divert_known_...n_star).
  const double load = 0.15 * 0.98 * 4;
  const Distribution handling = Exponential{100};
  for (const auto& [cost, people] :
       std::vector<std::pair<Time, unsigned>>{{120s, 1}, {300s, 2}, {600s, 3}, {1200s, 5}}) {
    const HoldingLimit limit(UntilDearer{cost, load}, {handling, plain});
    CHECK(limit.age(people, 0s) == 0s);
    CHECK(limit.age(people - 1, 0s) == never);
  }
}

TEST_CASE("a heavy tail is cut by its age: the fewer behind, the older") {
  const Distribution handling = Hyperexponential{0.98, 4, 100};
  const HoldingLimit limit(UntilDearer{600s, 0.8}, {handling, plain});
  CHECK(limit.age(0, 0s) == never);
  Time before = never;
  for (unsigned behind = 1; behind < 31; ++behind) {
    CHECK(limit.age(behind, 0s) <= before);
    before = limit.age(behind, 0s);
  }
  // Right away the rate is 0.98 / 4 + 0.02 / 100: 600 s x 0.2 x 0.2452 = 29.4 people.
  CHECK(limit.age(29, 0s) > 0s);
  CHECK(limit.age(30, 0s) == 0s);
}

TEST_CASE("after a repair it is seen who has come meanwhile") {
  OneBlocks world({until_waiting(2), TurnAway{}}, {0s, 30s, 31s, 32s});
  world.scenario.stations[StationId{0}].breakdowns =
      Breakdowns{Constant{20}, Constant{25}, false};  // from 20 s to 45 s
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 45s);
}

TEST_CASE("fewer staffed lanes have more behind each of them") {
  tiny::World world;
  Station& station = world.add_station(2, QueueLayout::Serpentine);
  station.staffing = {{0s, 2}, {60s, 1}};
  const CaseId kind = world.add_case({until_waiting(3), TurnAway{}});
  for (int k = 0; k < 2; ++k) {
    world.add_person(0s, {10s});
    world.give_case(PersonId{static_cast<std::size_t>(k)}, kind, 500s);
  }
  for (const Time at : Times{20s, 21s, 22s}) world.add_person(at, {10s});  // three: one a lane
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 60s);
  CHECK(tiny::when(world, What::TurnedAway, PersonId{1}) == never);  // two are left
}

TEST_CASE("who has been calmed is so for the supervisor and at the desk") {
  OneBlocks world({Pause{6s}, CallSupervisor{}});
  world.scenario.tempers.push_back(
      {.name = "demanding", .polite_share = 1, .rough_share = 1, .handling = 2, .argues = 3});
  world.crowd.cases[0].temper = TemperId{0};
  world.crowd.cases[0].by_supervisor = 40s;                        // 20 s, twice
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 41s);  // 10 + 6 + 5 + 20
  world.scenario.rules[RuleId{0}].ladder = {CallSupervisor{}};
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 55s);  // 10 + 5 + 40
  world.add_desk(1);
  world.crowd.cases[0].at_desk = 60s;  // 30 s, twice
  world.scenario.rules[RuleId{0}].ladder = {Pause{6s}, StepAside{TouchpointId{1}}};
  CHECK(tiny::when(world, What::Admitted, PersonId{0}) == 46s);
}

TEST_CASE("a case taken for another walks the first step of the wrong ladder") {
  OneBlocks world({Resolve{}});
  const CaseId other = world.add_case({TurnAway{3s}});
  world.crowd.cases[0].taken_for = other;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 13s);

  world.scenario.rules[world.scenario.cases[other].rule].ladder = {Resolve{50s}, TurnAway{}};
  world.scenario.house.triage_notice = 30s;
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 100s);  // 10 + 30 in vain + 60
  world.scenario.house.triage_notice = 80s;
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 120s);  // 10 + 50 in vain + 60
}

TEST_CASE("a class may have a rule of its own") {
  OneBlocks world({Resolve{}});
  const RuleId sacrifice = world.scenario.rules.push_back({"sacrifice", {TurnAway{}}});
  world.scenario.classes.push_back(world.general());
  world.scenario.cases[world.kind].rule_of_class = {RuleId{}, sacrifice};
  CHECK(tiny::when(world, What::CaseSolved, PersonId{0}) == 70s);
  world.crowd.ticket_class[PersonId{0}] = 1;
  CHECK(tiny::when(world, What::TurnedAway, PersonId{0}) == 10s);
}

TEST_CASE("a broken lane takes its supervisor once it is repaired") {
  tiny::World world;
  Station& station = world.add_station(1);
  const CaseId kind = world.add_case({CallSupervisor{}});
  world.add_person(0s, {10s});
  world.give_case(PersonId{0}, kind, 60s);
  world.crowd.cases[0].by_supervisor = 20s;
  world.scenario.house.supervisors = Supervisors{1, 5s, false};
  station.breakdowns = Breakdowns{Constant{12}, Constant{100}, false};  // from 12 s to 112 s
  CHECK(tiny::when(world, What::LaneBroke, PersonId{0}) == 12s);
  CHECK(tiny::when(world, What::SupervisorCame, PersonId{0}) == 115s);  // 3 s of walk were left
}
