#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/own_luck.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

/// Two classes at two gates, with something drawn in every column.
Scenario lively() {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 0}, {1800s, 1}, {3600s, 0}}, 3000});
  add_gate(scenario, "back", 2);
  const ClassId season = add_class(scenario, "season", 0.5);
  scenario.sources[0].classes.push_back(season);
  scenario.touchpoints[TouchpointId{0}].service_s = {Exponential{8}, Uniform{2, 5}};
  scenario.classes[ClassId{0}].patience_s = Exponential{900};
  scenario.classes[season].baulk_at = Uniform{5, 50};
  scenario.classes[season].no_show = 0.1;
  scenario.stations[StationId{0}].choice = LaneChoice::Random;
  add_case(scenario, "dead phone", 0.05);
  return scenario;
}

std::vector<Person> people_in(const Scenario& scenario, Luck luck = {}) {
  return people_of(draw_crowd(scenario, luck));
}

/// As if the touchpoints and cases from these on had not been asked about.
std::vector<Person> without(std::vector<Person> people, TouchpointId touchpoint, CaseId kind) {
  for (Person& person : people) {
    person.effort.resize(touchpoint.index());
    person.approach.resize(touchpoint.index());
    std::erase_if(person.cases, [&](const CaseRow& row) { return row.kind >= kind; });
  }
  return people;
}

}  // namespace

TEST_CASE("the same luck draws the same crowd") {
  CHECK(draw_crowd(lively(), {7, 3}) == draw_crowd(lively(), {7, 3}));
  CHECK(draw_crowd(lively(), {7, 3}).luck == Luck{7, 3});
}

TEST_CASE("another seed or replication draws other people") {
  const auto people = people_in(lively(), {7, 3});
  for (const Luck other : {Luck{7, 4}, Luck{8, 3}}) {
    const auto others = people_in(lively(), other);
    REQUIRE(others.size() == people.size());
    std::size_t same = 0;
    for (std::size_t i = 0; i < people.size(); ++i) same += people[i] == others[i];
    CHECK(same == 0);
  }
}

TEST_CASE("lanes, pens, staff and house rules change nobody") {
  Scenario scenario = lively();
  const Crowd before = draw_crowd(scenario, {});
  Station& station = scenario.stations[StationId{0}];
  station.lanes = 12;
  station.layout = QueueLayout::Serpentine;
  station.pen = 40;
  station.staffing = {{.from = 0s, .lanes = 3}};
  scenario.rules[RuleId{0}].ladder = {TurnAway{.argues = 20s}};
  CHECK(draw_crowd(scenario, {}) == before);
}

TEST_CASE("another touchpoint changes nothing that was drawn before") {
  Scenario scenario = lively();
  const auto before = people_in(scenario);
  const TouchpointId added = add_touchpoint(scenario, "bag-check", Exponential{20});
  const auto after = people_in(scenario);
  CHECK(after != before);
  CHECK(without(after, added, CaseId{1}) == before);
}

TEST_CASE("another kind of case changes nothing that was drawn before") {
  Scenario scenario = lively();
  const auto before = people_in(scenario);
  const CaseId added = add_case(scenario, "wrong day", 0.2);
  const auto after = people_in(scenario);
  CHECK(after != before);
  CHECK(without(after, TouchpointId{1}, added) == before);
}

TEST_CASE("people from another source come between, and change nobody") {
  Scenario scenario = lively();
  const auto street = people_in(scenario);
  const Source train{.name = "train",
                     .arrivals = ArrivalPulses{.first = 600s,
                                               .last = 3000s,
                                               .every = 300s,
                                               .size = Uniform{50, 150},
                                               .spread_s = Exponential{60}},
                     .classes = {ClassId{1}}};
  scenario.sources = {train};
  const auto from_train = people_in(scenario);
  CHECK(from_train.size() > 500);
  scenario.sources = {lively().sources[0], train};
  CHECK(people_in(scenario) == merged(street, from_train));
}

TEST_CASE("another class that comes by a source of its own changes nobody") {
  Scenario scenario = lively();
  const auto street = people_in(scenario);
  const ClassId vip = add_class(scenario, "vip", 5);
  scenario.classes[vip].patience_s = Constant{60};
  scenario.classes[vip].group_size = Constant{4};
  add_source(scenario, "limousines", stamps_s({700, 700, 900, 1200})).classes = {vip};
  auto people = people_in(scenario);
  CHECK(people.size() == street.size() + 4);
  std::erase_if(people, [&](const Person& person) { return person.ticket_class == vip; });
  CHECK(people == street);
}

TEST_CASE("more people from one source are more people, not other ones") {
  Scenario scenario = one_gate(ArrivalCounts{.intervals = {{0s, 60s, 100}}});
  scenario.touchpoints[TouchpointId{0}].service_s[ClassId{0}] = Exponential{8};
  const auto before = people_in(scenario);
  std::get<ArrivalCounts>(scenario.sources[0].arrivals).intervals.push_back({60s, 120s, 50});
  auto after = people_in(scenario);
  REQUIRE(after.size() == 150);
  after.resize(100);
  CHECK(after == before);
}

TEST_CASE("asking how it felt changes nobody, and tells who is who") {
  Scenario scenario = lively();
  const Crowd before = draw_crowd(scenario, {7, 3});
  CHECK(before.of_source.empty());
  scenario.feelings = Feelings{};
  Crowd asked = draw_crowd(scenario, {7, 3});
  CHECK(asked.of_source.size() == asked.size());
  asked.of_source = {};
  CHECK(asked == before);
}

TEST_CASE("what is drawn about people later is theirs, whoever else comes") {
  Scenario scenario = lively();
  scenario.feelings = Feelings{};
  const auto luck_by_arrival = [](const Scenario& each, std::uint32_t source) {
    const Crowd crowd = draw_crowd(each, {7, 3});
    const OwnLuck luck(each, crowd, "hears");
    std::vector<std::pair<Time, double>> all;
    for (const PersonId person : keys_of(crowd.arrival))
      if (crowd.of_source[person].source == source)
        all.emplace_back(crowd.arrival[person], luck(person));
    return all;
  };
  const auto before = luck_by_arrival(scenario, 0);
  add_source(scenario, "train", stamps_s({10, 700, 1900}));
  CHECK(luck_by_arrival(scenario, 0) == before);
  CHECK(luck_by_arrival(scenario, 1).size() == 3);
}
