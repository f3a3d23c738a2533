#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "sim/crowd/crowd.hpp"
#include "tests/crowd/moments.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

/// From nobody to 14 a minute at half an hour, and back to nobody.
const std::vector<Knot> triangle{{0min, 0}, {30min, 14.0 / 60}, {60min, 0}};

Luck evening(std::uint32_t replication) {
  return {.seed = 1, .replication = replication};
}

std::map<Time, int> people_by_instant(const Crowd& crowd) {
  std::map<Time, int> people;
  for (const Time at : crowd.arrival) ++people[at];
  return people;
}

}  // namespace

TEST_CASE("time stamps are kept and put in order") {
  const Crowd crowd = draw_crowd(one_gate(stamps_s({2, 0, 1, 0})), {});
  CHECK(crowd.arrival == Table<PersonId, Time>{0s, 0s, 1s, 2s});
  CHECK(crowd.effort[TouchpointId{0}] == Table<PersonId, Time>{10s, 10s, 10s, 10s});
  CHECK(crowd.group.empty());
  CHECK(crowd.patience.empty());
  CHECK(crowd.baulk_at.empty());
  CHECK(crowd.absent.empty());
  CHECK(crowd.ticket.empty());
  CHECK(crowd.approach[TouchpointId{0}].empty());
  CHECK(crowd.cases.empty());
  CHECK(crowd.first_case.empty());
}

TEST_CASE("an evening to which nobody happens to come is an empty crowd") {
  const Crowd crowd = draw_crowd(one_gate(ArrivalCurve{{{0s, 1e-12}, {60s, 1e-12}}, {}}), {});
  CHECK(crowd.size() == 0);
  CHECK(crowd.cases.empty());
}

TEST_CASE("a curve without a number is a Poisson process of that rate") {
  const Scenario scenario = one_gate(ArrivalCurve{.knots = triangle, .people = {}});
  constexpr int evenings = 4000;
  std::vector<double> counts, instants;
  for (std::uint32_t r = 0; r < evenings; ++r) {
    const Crowd crowd = draw_crowd(scenario, evening(r));
    counts.push_back(static_cast<double>(crowd.size()));
    for (const double s : arrivals_s(crowd)) instants.push_back(s / 60);
  }
  // Its area is 420 people; the instants have mean 30 min, variance 150 and fourth moment 54,000.
  const double n = evenings;
  CHECK(std::abs(mean_of(counts) - 420) < 4 * std::sqrt(420 / n));
  CHECK(std::abs(variance_of(counts) - 420) < 4 * 420 * std::sqrt(2 / n));
  const auto people = static_cast<double>(instants.size());
  CHECK(std::abs(mean_of(instants) - 30) < 4 * std::sqrt(150 / people));
  CHECK(std::abs(variance_of(instants) - 150) < 4 * std::sqrt((54'000 - 150 * 150) / people));
}

TEST_CASE("counts in separate parts of a Poisson process do not lean on each other") {
  const Scenario scenario = one_gate(ArrivalCurve{.knots = triangle, .people = {}});
  std::vector<double> products;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    const auto seconds = arrivals_s(draw_crowd(scenario, evening(r)));
    const auto early = std::ranges::count_if(seconds, [](double s) { return s < 1800; });
    const auto late = static_cast<std::ptrdiff_t>(seconds.size()) - early;
    products.push_back(static_cast<double>(early - 210) * static_cast<double>(late - 210));
  }
  CHECK(std::abs(mean_of(products)) < 4 * 210 / std::sqrt(4000.0));
}

TEST_CASE("a curve with a number brings exactly that many, spread by its shape") {
  const Scenario scenario = one_gate(ArrivalCurve{.knots = triangle, .people = 100'000});
  const Crowd crowd = draw_crowd(scenario, {});
  REQUIRE(crowd.size() == 100'000);
  CHECK(std::ranges::is_sorted(crowd.arrival));
  const auto come_by = [&](Time at) {
    return static_cast<std::size_t>(std::ranges::upper_bound(crowd.arrival, at) -
                                    crowd.arrival.begin());
  };
  CHECK(near_share(come_by(15min), crowd.size(), 1 / 8.0));
  CHECK(near_share(come_by(30min), crowd.size(), 1 / 2.0));
  CHECK(near_share(come_by(45min), crowd.size(), 7 / 8.0));
}

TEST_CASE("a jump in the curve and a pause are kept") {
  const ArrivalCurve curve{.knots = {{0s, 1}, {10s, 1}, {10s, 0}, {20s, 0}, {20s, 3}, {30s, 3}},
                           .people = 40'000};
  const Crowd crowd = draw_crowd(one_gate(curve), {});
  const auto before = [&](Time at) {
    return static_cast<std::size_t>(std::ranges::lower_bound(crowd.arrival, at) -
                                    crowd.arrival.begin());
  };
  CHECK(near_share(before(10s), crowd.size(), 0.25));
  CHECK(before(20s) - before(10s + Time{1}) == 0);
  CHECK(before(30s + Time{1}) == crowd.size());
}

TEST_CASE("the first of n along a flat curve comes as the least of n uniforms would") {
  const ArrivalCurve flat{.knots = {{0s, 1}, {100s, 1}}, .people = 4};
  std::vector<double> first;
  for (std::uint32_t r = 0; r < 20'000; ++r)
    first.push_back(arrivals_s(draw_crowd(one_gate(flat), evening(r))).front());
  // Beta(1, 4) x 100: mean 20, variance 4 / 150 x 100^2.
  const double variance = 10'000 * 4 / 150.0;
  CHECK(std::abs(mean_of(first) - 20) < 4 * std::sqrt(variance / 20'000));
}

TEST_CASE("intervals bring exactly their people, from their begin to before their end") {
  const ArrivalCounts counts{
      .intervals = {{60s, 120s, 500}, {0s, 60s, 300}, {120s, 120s + Time{1}, 2}, {180s, 240s, 70}}};
  const Crowd crowd = draw_crowd(one_gate(counts), {});
  CHECK(crowd.size() == 872);
  CHECK(std::ranges::is_sorted(crowd.arrival));
  const auto between = [&](Time from, Time to) {
    return std::ranges::count_if(crowd.arrival, [&](Time at) { return from <= at && at < to; });
  };
  CHECK(between(0s, 60s) == 300);
  CHECK(between(60s, 120s) == 500);
  CHECK(between(120s, 180s) == 2);
  CHECK(between(180s, 240s) == 70);
}

TEST_CASE("batches of an interval are as even as whole people allow") {
  const ArrivalCounts counts{.intervals = {{0s, 3600s, 11, 4}}};
  std::vector<int> sizes;
  for (const auto& [at, people] : people_by_instant(draw_crowd(one_gate(counts), {})))
    sizes.push_back(people);
  std::ranges::sort(sizes);
  CHECK(sizes == std::vector{2, 3, 3, 3});
}

TEST_CASE("more batches than people leave some batches empty") {
  const ArrivalCounts counts{.intervals = {{0s, 3600s, 2, 5}}};
  CHECK(draw_crowd(one_gate(counts), {}).size() == 2);
}

TEST_CASE("batches come at uniform instants") {
  const ArrivalCounts counts{.intervals = {{1000s, 2000s, 5000, 5000}}};
  const auto seconds = arrivals_s(draw_crowd(one_gate(counts), {}));
  CHECK(std::abs(mean_of(seconds) - 1500) < 4 * std::sqrt(1e6 / 12 / 5000));
  CHECK(std::abs(variance_of(seconds) - 1e6 / 12) < 4e6 * std::sqrt((1 / 80.0 - 1 / 144.0) / 5000));
}

TEST_CASE("people follow their batch by a spread of their own") {
  ArrivalCounts counts{.intervals = {{0s, 3600s, 3000, 3}}};
  const Crowd at_once = draw_crowd(one_gate(counts), {});
  counts.batch_spread_s = Constant{90};
  const Crowd later = draw_crowd(one_gate(counts), {});
  for (const PersonId person : keys_of(later.arrival))
    CHECK(later.arrival[person] == at_once.arrival[person] + 90s);

  counts.intervals = {{100s, 100s + Time{1}, 3000, 1}};
  counts.batch_spread_s = Exponential{40};
  const auto seconds = arrivals_s(draw_crowd(one_gate(counts), {}));
  CHECK(std::abs(mean_of(seconds) - 140) < 4 * 40 / std::sqrt(3000.0));
}

TEST_CASE("trains bring a pulse each, late and rounded to whole people") {
  ArrivalPulses trains{.first = 0s, .last = 15min, .every = 450s, .size = Constant{2.5}};
  CHECK(people_by_instant(draw_crowd(one_gate(trains), {})) ==
        std::map<Time, int>{{0s, 3}, {450s, 3}, {900s, 3}});
  trains.delay_s = Constant{60};
  trains.last = 899s;
  CHECK(people_by_instant(draw_crowd(one_gate(trains), {})) ==
        std::map<Time, int>{{60s, 3}, {510s, 3}});
}

TEST_CASE("each train has a size of its own") {
  const ArrivalPulses trains{.first = 0s, .last = 199h, .every = 1h, .size = Uniform{0, 20}};
  std::vector<double> sizes;
  for (std::uint32_t r = 0; r < 40; ++r)
    for (const auto& [at, people] : people_by_instant(draw_crowd(one_gate(trains), evening(r))))
      sizes.push_back(people);
  // One train in forty has nobody, and so no instant here.
  CHECK(near_share(8000 - sizes.size(), 8000, 1 / 40.0));
  CHECK(std::ranges::max(sizes) == 20);
  const double mean = 10 / 0.975;
  const double variance = (100 + 400 / 12.0 + 1 / 6.0) / 0.975 - mean * mean;
  CHECK(std::abs(mean_of(sizes) - mean) <
        4 * std::sqrt(variance / static_cast<double>(sizes.size())));
}

TEST_CASE("the people of a train share its delay, and each has a spread") {
  const ArrivalPulses trains{.first = 0s,
                             .last = 199h,
                             .every = 1h,
                             .size = Constant{10},
                             .delay_s = Exponential{5},
                             .spread_s = Exponential{7}};
  double late_s = 0;
  std::size_t people = 0;
  for (std::uint32_t r = 0; r < 40; ++r) {
    const Crowd crowd = draw_crowd(one_gate(trains), evening(r));
    CHECK(std::ranges::is_sorted(crowd.arrival));
    for (const Time at : crowd.arrival) late_s += in_seconds(at % 1h);
    people += crowd.size();
  }
  REQUIRE(people == 80'000);
  CHECK(std::abs(late_s / 80'000 - 12) < 4 * std::sqrt((25 + 49 / 10.0) / 8000));
}
