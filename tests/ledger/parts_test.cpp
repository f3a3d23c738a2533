#include <catch2/catch.hpp>

#include "sim/analysis/hold_ups.hpp"
#include "sim/crowd/part.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/ledger/ledger.hpp"
#include "sim/ledger/separate_gates.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/waits.hpp"

using namespace gateflow;

namespace {

Scenario small_stadium() {
  Scenario scenario =
      *read_scenario(std::string(GATEFLOW_ROOT) + "/scenarios/stadium.toml").scenario;
  std::get<ArrivalCurve>(scenario.sources.front().arrivals).people = 6000;
  for (Station& station : scenario.stations) {
    station.lanes = (station.lanes + 9) / 10;
    for (StaffChange& change : station.staffing) change.lanes = (change.lanes + 9) / 10;
  }
  return scenario;
}

}  // namespace

TEST_CASE("gates that share nothing are apart; a shared station joins them") {
  Scenario shared = small_stadium();
  CHECK(separate_gates(Floor(shared)).size() == 6);
  const StationId first = shared.classes[ClassId{0}].route[GateId{0}].front().station;
  shared.classes[ClassId{0}].route[GateId{3}].front().station = first;
  const auto sets = separate_gates(Floor(shared));
  REQUIRE(sets.size() == 5);
  CHECK(sets[0] == std::vector{GateId{0}, GateId{3}});
}

TEST_CASE("what happens at some gates is the same without the people of the others") {
  const Scenario scenario = small_stadium();
  const Floor floor(scenario);
  const Crowd crowd = draw_crowd(scenario, {3, 0});
  Waits whole(crowd.size());
  run_evening(floor, crowd, whole);
  for (const GateId gate : keys_of(scenario.gates)) {
    std::vector<PersonId> people;
    for (const PersonId person : keys_of(crowd.arrival))
      if (crowd.gate_of(person) == gate) people.push_back(person);
    const Crowd part = part_of(crowd, people);
    Waits waits(part.size());
    run_evening(floor, part, waits);
    for (std::size_t k = 0; k < people.size(); ++k) REQUIRE(waits[PersonId{k}] == whole[people[k]]);
  }
}

TEST_CASE("the parts of a crowd are the crowd") {
  const Crowd crowd = draw_crowd(small_stadium(), {3, 0});
  std::vector<PersonId> everyone;
  for (const PersonId person : keys_of(crowd.arrival)) everyone.push_back(person);
  Crowd same = part_of(crowd, everyone);
  CHECK(same.whole_from == crowd.arrival[PersonId{0}]);
  same.whole_from = never;
  CHECK(same == crowd);
}

TEST_CASE("hold-ups cost the same gate by gate and on any number of threads") {
  const Scenario scenario = small_stadium();
  const Floor floor(scenario);
  const Crowd crowd = draw_crowd(scenario, {3, 0});
  const auto one = hold_ups_of(floor, crowd, 10, 1);
  REQUIRE(one);
  CHECK(one->rows.size() > 80);
  CHECK(*hold_ups_of(floor, crowd, 10, 2) == *one);
  CHECK(*hold_ups_of(floor, crowd, 10, 7) == *one);

  Endings endings(crowd.size());
  run_evening(floor, crowd, endings);
  std::vector<WhatIf> what_ifs;
  for (const HoldUpCost& row : one->rows) what_ifs.push_back(without(floor, row.hold_up));
  const auto whole = differences(floor, crowd, endings, what_ifs, 10);
  const auto parts = differences_by_parts(floor, crowd, endings, what_ifs, 10, 2);
  CHECK(parts == whole);
}

TEST_CASE("the causes of an evening add up to all its waiting") {
  const Scenario scenario = small_stadium();
  const Floor floor(scenario);
  const Crowd crowd = draw_crowd(scenario, {3, 0});
  const auto evening = hold_ups_of(floor, crowd, 0, 1);
  Waits waits(crowd.size());
  const World end = run_evening(floor, crowd, waits);
  waits.close(end.now);
  Time waited{}, causes{};
  for (const PersonId person : keys_of(crowd.arrival)) waited += waits[person];
  for (const CauseShare& cause : evening->causes) causes += cause.waited;
  CHECK(causes == waited);
  CHECK(evening->waited == waited);
}

TEST_CASE("a part of a crowd opens its lanes when the whole does, so they break down alike") {
  Scenario scenario = small_stadium();
  for (Station& station : scenario.stations) {
    station.staffing.clear();
    station.breakdowns = Breakdowns{.every_s = Exponential{900}, .repair_s = Exponential{120}};
  }
  const Floor floor(scenario);
  const Crowd crowd = draw_crowd(scenario, {3, 0});
  Endings endings(crowd.size());
  run_evening(floor, crowd, endings);
  std::vector<WhatIf> what_ifs;
  for (const HoldUp& hold_up : cases_of_evening(floor, crowd))
    if (what_ifs.size() < 40) what_ifs.push_back(without(floor, hold_up));
  CHECK(differences_by_parts(floor, crowd, endings, what_ifs, 10, 2) ==
        differences(floor, crowd, endings, what_ifs, 10));
}
