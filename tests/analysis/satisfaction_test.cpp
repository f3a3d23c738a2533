#include <catch2/catch.hpp>

#include "sim/trace/signature.hpp"
#include "tests/analysis/feelings.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

constexpr Time ten = 10h;

/// One lane that takes ten minutes each; two who come together wait 0 and 10 minutes, and expect to
/// wait for five.
tiny::World two_at_a_slow_lane() {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.general().expected_wait = 5min;
  world.add_station(1);
  for (int i = 0; i < 2; ++i) world.add_person(ten, {10min});
  return world;
}

/// The same, and the second has a case of that kind.
tiny::World with_case_of_second(std::vector<RuleStep> ladder, bool within_rules, Time in_lane) {
  tiny::World world = two_at_a_slow_lane();
  const CaseId kind = world.add_case(std::move(ladder));
  world.scenario.cases[kind].within_rules = within_rules;
  world.give_case(PersonId{1}, kind, in_lane);
  return world;
}

}  // namespace

TEST_CASE("what counts is the gap between the felt wait and what was expected") {
  tiny::World world = two_at_a_slow_lane();
  world.scenario.feelings->loss_per_minute = 0.02;
  const std::vector<Opinion> opinions = opinions_of(world);
  CHECK(opinions[0].satisfaction == Approx(0.9));  // five minutes less
  CHECK(opinions[1].satisfaction == Approx(0.7));  // five minutes more
  CHECK_FALSE(opinions[0].beyond_expectation);
  CHECK(opinions[1].beyond_expectation);
  world.general().expected_wait = 10min;
  CHECK(satisfactions(world)[1] == Approx(0.8));
}

TEST_CASE("the offended lose a part of their satisfaction") {
  tiny::World world = two_at_a_slow_lane();
  const CaseId demand = world.add_case({GiveIn{}});
  world.give_case(PersonId{0}, demand, 0s);
  CHECK(satisfactions(world)[1] == Approx(0.8));
  world.scenario.feelings->offence = 0.25;
  CHECK(satisfactions(world)[1] == Approx(0.6));
}

TEST_CASE("the late lose satisfaction and what their minutes are worth") {
  tiny::World world = two_at_a_slow_lane();
  world.scenario.start = ten + 17min;  // they are in at 10:10 and 10:20
  world.scenario.feelings->late = 0.5;
  world.general().value_per_minute_late = 2;
  CHECK_THAT(satisfactions(world), Catch::Matchers::Approx(std::vector{0.8, 0.4}));
  CHECK(opinions_of(world)[0].value_lost == 0);
  CHECK(opinions_of(world)[1].value_lost == Approx(6));
  CHECK(felt_summary_of(world).all.felt->value_lost == Approx(6));

  world.general().late_from = 1min;
  CHECK(opinions_of(world)[1].value_lost == Approx(4));
  world.general().late_from = 3min;  // to them nothing is lost yet
  CHECK(opinions_of(world)[1].value_lost == 0);
  CHECK(satisfactions(world)[1] == Approx(0.8));
}

TEST_CASE("who is still on the way in at the end is late until then") {
  tiny::World world = two_at_a_slow_lane();
  world.scenario.start = ten + 2min;
  world.scenario.until = ten + 5min;
  world.general().value_per_minute_late = 1;
  CHECK(opinions_of(world)[1].value_lost == Approx(3));
}

TEST_CASE("in the right and sent away, nothing is left") {
  const tiny::World world = with_case_of_second({TurnAway{}}, true, 0s);
  CHECK_THAT(satisfactions(world), Catch::Matchers::Approx(std::vector{0.8, 0.0}));
}

TEST_CASE("in the wrong and sent away, a part is lost") {
  tiny::World world = with_case_of_second({TurnAway{}}, false, 0s);
  world.scenario.feelings->shut_out = 0.75;
  CHECK(satisfactions(world)[1] == Approx(0.2));
}

TEST_CASE("in the right and put right quickly is better than no trouble at all") {
  tiny::World world = with_case_of_second({Resolve{}}, true, 2min);
  world.scenario.feelings->recovery = 0.1;
  world.scenario.feelings->quickly = 2min;
  CHECK(satisfactions(world)[1] == Approx(0.9));
  world.scenario.feelings->quickly = 1min;
  CHECK(satisfactions(world)[1] == Approx(0.8));
}

TEST_CASE("who is given in to is pleased, in the right or not") {
  tiny::World world = with_case_of_second({GiveIn{}}, false, 0s);
  world.scenario.feelings->recovery = 0.1;
  CHECK(satisfactions(world)[1] == Approx(0.9));
}

TEST_CASE("who gave up has not come in") {
  tiny::World world = two_at_a_slow_lane();
  world.crowd.patience = Table<PersonId, Time>(2, 1min);
  world.scenario.feelings->shut_out = 0.5;
  CHECK_THAT(satisfactions(world), Catch::Matchers::Approx(std::vector{0.8, 0.4}));
}

TEST_CASE("the figures of how it felt are those of each group") {
  tiny::World world = two_at_a_slow_lane();
  world.scenario.feelings->overestimate = 0.5;
  world.scenario.feelings->loss_per_minute = 0.02;
  const Summary summary = felt_summary_of(world);
  const FeltFigures felt = *summary.all.felt;
  CHECK(felt.people == 2);
  CHECK(felt.mean == 7min + 30s);
  CHECK(felt.p95 == 15min);
  CHECK(*felt.to_actual == Approx(1.5));
  CHECK(felt.beyond_expectation == 1);
  CHECK(felt.offended == 0);
  CHECK(felt.satisfaction == Approx((0.9 + 0.6) / 2));
  CHECK(summary.gates.front().felt == felt);
  CHECK(summary.classes.front().felt == felt);
}

TEST_CASE("asking how it felt changes nothing that happens") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    const Floor floor(world.scenario);
    Signature without;
    run_evening(floor, world.crowd, without);

    world.scenario.feelings = Feelings{};
    world.scenario.announcements = Announcements{};
    world.scenario.aftermath = Aftermath{};
    const Floor asking(world.scenario);
    Signature with;
    Experience experience(asking, world.crowd);
    Several both(with, experience);
    run_evening(asking, world.crowd, both);
    REQUIRE(with.value() == without.value());
  }
}

TEST_CASE("each class and each gate has the figures of its own people") {
  tiny::World world = two_at_a_slow_lane();
  world.scenario.feelings->loss_per_minute = 0.02;
  world.scenario.gates.push_back({.name = "back"});
  world.general().route.push_back(world.general().route[GateId{0}]);
  TicketClass patient = world.general();
  patient.name = "patient";
  patient.expected_wait = 30min;
  world.scenario.classes.push_back(patient);
  world.scenario.touchpoints[TouchpointId{0}].service_s = {Constant{600}, Constant{600}};
  world.crowd.ticket_class[PersonId{1}] = 1;
  world.crowd.gate[PersonId{1}] = 1;
  const Summary summary = felt_summary_of(world);
  // The first waited 0 of 5 minutes, the second 10 of 30.
  CHECK(summary.all.felt->satisfaction == Approx((0.9 + 1.0) / 2));
  CHECK(summary.classes[0].felt->satisfaction == Approx(0.9));
  CHECK(summary.classes[1].felt->satisfaction == Approx(1.0));
  CHECK(summary.classes[1].felt->beyond_expectation == 0);
  CHECK(summary.gates[0].felt->mean == 0s);
  CHECK(summary.gates[1].felt->mean == 10min);
  CHECK(summary.gates[1].felt->people == 1);
}

TEST_CASE("what a floater does in the line counts as what is done in the lane") {
  // Two minutes after the first is called, the second has been looked at: a case is found.
  tiny::World world = with_case_of_second({Resolve{}}, true, 1min);
  Station& station = world.scenario.stations[StationId{0}];
  station.floaters = 1;
  station.floater_check = 2min;
  world.scenario.feelings->recovery = 0.1;
  CHECK_THAT(satisfactions(world), Catch::Matchers::Approx(std::vector{0.8, 0.9}));
  CHECK(felt_waits(world) == std::vector<Time>{0s, 10min});

  world.crowd.cases.front().admitted = false;  // sent away at 10:03
  CHECK_THAT(satisfactions(world), Catch::Matchers::Approx(std::vector{0.8, 0.0}));
  CHECK(felt_waits(world) == std::vector<Time>{0s, 3min});
}
