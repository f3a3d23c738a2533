#include "sim/analysis/summarize.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "tests/analysis/evenings.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

constexpr Time ten = 10h;

/// One lane that takes ten seconds each, and three people a second apart.
tiny::World three_in_a_row() {
  tiny::World world;
  world.add_station(1);
  for (const Time after : {0s, 1s, 2s}) world.add_person(ten + after, {10s});
  return world;
}

}  // namespace

TEST_CASE("the figures of three people at one lane") {
  tiny::World world = three_in_a_row();
  world.scenario.name = "three";
  world.scenario.start = ten + 20s;
  world.crowd.luck = {7, 3};
  const Summary summary = summary_of(world);

  CHECK(summary.scenario == "three");
  CHECK(summary.luck == Luck{7, 3});
  CHECK(summary.all.waits == WaitFigures{3, 9s, 9s, 18s, 18s, 18s});
  CHECK(summary.all.outcomes.came() == 3);
  CHECK(summary.all.outcomes.admitted == 3);
  CHECK(summary.first_arrival == ten);
  CHECK(summary.last_admission == ten + 30s);
  CHECK(summary.end == ten + 30s);
  CHECK(summary.waiting == Peak{2, ten + 2s});

  // In at :10, :20 and :30; the show starts at :20.
  CHECK(summary.all.punctuality == Punctuality{2, 1, 10s, 10s});

  REQUIRE(summary.stations.size() == 1);
  const StationFigures& station = summary.stations.front();
  CHECK(station.waits == summary.all.waits);
  CHECK(station.waiting == Peak{2, ten + 2s});
  CHECK(station.longest_line.people == Peak{2, ten + 2s});
  CHECK(station.longest_line.lane == 1);
  CHECK(station.longest_line.metres == Approx(1.3));
  CHECK(station.time.open == 30s);
  CHECK(station.time.service == 30s);
  CHECK(station.utilisation() == 1);
  CHECK(station.clear_at == ten + 30s);
}

TEST_CASE("who finds a lane idle never stands in line") {
  tiny::World world;
  world.add_station(1);
  world.add_person(ten, {10s});
  world.add_person(ten + 10s, {10s});
  const Summary summary = summary_of(world);
  CHECK(summary.waiting == Peak{0, never});
  CHECK(summary.stations.front().longest_line.people.people == 0);
  CHECK(summary.all.waits.longest == 0s);
}

TEST_CASE("people abreast make a line shorter") {
  tiny::World world = three_in_a_row();
  Station& station = world.scenario.stations[StationId{0}];
  station.layout = QueueLayout::Serpentine;
  station.abreast = 2;
  station.spacing_m = 0.8;
  const LongestLine line = summary_of(world).stations.front().longest_line;
  CHECK(line.people.people == 2);
  CHECK(line.lane == 0);  // the common line
  CHECK(line.metres == Approx(0.8));
}

TEST_CASE("without a start nobody is late") {
  CHECK_FALSE(summary_of(three_in_a_row()).all.punctuality);
}

TEST_CASE("a lane is blocked while there is no room ahead") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1).pen = 0;
  world.add_person(ten, {5s, 20s});
  world.add_person(ten + 1s, {5s, 1s});
  const Summary summary = summary_of(world);
  // The second is called at :05, served at :10, and blocks the lane until :25.
  const StationFigures& first = summary.stations[0];
  CHECK(first.time.open == 26s);
  CHECK(first.time.service == 10s);
  CHECK(first.time.blocked == 15s);
  CHECK(first.blocked() == Approx(15.0 / 26));
  CHECK(first.clear_at == ten + 25s);
  CHECK(summary.stations[1].time.service == 21s);
  CHECK(summary.all.waits == WaitFigures{2, 2s, 0s, 4s, 4s, 4s});
}

TEST_CASE("everyone ends in one of the outcomes") {
  tiny::World world;
  world.add_station(1);
  const CaseId forged = world.add_case({TurnAway{2s}});
  const PersonId cheat = world.add_person(ten, {10s});
  world.add_person(ten + 1s, {10s});   // called at :12, admitted at :22
  world.add_person(ten + 2s, {10s});   // gives up at :07
  world.add_person(ten + 3s, {10s});   // stays away
  world.add_person(ten + 4s, {30s});   // called at :22, still served at the cut
  world.add_person(ten + 5s, {10s});   // still in line at the cut
  world.add_person(ten + 50s, {10s});  // due after it
  world.give_case(cheat, forged, 0s);
  world.crowd.patience = Table<PersonId, Time>(7, 1h);
  world.crowd.patience[PersonId{2}] = 5s;
  world.crowd.absent = Table<PersonId, std::uint8_t>(7, std::uint8_t{0});
  world.crowd.absent[PersonId{3}] = 1;
  world.scenario.until = ten + 40s;
  const Summary summary = summary_of(world);

  CHECK(summary.all.outcomes == Outcomes{.tickets = 7,
                                         .admitted = 1,
                                         .turned_away = 1,
                                         .gave_up = 1,
                                         .still_waiting = 2,
                                         .never_came = 2});
  CHECK(summary.end == ten + 40s);
  // Waits of those who came: 0, 11, 5 (gave up), 18 and 35 (until the cut).
  CHECK(summary.all.waits.people == 5);
  CHECK(summary.all.waits.mean == 13'800ms);
  CHECK(summary.all.waits.longest == 35s);
  CHECK(summary.stations.front().gave_up == 1);
  CHECK(summary.stations.front().waits.people == 3);
  CHECK(summary.stations.front().time.open == 40s);
  CHECK(summary.stations.front().time.service == 38s);
  CHECK(summary.stations.front().time.cases == 2s);
  REQUIRE(summary.cases.size() == 1);
  CHECK(summary.cases.front() == CaseFigures{.name = "case",
                                             .arose = 1,
                                             .turned_away = 1,
                                             .wrongly_turned_away = 1,
                                             .in_lane = 2s,
                                             .for_the_one = 2s});
}

TEST_CASE("an evening that is over before its cut ends when it is over") {
  tiny::World world = three_in_a_row();
  world.scenario.until = 23h;
  CHECK(summary_of(world).end == ten + 30s);
}

TEST_CASE("people whom nobody will serve have waited until the last thing happened") {
  tiny::World world = three_in_a_row();
  world.scenario.stations[StationId{0}].staffing = {{ten, 1}, {ten + 15s, 0}};
  world.scenario.stations[StationId{0}].on_close = OnClose::Rejoin;
  const Summary summary = summary_of(world);
  // The second is served until :20; the third waits on.
  CHECK(summary.all.outcomes.still_waiting == 1);
  CHECK(summary.end == ten + 20s);
  CHECK(summary.all.waits.longest == 18s);
  CHECK(summary.stations.front().time.open == 20s);
}

TEST_CASE("cases are told by how they went") {
  tiny::World world;
  world.add_station(1);
  world.add_desk(1);
  const CaseId phone = world.add_case({Resolve{20s}, StepAside{TouchpointId{1}}});
  for (int i = 0; i < 3; ++i) world.add_person(ten, {1s});
  world.give_case(PersonId{0}, phone, 5s);
  world.give_case(PersonId{1}, phone, 60s, 30s);
  const Summary summary = summary_of(world);
  // Solved within 5 s; the other is sent aside after 20 s, and 30 s at the desk.
  CHECK(summary.cases.front() == CaseFigures{.name = "case",
                                             .arose = 2,
                                             .solved = 1,
                                             .stepped_aside = 1,
                                             .let_on = 2,
                                             .in_lane = 25s,
                                             .for_the_one = 55s});
  CHECK(summary.stations[0].time.cases == 25s);
  CHECK(summary.stations[1].name == "desk");
  CHECK(summary.stations[1].waits.people == 1);
  CHECK(summary.stations[1].time.service == 30s);
}

TEST_CASE("both errors of a rule are counted: the right sent away, the wrong let in") {
  tiny::World world;
  world.add_station(1);
  world.scenario.house.supervisors = Supervisors{1, 5s, false};
  const CaseId phone = world.add_case({TurnAway{3s}});
  const CaseId forged = world.add_case({CallSupervisor{}});
  const CaseId upgrade = world.add_case({GiveIn{2s}});
  for (const CaseId kind : {forged, upgrade}) world.scenario.cases[kind].within_rules = false;
  const CaseId kinds[] = {phone, forged, forged, upgrade};
  for (std::size_t i = 0; i < 4; ++i) {
    world.add_person(ten, {1s});
    world.give_case(PersonId{i}, kinds[i], 60s);
    world.crowd.cases.back().by_supervisor = 10s;
  }
  world.crowd.cases[2].admitted_by_supervisor = false;
  const std::vector<CaseFigures> cases = summary_of(world).cases;
  CHECK(cases[0] == CaseFigures{.name = "case",
                                .arose = 1,
                                .turned_away = 1,
                                .wrongly_turned_away = 1,
                                .in_lane = 3s,
                                .for_the_one = 3s});
  CHECK(cases[1] == CaseFigures{.name = "case",
                                .arose = 2,
                                .supervised = 2,
                                .let_on = 1,
                                .turned_away = 1,
                                .wrongly_let_on = 1,
                                .in_lane = 30s,
                                .for_the_one = 30s});
  CHECK(cases[2] == CaseFigures{.name = "case",
                                .arose = 1,
                                .granted = 1,
                                .let_on = 1,
                                .wrongly_let_on = 1,
                                .in_lane = 2s,
                                .for_the_one = 2s});
}

TEST_CASE("gates and classes part the people") {
  tiny::World world = three_in_a_row();
  Scenario& scenario = world.scenario;
  scenario.start = ten + 15s;
  scenario.gates.push_back({.name = "side"});
  TicketClass vip = world.general();
  vip.name = "vip";
  scenario.classes.push_back(vip);
  for (TicketClass& c : scenario.classes)
    c.route.push_back(c.route[GateId{0}]);  // both gates share the station
  world.crowd.gate[PersonId{2}] = 1;
  world.crowd.ticket_class[PersonId{1}] = 1;
  const Summary summary = summary_of(world);

  REQUIRE(summary.gates.size() == 2);
  CHECK(summary.gates[0].name == "main");
  CHECK(summary.gates[0].waits == WaitFigures{2, 4'500ms, 0s, 9s, 9s, 9s});
  CHECK(summary.gates[0].punctuality == Punctuality{1, 1, 5s, 5s});
  CHECK(summary.gates[1].name == "side");
  CHECK(summary.gates[1].waits == WaitFigures{1, 18s, 18s, 18s, 18s, 18s});
  REQUIRE(summary.classes.size() == 2);
  CHECK(summary.classes[1].name == "vip");
  CHECK(summary.classes[1].waits.longest == 9s);
  CHECK(summary.classes[0].outcomes.admitted == 2);
  CHECK(summary.all.waits.people == 3);
}

TEST_CASE("a zone is as dense as its lines are long") {
  tiny::World world = three_in_a_row();
  world.scenario.stations[StationId{0}].zone = world.scenario.zones.push_back({"yard", 4});
  world.scenario.goals.density_per_m2 = 0.3;
  const Summary summary = summary_of(world);
  REQUIRE(summary.zones.size() == 1);
  const ZoneFigures& yard = summary.zones.front();
  CHECK(yard.people == Peak{2, ten + 2s});
  CHECK(yard.peak_per_m2 == Approx(0.5));
  CHECK(yard.first_above_goal == ten + 2s);  // one person is 0.25, two are too many
  CHECK(yard.above_goal == 8s);
  REQUIRE(summary.goals.size() == 1);
  CHECK_FALSE(summary.goals.front().met);
  CHECK(summary.goals.front().zone == "yard");
}

TEST_CASE("curves show the evening minute by minute") {
  tiny::World world;
  world.add_station(1);
  for (const Time after : {10s, 20s, 70s}) world.add_person(ten + after, {50s});
  const Curves curves = summary_of(world).curves;
  // In at 1:00, 1:50 and 2:40.
  CHECK(curves.from == ten);
  CHECK(curves.arrived == std::vector<std::uint32_t>{2, 1, 0});
  CHECK(curves.admitted == std::vector<std::uint32_t>{0, 2, 1});
  CHECK(curves.waiting == std::vector<std::uint32_t>{1, 0, 0});
}

TEST_CASE("an evening with nobody has a summary") {
  tiny::World world;
  world.add_station(1);
  const Summary summary = summary_of(world);
  CHECK(summary.all.outcomes == Outcomes{});
  CHECK(summary.first_arrival == never);
  CHECK(summary.last_admission == never);
}

TEST_CASE("the tally agrees with the visits of evenings in which everything happens") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const tiny::World world = random_evening(seed);
    const Summary summary = summary_of(world);
    const std::vector<Visit> visits = tiny::visits_of(world);
    for (std::size_t i = 0; i < summary.stations.size(); ++i) {
      std::vector<Time> waits;
      Time served{}, blocked{};
      for (const Visit& visit : visits) {
        if (visit.station != StationId{i} || visit.called == never) continue;
        waits.push_back(visit.called - visit.came);
        blocked += visit.stood_blocked(summary.end);
        served += (visit.left == never ? summary.end : visit.left) - visit.called;
      }
      const StationFigures& station = summary.stations[i];
      CHECK(station.waits == wait_figures(waits));
      CHECK(station.time.blocked == blocked);
      const LaneTime& time = station.time;
      CHECK(time.service + time.cases + time.blocked <= served);
      if (time.broken == Time{}) CHECK(time.service + time.cases + time.blocked == served);
    }
    std::vector<Time> waited(world.crowd.size());
    for (const Visit& visit : visits) waited[visit.person.index()] += visit.waited(summary.end);
    const auto longest = std::ranges::max_element(waited);
    CHECK(summary.all.waits.longest == (longest == waited.end() ? Time{} : *longest));
    const auto& curves = summary.curves;
    CHECK(std::accumulate(curves.admitted.begin(), curves.admitted.end(), std::size_t{0}) ==
          summary.all.outcomes.admitted);
    CHECK(std::accumulate(curves.arrived.begin(), curves.arrived.end(), std::size_t{0}) ==
          summary.all.outcomes.came());
  }
}
