#include <catch2/catch.hpp>
#include <numeric>

#include "sim/analysis/aftermath_report.hpp"
#include "sim/analysis/complaint_desk.hpp"
#include "sim/kernel/draws.hpp"
#include "tests/analysis/feelings.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

constexpr Time ten = 10h;
using Times = std::vector<Time>;

/// Five people who are in at once, and dissatisfied for no reason. All complain to the house, a day
/// later; a complaint takes two hours; it is acknowledged after one.
tiny::World five_complaints() {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->usual = 0.2;
  world.add_station(5);
  for (int i = 0; i < 5; ++i) world.add_person(ten, {1s});
  Aftermath after;
  after.complains = 1;
  after.in_public = 0;
  after.delay_s = Constant{24 * 3600};
  after.acknowledge_s = Constant{3600};
  after.answer_s = Constant{2 * 3600};
  after.audience = Constant{100};
  after.satisfied = 1;
  after.after_answer = 0.9;
  after.soon = 5h;
  after.kept = {.silent = 0, .unsatisfied = 0, .satisfied = 0, .quickly = 1};
  world.scenario.aftermath = after;
  return world;
}

AftermathFigures aftermath_of(const tiny::World& world) {
  return *felt_summary_of(world).aftermath;
}

}  // namespace

TEST_CASE("a desk does its work in the order in which it comes") {
  const std::vector<DeskWork> work{{1s, 10s}, {2s, 10s}, {3s, 1s}, {40s, 5s}};
  CHECK(done_in_order(work, 1) == Times{11s, 21s, 22s, 45s});
  CHECK(done_in_order(work, 2) == Times{11s, 12s, 12s, 45s});
}

TEST_CASE("a desk that can never be done is not done in a hundred years") {
  const std::vector<DeskWork> work(3000, DeskWork{0s, horizon});
  CHECK(done_in_order(work, 1).back() == 100 * 365 * 24h);
}

TEST_CASE("a desk with random work is the queue that theory knows") {
  // M/M/1 at a load of 0.5: the mean time to the answer is 1 / (mu - lambda) = 2 services.
  const Stream coming({7, 0}, 1), taking({7, 0}, 2);
  constexpr std::size_t n = 400'000;
  std::vector<DeskWork> work;
  Time now{};
  for (std::size_t i = 0; i < n; ++i) {
    now += from_seconds(quantile(Exponential{200}, coming(i)));
    work.push_back({now, from_seconds(quantile(Exponential{100}, taking(i)))});
  }
  const Times done = done_in_order(work, 1);
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += in_seconds(done[i] - work[i].comes);
  CHECK(sum / n == Approx(200).epsilon(0.02));
}

TEST_CASE("five complaints at one desk are answered after 2, 4, 6, 8 and 10 hours") {
  const AftermathFigures after = aftermath_of(five_complaints());
  CHECK(after.dissatisfied == 5);
  CHECK(after.closed == 5);
  CHECK(after.in_public == 0);
  CHECK(after.acknowledged_in_time == 5);
  CHECK(after.answered_in_time == 5);
  CHECK(after.answer_mean == 6h);
  CHECK(after.answer_p95 == 10h);
  CHECK(after.turned_public == 0);
  CHECK(after.reached == 0);
  CHECK(after.satisfied == 5);
  CHECK(after.kept == 2);  // answered within five hours
  CHECK(after.lost() == 3);
  CHECK(*after.satisfaction == Approx(0.9));
}

TEST_CASE("the satisfied do not complain") {
  tiny::World world = five_complaints();
  world.scenario.feelings->usual = 0.8;
  const AftermathFigures after = aftermath_of(world);
  CHECK(after.dissatisfied == 0);
  CHECK(after.complaints() == 0);
  CHECK(*after.satisfaction == Approx(0.8));
}

TEST_CASE("a second pair of hands answers sooner") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->servers = 2;
  CHECK(aftermath_of(world).answer_mean == 216min);
}

TEST_CASE("complaints that are answered too late turn public, each before its audience") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->turns_public = 1;
  world.scenario.aftermath->answer_patience = 7h;
  const AftermathFigures after = aftermath_of(world);
  CHECK(after.answered_in_time == 3);
  CHECK(after.turned_public == 2);
  CHECK(after.reached == 200);
  CHECK(after.satisfied == 3);

  world.scenario.aftermath->named_person = 0;
  CHECK(aftermath_of(world).turned_public == 0);
}

TEST_CASE("complaints that nobody acknowledges turn public") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->turns_public = 1;
  world.scenario.aftermath->acknowledge_s = Constant{1e6};
  world.scenario.aftermath->acknowledge_patience = 4h;  // two have an answer by then
  const AftermathFigures after = aftermath_of(world);
  CHECK(after.acknowledged_in_time == 2);
  CHECK(after.turned_public == 3);
}

TEST_CASE("who complains in public is not handled") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->in_public = 1;
  const AftermathFigures after = aftermath_of(world);
  CHECK(after.in_public == 5);
  CHECK(after.closed == 0);
  CHECK(after.reached == 500);
  CHECK(after.kept == 0);

  world.scenario.aftermath->easy_form = 0;  // all of them use it
  CHECK(aftermath_of(world).closed == 5);
}

TEST_CASE("an apology satisfies those whom the answer would not") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->satisfied = 0;
  CHECK(aftermath_of(world).satisfied == 0);
  world.scenario.aftermath->apology = 0;
  CHECK(aftermath_of(world).satisfied == 5);
}

TEST_CASE("no answer satisfies somebody who was in the wrong") {
  tiny::World world = five_complaints();
  const CaseId forged = world.add_case({TurnAway{}});
  world.scenario.cases[forged].within_rules = false;
  world.give_case(PersonId{2}, forged, 0s);
  CHECK(aftermath_of(world).satisfied == 4);
}

TEST_CASE("the silent are kept by their own share") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->complains = 0;
  CHECK(aftermath_of(world).kept == 0);
  world.scenario.aftermath->kept.silent = 1;
  CHECK(aftermath_of(world).kept == 5);
}

TEST_CASE("a loud temper complains more, and in public, whether or not it had a case") {
  tiny::World world = five_complaints();
  world.scenario.tempers.push_back({.name = "calm", .polite_share = 0.6});
  world.scenario.tempers.push_back({.name = "loud", .polite_share = 0.4, .loud = 1000});
  world.scenario.aftermath->complains = 1e-3;  // the loud ones for certain, of the others none
  world.scenario.aftermath->in_public = 1e-3;
  const OwnLuck temper(world.scenario, world.crowd, "temper");
  std::size_t loud = 0;
  for (const PersonId person : keys_of(world.crowd.arrival)) loud += temper(person) >= 0.6;
  REQUIRE(loud > 0);
  REQUIRE(loud < 5);
  const AftermathFigures after = aftermath_of(world);
  CHECK(after.in_public == loud);
  CHECK(after.closed == 0);
}

TEST_CASE("what people do after the evening is their own luck, whoever else comes") {
  tiny::World world = five_complaints();
  world.scenario.aftermath->complains = 0.5;
  world.scenario.sources = {{.name = "town", .arrivals = {}, .classes = {}},
                            {.name = "train", .arrivals = {}, .classes = {}}};
  const auto complaints_of_town = [](const tiny::World& one) {
    const OwnLuck luck(one.scenario, one.crowd, "complains");
    std::vector<double> draws;
    for (const PersonId person : keys_of(one.crowd.arrival))
      if (one.crowd.of_source[person].source == 0) draws.push_back(luck(person));
    return draws;
  };
  for (std::uint32_t i = 0; i < 5; ++i) world.crowd.of_source.push_back({0, i});
  const std::vector<double> alone = complaints_of_town(world);
  tiny::World more = five_complaints();
  more.scenario = world.scenario;
  more.add_person(ten, {1s});
  more.crowd.of_source.push_back({1, 0});
  for (std::uint32_t i = 0; i < 5; ++i) more.crowd.of_source.push_back({0, i});
  CHECK(complaints_of_town(more) == alone);
}

TEST_CASE("levers move only what they are about: the same people complain") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.scenario.feelings = Feelings{.usual = 0.3};
    world.scenario.aftermath = Aftermath{.complains = 0.6, .in_public = 0.5};
    world.scenario.aftermath->answer_s = Exponential{4 * 3600};
    world.scenario.aftermath->acknowledge_patience = 12h;
    const AftermathFigures before = aftermath_of(world);
    REQUIRE(before.kept <= before.dissatisfied);

    tiny::World easier = world;
    easier.scenario.aftermath->easy_form = 0.3;
    REQUIRE(aftermath_of(easier).complaints() == before.complaints());
    REQUIRE(aftermath_of(easier).in_public <= before.in_public);

    tiny::World named = world;
    named.scenario.aftermath->named_person = 0.3;
    REQUIRE(aftermath_of(named).turned_public <= before.turned_public);
    REQUIRE(aftermath_of(named).answer_mean == before.answer_mean);
    REQUIRE(aftermath_of(named).reached <= before.reached);

    tiny::World staffed = world;
    staffed.scenario.aftermath->servers = 3;
    REQUIRE(aftermath_of(staffed).answer_mean <= before.answer_mean);
    REQUIRE(aftermath_of(staffed).kept >= before.kept);
  }
}
