#include "sim/crowd/groups.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/crowd/moments.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

using Rows = std::vector<std::uint32_t>;

/// The first member of each person's group.
Rows groups_of(const Crowd& crowd) {
  Rows rows;
  for (const PersonId first : crowd.group) rows.push_back(first.value);
  return rows;
}

std::vector<double> sizes_of(const Crowd& crowd) {
  std::vector<double> sizes;
  for (const PersonId person : keys_of(crowd.group)) {
    if (crowd.group[person] == person) sizes.push_back(0);
    ++sizes.back();
  }
  return sizes;
}

Scenario in_threes(Arrivals arrivals) {
  Scenario scenario = one_gate(std::move(arrivals));
  scenario.classes[ClassId{0}].group_size = Constant{3};
  return scenario;
}

}  // namespace

TEST_CASE("along a curve, groups fill up the number of people and the last one is cut") {
  const ArrivalCurve curve{.knots = {{0s, 1}, {3600s, 1}}, .people = 10};
  const Crowd crowd = draw_crowd(in_threes(curve), {});
  CHECK(groups_of(crowd) == Rows{0, 0, 0, 3, 3, 3, 6, 6, 6, 9});
  CHECK(std::ranges::is_sorted(crowd.arrival));
  for (const PersonId person : keys_of(crowd.group))
    CHECK(crowd.arrival[person] == crowd.arrival[crowd.group[person]]);
  CHECK(crowd.arrival[PersonId{0}] < crowd.arrival[PersonId{3}]);
  CHECK(crowd.arrival[PersonId{6}] < crowd.arrival[PersonId{9}]);
}

TEST_CASE("groups come at the instants at which as many single people would") {
  const auto groups = draw_crowd(in_threes(ArrivalCurve{{{0s, 1}, {60s, 1}}, 9}), {});
  const auto singles = draw_crowd(one_gate(ArrivalCurve{{{0s, 1}, {60s, 1}}, 3}), {});
  for (std::size_t i = 0; i < 9; ++i)
    CHECK(groups.arrival[PersonId{i}] == singles.arrival[PersonId{i / 3}]);
}

TEST_CASE("a Poisson curve counts people, whatever the size of their groups") {
  const Scenario scenario = in_threes(ArrivalCurve{{{0s, 1}, {300s, 1}}, {}});
  std::vector<double> counts;
  for (std::uint32_t r = 0; r < 2000; ++r) {
    const Crowd crowd = draw_crowd(scenario, {1, r});
    CHECK(crowd.size() % 3 == 0);
    counts.push_back(static_cast<double>(crowd.size()));
  }
  // A hundred groups on average, of three each.
  CHECK(std::abs(mean_of(counts) - 300) < 4 * std::sqrt(900 / 2000.0));
  CHECK(std::abs(variance_of(counts) - 900) < 4 * 900 * std::sqrt(2 / 2000.0));
}

TEST_CASE("the mean size of a source's groups goes by the shares of its classes") {
  Scenario scenario = in_threes(ArrivalStamps{});
  const ClassId alone = add_class(scenario, "alone", 3);
  scenario.classes[alone].group_size = Constant{1};
  scenario.sources[0].classes = {ClassId{0}, alone};
  CHECK(Groups(scenario, scenario.sources[0], {}).mean_size() == 1.5);
}

TEST_CASE("sizes of groups follow their distribution, whole and at least 1") {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, 200'000});
  scenario.classes[ClassId{0}].group_size = Uniform{0, 4};
  std::vector<double> sizes = sizes_of(draw_crowd(scenario, {}));
  sizes.pop_back();  // cut to fit
  const auto with = [&](double size) {
    return static_cast<std::size_t>(std::ranges::count(sizes, size));
  };
  CHECK(near_share(with(1), sizes.size(), 3 / 8.0));
  CHECK(near_share(with(2), sizes.size(), 2 / 8.0));
  CHECK(near_share(with(3), sizes.size(), 2 / 8.0));
  CHECK(near_share(with(4), sizes.size(), 1 / 8.0));
}

TEST_CASE("a group is of one class and comes to one gate at one instant") {
  Scenario scenario = one_gate(ArrivalPulses{.first = 0s,
                                             .last = 1h,
                                             .every = 10min,
                                             .size = Constant{500},
                                             .spread_s = Exponential{300}});
  scenario.classes[ClassId{0}].group_size = Uniform{0.5, 5.5};
  add_gate(scenario, "back", 1);
  scenario.sources[0].classes.push_back(add_class(scenario, "season", 1));
  const Crowd crowd = draw_crowd(scenario, {});
  CHECK(std::ranges::is_sorted(crowd.arrival));
  for (const PersonId person : keys_of(crowd.group)) {
    const PersonId first = crowd.group[person];
    REQUIRE(first <= person);
    CHECK(crowd.group[first] == first);
    CHECK(crowd.arrival[person] == crowd.arrival[first]);
    CHECK(crowd.ticket_class[person] == crowd.ticket_class[first]);
    CHECK(crowd.gate[person] == crowd.gate[first]);
  }
}

TEST_CASE("a group does not reach from one interval, batch or train into the next") {
  const ArrivalCounts counts{.intervals = {{0s, 60s, 5}, {60s, 120s, 4, 2}}};
  const Crowd crowd = draw_crowd(in_threes(counts), {});
  const auto first_minute = std::ranges::count_if(crowd.arrival, [](Time at) { return at < 60s; });
  CHECK(first_minute == 5);
  auto sizes = sizes_of(crowd);
  std::ranges::sort(sizes);
  CHECK(sizes == std::vector<double>{2, 2, 2, 3});
}

TEST_CASE("stamps that follow one another form groups at the first of them") {
  const Crowd crowd = draw_crowd(in_threes(stamps_s({9, 1, 2, 5, 3})), {});
  CHECK(crowd.arrival == Table<PersonId, Time>{1s, 1s, 1s, 5s, 5s});
  CHECK(groups_of(crowd) == Rows{0, 0, 0, 3, 3});
}

TEST_CASE("who comes alone among groups is a group of one") {
  Scenario scenario = in_threes(stamps_s({5, 6, 7}));
  const ClassId alone = add_class(scenario, "alone", 1);
  scenario.classes[alone].group_size = Constant{1};
  add_source(scenario, "train", stamps_s({1, 5, 8})).classes = {alone};
  const Crowd crowd = draw_crowd(scenario, {});
  CHECK(crowd.arrival == Table<PersonId, Time>{1s, 5s, 5s, 5s, 5s, 8s});
  CHECK(groups_of(crowd) == Rows{0, 1, 1, 1, 4, 5});
}

TEST_CASE("classes and gates come by their shares") {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, 100'000});
  add_gate(scenario, "back", 3);
  const ClassId season = add_class(scenario, "season", 0.25);
  scenario.sources[0].classes.push_back(season);
  const Crowd crowd = draw_crowd(scenario, {});
  std::size_t of_class = 0, at_back = 0, both = 0;
  for (const PersonId person : keys_of(crowd.arrival)) {
    const bool is_season = crowd.class_of(person) == season;
    const bool is_back = crowd.gate_of(person) == GateId{1};
    of_class += is_season;
    at_back += is_back;
    both += is_season && is_back;
  }
  CHECK(near_share(of_class, crowd.size(), 0.2));
  CHECK(near_share(at_back, crowd.size(), 0.75));
  CHECK(near_share(both, crowd.size(), 0.15));
}

TEST_CASE("a class comes only to gates at which it has a route") {
  Scenario scenario = one_gate(ArrivalCurve{{{0s, 1}, {3600s, 1}}, 10'000});
  add_gate(scenario, "back", 1);
  add_gate(scenario, "closed", 0);
  const ClassId vip = add_class(scenario, "vip", 1);
  scenario.classes[vip].route[GateId{0}].clear();
  scenario.sources[0].classes.push_back(vip);
  const Crowd crowd = draw_crowd(scenario, {});
  std::size_t general = 0, general_at_back = 0;
  for (const PersonId person : keys_of(crowd.arrival)) {
    CHECK(crowd.gate_of(person) != GateId{2});
    if (crowd.class_of(person) == vip) {
      CHECK(crowd.gate_of(person) == GateId{1});
      continue;
    }
    ++general;
    general_at_back += crowd.gate_of(person) == GateId{1};
  }
  CHECK(near_share(general_at_back, general, 0.5));
}
