#include "sim/crowd/people_with_cases.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "sim/crowd/crowd.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;

namespace {

constexpr Luck luck{3, 0};
constexpr std::size_t many = 40'000;

PeopleWithCases people_of(const Scenario& scenario) {
  return PeopleWithCases(scenario, CaseId{0}, "source", luck);
}

Scenario two_kinds() {
  Scenario s;
  for (const char* name : {"phone", "forged"}) {
    Case kind;
    kind.name = name;
    kind.touchpoint = TouchpointId{0};
    s.cases.push_back(kind);
  }
  return s;
}

}  // namespace

TEST_CASE("with a house that prepared nothing people are plain") {
  const Scenario s = two_kinds();
  const PeopleWithCases people = people_of(s);
  for (std::size_t k = 0; k < 100; ++k) {
    CHECK_FALSE(people.temper(k));
    CHECK_FALSE(people.is_told(k));
    CHECK_FALSE(people.taken_for(k));
    CHECK(people.seconds(Lognormal{60, 1}, 0.3, {}) == quantile(Lognormal{60, 1}, 0.3));
  }
}

TEST_CASE("tempers have the shares of the crowd's roughness, between polite and rough") {
  Scenario s = two_kinds();
  s.tempers = {Temper{"calm", 3, 1, 1, 1}, Temper{"loud", 1, 3, 1, 1}};
  for (const auto& [rough, loud] : std::map<double, double>{{0, 0.25}, {0.5, 0.5}, {1, 0.75}}) {
    s.house.roughness = rough;
    const PeopleWithCases people = people_of(s);
    double count = 0;
    for (std::size_t k = 0; k < many; ++k) count += people.temper(k) == TemperId{1};
    CHECK(count / many == Approx(loud).margin(0.01));  // 4 standard errors
  }
}

TEST_CASE("a temper stretches handling, a script shortens it and draws it to its mean") {
  Scenario s = two_kinds();
  s.tempers = {Temper{"loud", 1, 1, 1.5, 1}};
  CHECK(people_of(s).seconds(Uniform{0, 100}, 0.8, TemperId{0}) == Approx(120));
  s.house.script_spread = 0.5;
  CHECK(people_of(s).seconds(Uniform{0, 100}, 0.8, {}) == Approx(65));  // 50 + 30 / 2
  s.house.script_handling = 0.8;
  CHECK(people_of(s).seconds(Uniform{0, 100}, 0.8, {}) == Approx(52));
  CHECK(people_of(s).seconds(Uniform{0, 100}, 0.8, TemperId{0}) == Approx(78));
}

TEST_CASE("so many are told, and so many cases are taken for another") {
  Scenario s = two_kinds();
  s.house.told = 0.3;
  s.house.triage_error = 0.2;
  const PeopleWithCases people = people_of(s);
  double told = 0, taken = 0;
  for (std::size_t k = 0; k < many; ++k) {
    told += people.is_told(k);
    if (const CaseId other = people.taken_for(k)) {
      CHECK(other == CaseId{1});
      ++taken;
    }
  }
  CHECK(told / many == Approx(0.3).margin(0.01));
  CHECK(taken / many == Approx(0.2).margin(0.01));
}

TEST_CASE("telling beforehand prevents some cases, and changes none of the others") {
  Scenario s = crowds::one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, many});
  const CaseId phone = crowds::add_case(s, "phone", 0.1);
  const Crowd before = draw_crowd(s, luck);
  s.cases[phone].prevented = 0.6;
  s.house.told = 0.5;
  const Crowd after = draw_crowd(s, luck);
  CHECK(static_cast<double>(before.cases.size()) / many == Approx(0.1).margin(0.007));
  CHECK(static_cast<double>(after.cases.size()) / many == Approx(0.07).margin(0.006));
  std::size_t told = 0;
  for (const CaseRow& row : after.cases) {
    told += row.told;
    const auto same = before.cases_of(row.person);
    REQUIRE(same.size() == 1);
    CHECK(same[0].in_lane == row.in_lane);
  }
  // Of those told 4 % have one, of the others 10 %.
  CHECK(static_cast<double>(told) / static_cast<double>(after.cases.size()) ==
        Approx(2.0 / 7).margin(0.04));
}
