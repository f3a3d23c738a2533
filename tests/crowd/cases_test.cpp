#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/purpose.hpp"
#include "tests/crowd/moments.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

Scenario an_hour_of(unsigned people) {
  return one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, people});
}

std::size_t with_case(const Crowd& crowd, CaseId kind) {
  return static_cast<std::size_t>(
      std::ranges::count(crowd.cases, kind, [](const CaseRow& row) { return row.kind; }));
}

ScriptedCase for_number(unsigned person, CaseId kind) {
  return {.kind = kind, .gate = {}, .who = ByNumber{person}, .in_lane = {}, .at_desk = {}};
}

void check_rows_are_in_order(const Crowd& crowd) {
  CHECK(std::ranges::is_sorted(crowd.cases, [](const CaseRow& a, const CaseRow& b) {
    return std::pair{a.person, a.kind} < std::pair{b.person, b.kind};
  }));
  std::size_t found = 0;
  for (const PersonId person : keys_of(crowd.first_case)) {
    for (const CaseRow& row : crowd.cases_of(person)) CHECK(row.person == person);
    found += crowd.cases_of(person).size();
  }
  CHECK(found == crowd.cases.size());
}

}  // namespace

TEST_CASE("a case happens to its share of each class, with handling and an end of its own") {
  Scenario scenario = an_hour_of(100'000);
  const ClassId season = add_class(scenario, "season", 1);
  scenario.sources[0].classes.push_back(season);
  const CaseId dead_phone = add_case(scenario, "dead phone", 0.01);
  scenario.cases[dead_phone].share[season] = 0.03;
  const Crowd crowd = draw_crowd(scenario, {});
  check_rows_are_in_order(crowd);

  std::size_t people[2] = {0, 0}, cases[2] = {0, 0}, admitted = 0, admitted_at_desk = 0;
  std::vector<double> in_lane, at_desk;
  for (const std::uint8_t each : crowd.ticket_class) ++people[each];
  for (const CaseRow& row : crowd.cases) {
    ++cases[crowd.ticket_class[row.person]];
    admitted += row.admitted;
    admitted_at_desk += row.admitted_at_desk;
    in_lane.push_back(in_seconds(row.in_lane));
    at_desk.push_back(in_seconds(row.at_desk));
  }
  CHECK(near_share(cases[0], people[0], 0.01));
  CHECK(near_share(cases[1], people[1], 0.03));
  CHECK(near_share(admitted, crowd.cases.size(), 0.7));
  CHECK(near_share(admitted_at_desk, crowd.cases.size(), 0.4));
  const double root = std::sqrt(static_cast<double>(crowd.cases.size()));
  CHECK(std::abs(mean_of(in_lane) - 60) < 4 * 60 / root);
  CHECK(std::abs(mean_of(at_desk) - 120) < 4 * 120 / root);
}

TEST_CASE("chances of 0 and 1 are certainties") {
  Scenario scenario = an_hour_of(3000);
  const CaseId sure = add_case(scenario, "sure", 1);
  const CaseId no = add_case(scenario, "never", 0);
  scenario.cases[sure].admitted = 1;
  scenario.cases[sure].admitted_at_desk = 0;
  const Crowd crowd = draw_crowd(scenario, {});
  CHECK(with_case(crowd, sure) == 3000);
  CHECK(with_case(crowd, no) == 0);
  for (const CaseRow& row : crowd.cases) {
    CHECK(row.admitted);
    CHECK_FALSE(row.admitted_at_desk);
  }
  check_rows_are_in_order(crowd);
}

TEST_CASE("of two cases at one touchpoint the first in the scenario's order happens") {
  Scenario scenario = an_hour_of(2000);
  const CaseId first = add_case(scenario, "dead phone", 0.5);
  const CaseId second = add_case(scenario, "wrong day", 1);
  const TouchpointId bag_check = add_touchpoint(scenario, "bag-check", Constant{4});
  const CaseId elsewhere = add_case(scenario, "umbrella", 1);
  scenario.cases[elsewhere].touchpoint = bag_check;
  const Crowd crowd = draw_crowd(scenario, {});
  check_rows_are_in_order(crowd);
  CHECK(near_share(with_case(crowd, first), 2000, 0.5));
  CHECK(with_case(crowd, first) + with_case(crowd, second) == 2000);
  CHECK(with_case(crowd, elsewhere) == 2000);
}

TEST_CASE("a case happens only to people whose route passes its touchpoint") {
  Scenario scenario = an_hour_of(2000);
  add_gate(scenario, "back", 1);
  const TouchpointId bag_check = add_touchpoint(scenario, "bag-check", Constant{4});
  scenario.classes[ClassId{0}].route[GateId{1}].pop_back();
  scenario.cases[add_case(scenario, "umbrella", 1)].touchpoint = bag_check;
  const Crowd crowd = draw_crowd(scenario, {});
  for (const PersonId person : keys_of(crowd.arrival))
    CHECK(crowd.cases_of(person).size() == (crowd.gate_of(person) == GateId{0} ? 1 : 0));
}

TEST_CASE("what is scripted for a number happens to the person who comes in that place") {
  Scenario scenario = one_gate(stamps_s({30, 10, 20}));
  add_source(scenario, "train", stamps_s({15, 25}));
  const CaseId dead_phone = add_case(scenario, "dead phone", 0);
  scenario.scripted = {for_number(2, dead_phone), for_number(5, dead_phone),
                       for_number(6, dead_phone)};
  scenario.scripted[0].in_lane = 300s;
  const Crowd crowd = draw_crowd(scenario, {});
  REQUIRE(crowd.cases.size() == 2);
  check_rows_are_in_order(crowd);

  CHECK(crowd.arrival[PersonId{1}] == 15s);
  CHECK(crowd.cases[0].person == PersonId{1});
  CHECK(crowd.cases[0].in_lane == 300s);
  const double u = stream_of({}, "train", "desk", "dead phone")(0);
  CHECK(crowd.cases[0].at_desk == from_seconds(quantile(Exponential{120}, u)));

  CHECK(crowd.cases[1].person == PersonId{4});
  const double v = stream_of({}, "street", "handling", "dead phone")(2);
  CHECK(crowd.cases[1].in_lane == from_seconds(quantile(Exponential{60}, v)));
}

TEST_CASE("a scripted case replaces what else the person would have at that touchpoint") {
  Scenario scenario = an_hour_of(100);
  const TouchpointId bag_check = add_touchpoint(scenario, "bag-check", Constant{4});
  const CaseId umbrella = add_case(scenario, "umbrella", 1);
  const CaseId dead_phone = add_case(scenario, "dead phone", 1);
  const CaseId wrong_day = add_case(scenario, "wrong day", 0);
  scenario.cases[umbrella].touchpoint = bag_check;
  scenario.scripted = {for_number(50, wrong_day)};
  const Crowd crowd = draw_crowd(scenario, {});
  check_rows_are_in_order(crowd);
  CHECK(with_case(crowd, umbrella) == 100);
  CHECK(with_case(crowd, dead_phone) == 99);
  const auto rows = crowd.cases_of(PersonId{49});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].kind == umbrella);
  CHECK(rows[1].kind == wrong_day);
}

TEST_CASE("each bad example more leads its share of the people to a case, five at the most") {
  Scenario scenario = an_hour_of(100'000);
  const CaseId asks = add_case(scenario, "asks", 0);
  scenario.cases[asks].copied = 0.02;
  const Crowd crowd = draw_crowd(scenario, {});
  std::size_t after[most_examples + 1] = {};
  for (const CaseRow& row : crowd.cases) ++after[row.after_examples];
  CHECK(after[0] == 0);
  for (unsigned examples = 1; examples <= most_examples; ++examples)
    CHECK(near_share(after[examples], 100'000, 0.02));
  check_rows_are_in_order(crowd);
}

TEST_CASE("who has a case of their own copies none, and copies change no other draw") {
  Scenario scenario = an_hour_of(20'000);
  const CaseId own = add_case(scenario, "dead phone", 0.1);
  const CaseId asks = add_case(scenario, "asks", 0.05);
  const Crowd before = draw_crowd(scenario, {});
  scenario.cases[asks].copied = 0.1;
  const Crowd crowd = draw_crowd(scenario, {});
  std::vector<CaseRow> rows;
  std::size_t copies = 0;
  for (const CaseRow& row : crowd.cases) {
    if (row.after_examples == 0) rows.push_back(row);
    if (row.after_examples == 0) continue;
    ++copies;
    CHECK(row.kind == asks);
    CHECK(crowd.cases_of(row.person).size() == 1);
  }
  CHECK(rows == before.cases);
  CHECK(with_case(crowd, own) == with_case(before, own));
  CHECK(near_share(copies, 20'000 - before.cases.size(), 0.5));
}
