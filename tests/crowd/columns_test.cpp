#include "sim/crowd/columns.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/crowd/purpose.hpp"
#include "sim/crowd/unit_float.hpp"
#include "tests/crowd/moments.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

constexpr TouchpointId scan{0};
constexpr ClassId general{0};

/// Two classes alike in number, "general" and "season", of whom so many come in an hour.
Scenario two_classes(unsigned people) {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, people});
  scenario.sources[0].classes.push_back(add_class(scenario, "season", 1));
  return scenario;
}

constexpr ClassId season{1};

}  // namespace

TEST_CASE("each draw can be repeated alone, from its address") {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, 5000});
  scenario.touchpoints[scan].service_s[general] = Exponential{7};
  scenario.classes[general].patience_s = Uniform{60, 600};
  scenario.stations[StationId{0}].choice = LaneChoice::Nearest;
  const Luck luck{.seed = 42, .replication = 3};
  const Crowd crowd = draw_crowd(scenario, luck);
  const Stream service = stream_of(luck, "street", "service", "scan");
  const Stream patience = stream_of(luck, "street", "patience");
  const Stream approach = stream_of(luck, "street", "approach", "scan");
  for (const PersonId person : keys_of(crowd.arrival)) {
    const std::size_t i = person.index();
    CHECK(crowd.effort[scan][person] == from_seconds(quantile(Exponential{7}, service(i))));
    CHECK(crowd.patience[person] == from_seconds(quantile(Uniform{60, 600}, patience(i))));
    CHECK(crowd.approach[scan][person] == unit_float(approach(i)));
  }
}

TEST_CASE("each class is served by its own distribution, on the same luck") {
  Scenario scenario = two_classes(20'000);
  scenario.touchpoints[scan].service_s[general] = Exponential{6};
  const Crowd alike = draw_crowd(scenario, {});
  scenario.touchpoints[scan].service_s = {Exponential{6}, Uniform{20, 30}};
  const Crowd apart = draw_crowd(scenario, {});
  const Stream service = stream_of({}, "street", "service", "scan");
  std::vector<double> of_season;
  for (const PersonId person : keys_of(apart.arrival)) {
    const double u = service(person.index());
    const Time effort = apart.effort[scan][person];
    if (apart.class_of(person) == general) {
      CHECK(effort == alike.effort[scan][person]);
      CHECK(effort == from_seconds(quantile(Exponential{6}, u)));
    } else {
      CHECK(effort == from_seconds(quantile(Uniform{20, 30}, u)));
      of_season.push_back(in_seconds(effort));
    }
  }
  const auto n = static_cast<double>(of_season.size());
  CHECK(std::abs(mean_of(of_season) - 25) < 4 * std::sqrt(100 / 12.0 / n));
}

TEST_CASE("who does not pass a touchpoint has no effort there") {
  Scenario scenario = two_classes(1000);
  add_gate(scenario, "back", 1);
  const TouchpointId bag_check = add_touchpoint(scenario, "bag-check", Constant{4});
  scenario.classes[season].route[GateId{1}].pop_back();
  const TouchpointId desk =
      scenario.touchpoints.push_back(Touchpoint{.name = "desk", .service_s = {}});
  const Crowd crowd = draw_crowd(scenario, {});
  for (const PersonId person : keys_of(crowd.arrival)) {
    const bool passes = crowd.class_of(person) == general || crowd.gate_of(person) == GateId{0};
    CHECK(crowd.effort[scan][person] == 10s);
    CHECK(crowd.effort[bag_check][person] == (passes ? 4s : 0s));
  }
  CHECK(crowd.effort[desk].empty());
}

TEST_CASE("only a class with patience or an eye for the line has a limit") {
  Scenario scenario = two_classes(1000);
  scenario.classes[season].patience_s = Constant{300};
  scenario.classes[season].baulk_at = Constant{12.5};
  const Crowd crowd = draw_crowd(scenario, {});
  for (const PersonId person : keys_of(crowd.arrival)) {
    const bool limited = crowd.class_of(person) == season;
    CHECK(crowd.patience[person] == (limited ? Time{300s} : never));
    CHECK(crowd.baulk_at[person] == (limited ? 12.5f : std::numeric_limits<float>::infinity()));
  }
}

TEST_CASE("a share of a class never comes") {
  Scenario scenario = two_classes(50'000);
  scenario.classes[season].no_show = 0.04;
  const Crowd crowd = draw_crowd(scenario, {});
  std::size_t of_season = 0, absent = 0;
  for (const PersonId person : keys_of(crowd.arrival)) {
    of_season += crowd.class_of(person) == season;
    absent += crowd.absent[person];
    if (crowd.class_of(person) == general) CHECK(crowd.absent[person] == 0);
  }
  CHECK(near_share(absent, of_season, 0.04));
}

TEST_CASE("where people come up is drawn only for stations that ask") {
  Scenario scenario = one_gate(stamps_s({1, 2, 3}));
  const TouchpointId bag_check = add_touchpoint(scenario, "bag-check", Constant{4});
  const auto drawn_with = [&](LaneChoice choice) {
    scenario.stations[StationId{1}].choice = choice;
    return draw_crowd(scenario, {});
  };
  for (const LaneChoice choice :
       {LaneChoice::Shortest, LaneChoice::LeastWork, LaneChoice::SameLane}) {
    const Crowd crowd = drawn_with(choice);
    CHECK(crowd.approach[bag_check].empty());
    CHECK(crowd.ticket.empty());
  }
  for (const LaneChoice choice : {LaneChoice::Nearest, LaneChoice::Random}) {
    const Crowd crowd = drawn_with(choice);
    CHECK(crowd.approach[bag_check].size() == 3);
    CHECK(crowd.approach[scan].empty());
    CHECK(crowd.ticket.empty());
  }
  const Crowd crowd = drawn_with(LaneChoice::ByTicket);
  CHECK(crowd.approach[bag_check].empty());
  CHECK(crowd.ticket.size() == 3);
}

TEST_CASE("places lie in [0, 1), however they round") {
  CHECK(unit_float(0.25) == 0.25f);
  CHECK(unit_float(0x1.fffffffffffffp-1) < 1.0f);
  CHECK(unit_float(0x1p-60) >= 0.0f);
}
