#include "sim/ledger/ledger.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "sim/trace/waits.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

const StationId first{0}, second{1};
const PersonId p0{0}, p1{1}, p2{2}, p3{3};

struct Books {
  Floor floor;
  Ledger ledger;
  explicit Books(const tiny::World& world) : floor(world.scenario), ledger(floor, world.crowd) {
    const World end = run_evening(floor, world.crowd, ledger);
    ledger.close(end.now);
  }
  Ledger* operator->() { return &ledger; }
};

/// What the rule says, told slowly: at each step of time everyone asks what they wait for.
struct SlowBooks {
  Ledger rule;
  Waits waits;
  Table<PersonId, Time> charged_to;  // by person who waits
  Table<PersonId, Time> to_service;
  std::map<std::pair<StationId, CauseKind>, Time> by_cause;
  std::map<HoldUpId, Time> by_case;
  Time last{};

  SlowBooks(const Floor& floor, const Crowd& crowd)
      : rule(floor, crowd),
        waits(crowd.size()),
        charged_to(crowd.size()),
        to_service(crowd.size()) {}

  void operator()(const Happening& h) {
    pass_to(h.at);
    rule(h);
    waits(h);
  }

  void pass_to(Time now) {
    const Time span = now - last;
    last = now;
    if (span == Time{}) return;
    for (const PersonId person : keys_of(charged_to)) {
      const auto cause = rule.cause_for(person);
      if (!cause) continue;
      charged_to[person] += span;
      by_cause[{cause->station, cause->kind}] += span;
      if (cause->kind == CauseKind::Service) to_service[cause->person] += span;
      if (cause->kind == CauseKind::Case) by_case[cause->hold_up] += span;
    }
  }
};

}  // namespace

TEST_CASE("those behind a case wait for the services and for the case") {
  tiny::World world;
  world.add_station(1);
  for (const Time arrival : {0s, 1s, 2s}) world.add_person(arrival, {10s});
  world.give_case(p0, world.add_case({Resolve{}}), 60s);
  Books books(world);
  // p1 waits from 1 to 70: 9 for the service of p0, 60 for the case. p2 from 2 to 80.
  REQUIRE(books->hold_ups().size() == 1);
  const HoldUp& hold_up = books->hold_ups()[0];
  CHECK(hold_up.person == p0);
  CHECK(hold_up.arose == 10s);
  CHECK(hold_up.lane_free == 70s);
  CHECK(hold_up.behind == 2);
  CHECK(hold_up.charged == 120s);
  CHECK(books->charged_to_service_of(p0) == 17s);
  CHECK(books->charged_to_service_of(p1) == 10s);
  CHECK(books->charged(first, CauseKind::Service) == 27s);
  CHECK(books->total() == 147s);
}

TEST_CASE("who is blocked, and who stands behind them, wait for the lane ahead") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1).pen = 0;
  for (const Time arrival : {0s, 0s, 0s}) world.add_person(arrival, {10s, 20s});
  world.give_case(p0, world.add_case({Resolve{}}), 0s);
  world.scenario.cases[CaseId{0}].touchpoint = TouchpointId{1};
  world.crowd.cases[0].in_lane = 30s;
  Books books(world);
  // p0 is served at the first until 10, at the second until 30, then its case until 60.
  // p1 is served until 20, then blocked until 60: 10 for the service of p0, 30 for the case.
  // p2 waits from 0 to 60 in line: 10 for p0 there, 10 for p1, 10 for p0 ahead, 30 for the case;
  // then is served until 70 and blocked until p1 has left the second at 80.
  CHECK(books->hold_ups()[0].charged == 60s);
  CHECK(books->hold_ups()[0].behind == 2);
  CHECK(books->charged_to_service_of(p0) == 10s + 10s + 10s + 10s);
  CHECK(books->charged_to_service_of(p1) == 10s + 10s);
  CHECK(books->charged(first, CauseKind::Service) == 30s);
  CHECK(books->charged(second, CauseKind::Service) == 30s);
  CHECK(books->charged(second, CauseKind::Case) == 60s);
}

TEST_CASE("a common line is dealt to the open lanes in turn") {
  tiny::World world;
  world.add_station(2, QueueLayout::Serpentine);
  world.add_person(0s, {100s});
  world.add_person(0s, {10s});
  world.add_person(0s, {10s});  // dealt to lane 0, called by lane 1 at 10
  world.add_person(0s, {10s});  // dealt to lane 1, called at 20
  Books books(world);
  CHECK(books->charged_to_service_of(p0) == 10s);
  CHECK(books->charged_to_service_of(p1) == 10s);
  CHECK(books->charged_to_service_of(p2) == 10s);
}

TEST_CASE("before the doors open and after the lanes have closed nobody is to blame") {
  tiny::World world;
  world.add_station(1).staffing = {{10s, 1}, {20s, 0}, {50s, 1}};
  world.add_person(0s, {12s});
  world.add_person(11s, {5s});
  world.add_person(30s, {5s});
  Books books(world);
  // p0 waits until 10 for the doors and is served until 22. p1's line is served out, from 22. p2
  // finds nobody and waits from 30 to 50.
  CHECK(books->charged(first, CauseKind::Doors) == 10s);
  CHECK(books->charged_to_service_of(p0) == 11s);
  CHECK(books->charged(first, CauseKind::Unstaffed) == 20s);
  CHECK(books->total() == 41s);
}

TEST_CASE("a lane that has broken down is waited for as such") {
  tiny::World world;
  Station& station = world.add_station(1);
  station.breakdowns = Breakdowns{.every_s = Constant{10}, .repair_s = Constant{5}};
  world.add_person(0s, {12s});
  world.add_person(0s, {1s});
  Books books(world);
  CHECK(books->charged(first, CauseKind::Broken) == 5s);
  CHECK(books->charged_to_service_of(p0) == 12s);
}

TEST_CASE("a case that has gone to the help desk is still charged with who waits there") {
  tiny::World world;
  world.add_station(2);
  const StationId desk{1};
  world.add_desk(1);
  const CaseId kind = world.add_case({StepAside{TouchpointId{1}}});
  world.add_person(0s, {1s});
  world.add_person(0s, {1s});
  world.give_case(p0, kind, 0s, 100s);
  world.give_case(p1, kind, 0s, 10s);
  Books books(world);
  REQUIRE(books->hold_ups().size() == 2);
  CHECK(books->hold_ups()[0].charged == 0s);
  CHECK(books->hold_ups()[0].charged_at_desk == 100s);
  CHECK(books->charged(desk, CauseKind::Case) == 100s);
}

TEST_CASE("charges equal waits, by person and by cause, whatever happens") {
  std::array<std::size_t, cause_kinds> seen{};
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    const tiny::World evening = random_evening(seed);
    const Floor floor(evening.scenario);
    Ledger ledger(floor, evening.crowd);
    SlowBooks slow(floor, evening.crowd);
    Several both(ledger, slow);
    const World end = run_evening(floor, evening.crowd, both);
    const Time cut = std::max(end.now, slow.last) + 7s;
    ledger.close(cut);
    slow.pass_to(cut);
    slow.waits.close(cut);

    Time waited{};
    for (const PersonId person : keys_of(slow.charged_to)) {
      REQUIRE(slow.charged_to[person] == slow.waits[person]);
      REQUIRE(slow.to_service[person] == ledger.charged_to_service_of(person));
      waited += slow.waits[person];
    }
    REQUIRE(ledger.total() == waited);
    for (const StationId station : keys_of(evening.scenario.stations))
      for (std::size_t kind = 0; kind < cause_kinds; ++kind) {
        const auto cause = static_cast<CauseKind>(kind);
        CAPTURE(station.value, kind);
        REQUIRE(ledger.charged(station, cause) == slow.by_cause[{station, cause}]);
        seen[kind] += ledger.charged(station, cause) > Time{};
      }
    for (std::size_t row = 0; row < ledger.hold_ups().size(); ++row) {
      const HoldUp& h = ledger.hold_ups()[row];
      REQUIRE(h.charged + h.charged_at_desk == slow.by_case[HoldUpId{row}]);
    }
  }
  for (std::size_t kind = 0; kind < cause_kinds; ++kind) {
    CAPTURE(kind);
    if (static_cast<CauseKind>(kind) != CauseKind::Gridlock) CHECK(seen[kind] > 10);
  }
}
