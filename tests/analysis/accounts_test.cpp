#include "sim/analysis/accounts.hpp"

#include <catch2/catch.hpp>

#include "sim/analysis/season.hpp"
#include "tests/analysis/evenings.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

constexpr Time ten = 10h;
constexpr double second = 3600;  ///< an hourly rate of one a second

/// One lane that takes ten seconds each, and two people a second apart: in at :10 and :20.
struct PaidEvening : tiny::World {
  PaidEvening() {
    add_station(1);
    scenario.touchpoints[TouchpointId{0}].service_s = {Constant{10}};
    scenario.money.emplace();
    scenario.money->spend_min = 1;
    add_person(ten, {10s});
    add_person(ten + 1s, {10s});
  }
  Money& money() { return *scenario.money; }
  CaseId give_to_the_first(std::vector<RuleStep> ladder, bool within_rules, Time in_lane) {
    const CaseId kind = add_case(std::move(ladder));
    scenario.cases[kind].within_rules = within_rules;
    give_case(PersonId{0}, kind, in_lane);
    return kind;
  }
};

MoneyFigures accounts(const PaidEvening& evening) {
  const Summary summary = summary_of(evening);
  REQUIRE(summary.money);
  return *summary.money;
}

Table<PersonId, PersonMoney> by_person(const PaidEvening& evening) {
  const Floor floor(evening.scenario);
  Trace trace;
  const Time end = run_evening(floor, evening.crowd, trace).now;
  return money_by_person(floor, evening.crowd, trace, end);
}

}  // namespace

TEST_CASE("money is counted where the scenario counts it") {
  PaidEvening evening;
  CHECK(accounts(evening).result() == 0);
  evening.scenario.money.reset();
  CHECK_FALSE(summary_of(evening).money);
}

TEST_CASE("lanes are paid for while they are staffed") {
  PaidEvening evening;
  evening.money().staff_per_hour = second;
  CHECK(accounts(evening).lanes == Approx(20));
  CHECK(accounts(evening).result() == Approx(-20));
  CHECK(accounts(evening).desks == 0);
}

TEST_CASE("a desk's bays are paid at their own rate") {
  PaidEvening evening;
  evening.add_desk(1);
  evening.money().desk_per_hour = 2 * second;
  CHECK(accounts(evening).desks == Approx(40));
  CHECK(accounts(evening).lanes == 0);
}

TEST_CASE("supervisors are paid from the first opening to the end, each of them") {
  PaidEvening evening;
  evening.money().supervisor_per_hour = second;
  CHECK(accounts(evening).supervisors == 0);
  evening.scenario.house.supervisors = Supervisors{.count = 3};
  CHECK(accounts(evening).supervisors == Approx(60));
  evening.scenario.stations[StationId{0}].staffing = {{ten - 30s, 1}};
  CHECK(accounts(evening).supervisors == Approx(150));
}

TEST_CASE("staff at the doors are paid like supervisors") {
  PaidEvening evening;
  evening.money().door_staff = 2;
  evening.money().door_staff_per_hour = second;
  CHECK(accounts(evening).door_staff == Approx(40));
}

TEST_CASE("every lane has its device, a desk has none") {
  PaidEvening evening;
  evening.scenario.stations[StationId{0}].lanes = 4;
  evening.add_desk(2);
  evening.money().device_per_lane = 15;
  CHECK(accounts(evening).devices == 60);
}

TEST_CASE("who gives up brings nothing for the ticket, who never comes does") {
  PaidEvening evening;
  evening.add_person(ten + 2s, {10s});
  evening.general().price = 40;
  CHECK(accounts(evening).tickets == 120);
  evening.crowd.patience = Table<PersonId, Time>(3, 1h);
  evening.crowd.patience[PersonId{1}] = 5s;
  evening.crowd.absent = Table<PersonId, std::uint8_t>(3, std::uint8_t{0});
  evening.crowd.absent[PersonId{2}] = 1;
  CHECK(accounts(evening).tickets == 80);
  CHECK(accounts(evening).lost_tickets == 40);
  evening.money().refund = 25;
  CHECK(accounts(evening).refunds == 0);  // the ticket that is not counted is not paid back either
}

TEST_CASE("a refund goes to those in the right who were turned away") {
  PaidEvening evening;
  evening.money().refund = 25;
  evening.general().price = 40;
  const CaseId kind = evening.give_to_the_first({TurnAway{5s}}, true, 0s);
  CHECK(accounts(evening).refunds == 25);
  CHECK(accounts(evening).cases[kind.index()].refunds == 25);
  CHECK(accounts(evening).tickets == 80);
  CHECK(by_person(evening)[PersonId{0}] == PersonMoney{40, 25});

  evening.scenario.cases[kind].within_rules = false;
  CHECK(accounts(evening).refunds == 0);
  CHECK(accounts(evening).tickets == 40);  // theirs was not paid for
  evening.scenario.cases[kind].paid = true;
  CHECK(accounts(evening).tickets == 80);
}

TEST_CASE("giving in costs what its kind of case says") {
  PaidEvening evening;
  const CaseId kind = evening.give_to_the_first({GiveIn{5s}}, false, 0s);
  evening.scenario.cases[kind].concession_cost = 12;
  CHECK(accounts(evening).concessions == 12);
  CHECK(accounts(evening).cases[kind.index()].concessions == 12);
  CHECK(by_person(evening)[PersonId{0}] == PersonMoney{0, 12});
  evening.scenario.rules[RuleId{0}].ladder = {Resolve{}};
  CHECK(accounts(evening).concessions == 0);
}

TEST_CASE("who is late spends less inside, who stays out spends nothing") {
  PaidEvening evening;
  evening.scenario.start = ten + 15s;
  evening.general().spend_per_min = 6;  // for one minute; the second is in 5 s late
  CHECK(accounts(evening).spend == Approx(6 + 5.5));
  CHECK(accounts(evening).lost_late == Approx(0.5));
  CHECK(accounts(evening).lost_outside == 0);
  CHECK(by_person(evening)[PersonId{1}].brought == Approx(5.5));

  const CaseId kind = evening.give_to_the_first({TurnAway{}}, true, 0s);
  CHECK(accounts(evening).lost_outside == 6);
  CHECK(accounts(evening).spend == Approx(5.5));
  evening.scenario.cases[kind].within_rules = false;
  CHECK(accounts(evening).lost_outside == 0);
}

TEST_CASE("the others' time has the value it is given") {
  PaidEvening evening;
  evening.money().others_per_hour = second;
  CHECK(accounts(evening).others_time == Approx(9));
  CHECK(accounts(evening).costs() == Approx(9));
}

TEST_CASE("a kind of case costs what its people take of lanes, supervisors and the desk") {
  PaidEvening evening;
  evening.add_desk(1).walk = 3s;
  evening.scenario.house.supervisors = Supervisors{.count = 1, .walk = 4s};
  const CaseId kind =
      evening.give_to_the_first({Resolve{6s}, StepAside{TouchpointId{1}}}, true, 1h);
  evening.crowd.cases.front().at_desk = 20s;
  evening.money().staff_per_hour = second;
  evening.money().desk_per_hour = 2 * second;
  CHECK(accounts(evening).cases[kind.index()].serving == Approx(6 + 40));
  // The ordinary service is theirs, too.
  CHECK(by_person(evening)[PersonId{0}].cost == Approx(10 + 6 + 40));
  CHECK(by_person(evening)[PersonId{1}].cost == Approx(10));

  evening.scenario.rules[RuleId{0}].ladder = {CallSupervisor{}};
  evening.crowd.cases.front().by_supervisor = 5s;
  evening.money().supervisor_per_hour = 10 * second;
  CHECK(accounts(evening).cases[kind.index()].serving == Approx(4 + 5 + 50));
  CHECK(by_person(evening)[PersonId{0}].cost == Approx(10 + 4 + 5 + 50));
}

TEST_CASE("complaints and their reach have a price") {
  Money money;
  money.per_complaint = 8;
  money.per_thousand_reached = 3;
  AftermathFigures aftermath;
  aftermath.closed = aftermath.in_public = 1;
  aftermath.reached = 500;
  CHECK(cost_of_complaints(money, aftermath) == Approx(17.5));
}

TEST_CASE("what a case costs the others is worth what their time is") {
  PaidEvening evening;
  CHECK_FALSE(worth_of_waiting(evening.scenario, 60));
  evening.money().others_per_hour = 30;
  CHECK(worth_of_waiting(evening.scenario, 60).value() == Approx(0.5));
  evening.scenario.money.reset();
  CHECK_FALSE(worth_of_waiting(evening.scenario, 60));
}

TEST_CASE("the accounts of all persons add up to those of the evening") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.general().price = 40;
    world.general().spend_per_min = 0.5;
    for (Case& kind : world.scenario.cases) kind.concession_cost = 7;
    world.scenario.money.emplace();
    world.scenario.money->refund = 1;
    world.scenario.money->others_per_hour = second;
    const Floor floor(world.scenario);
    Trace trace;
    Tally tally(floor, world.crowd);
    Several both(tally, trace);
    run_evening(floor, world.crowd, both);
    const Summary evening = summarize(floor, world.crowd, std::move(tally));
    REQUIRE(evening.money);
    const MoneyFigures& money = *evening.money;

    double brought = 0, cost = 0, serving = 0, concessions = 0;
    for (const PersonMoney& person : money_by_person(floor, world.crowd, trace, evening.end)) {
      brought += person.brought;
      cost += person.cost;
    }
    for (const CaseMoney& kind : money.cases) {
      serving += kind.serving;
      concessions += kind.concessions;
    }
    CHECK(brought == Approx(money.brought()));
    CHECK(concessions == Approx(money.concessions));
    CHECK(serving == 0);  // no hourly rate is given
    CHECK(cost == Approx(money.refunds + money.concessions));
    CHECK(money.refunds <= static_cast<double>(wronged_in(world.scenario, evening)));
    const WaitFigures& waits = evening.all.waits;
    CHECK(money.others_time ==
          Approx(in_seconds(waits.mean) * static_cast<double>(waits.people)).margin(1e-3));
    CHECK(money.result() == Approx(money.brought() - money.costs()));
  }
}
