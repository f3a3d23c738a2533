#include "sim/ledger/what_if.hpp"

#include <catch2/catch.hpp>

#include "sim/ledger/ledger.hpp"
#include "sim/trace/waits.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

const PersonId p0{0}, p1{1}, p2{2};

Time cut_of(const Scenario& scenario) {
  return std::min(scenario.until, horizon);
}

struct Evening0 {
  const tiny::World& given;
  Floor floor;
  Ledger ledger;
  Endings endings;
  Waits waits;

  explicit Evening0(const tiny::World& world)
      : given(world),
        floor(world.scenario),
        ledger(floor, world.crowd),
        endings(world.crowd.size()),
        waits(world.crowd.size()) {
    Several sinks(ledger, endings, waits);
    run_evening(floor, world.crowd, sinks);
    waits.close(cut_of(world.scenario));
  }

  std::vector<WhatIf> without_each_case() const {
    std::vector<WhatIf> all;
    for (const HoldUp& h : ledger.hold_ups())
      all.push_back({h.came_up(), Spare{h.person, floor.facts(h.station).touchpoint}});
    return all;
  }

  std::vector<Difference> ask(const std::vector<WhatIf>& what_ifs) const {
    return differences(floor, given.crowd, endings, what_ifs, given.crowd.size());
  }
};

/// The same the slow way: the whole evening again.
struct Rerun {
  Waits waits;
  Endings endings;

  Rerun(const Evening0& evening, const WhatIf& what_if)
      : waits(evening.given.crowd.size()), endings(evening.given.crowd.size()) {
    World world = empty_world(evening.floor);
    Several sinks(waits, endings);
    Evening run(evening.floor, evening.given.crowd, world, sinks);
    const auto* spare = std::get_if<Spare>(&what_if.change);
    const auto* hold = std::get_if<Hold>(&what_if.change);
    if (spare) world.spared = spare->person, world.spared_at = spare->touchpoint;
    run.open();
    if (hold) {
      run.run_until(what_if.at);
      world.now = what_if.at;
      run.hold(hold->lane, hold->span);
    }
    run.run_until(cut_of(evening.given.scenario));
    waits.close(cut_of(evening.given.scenario));
  }
};

bool in_by_start(const Ending& ending, Time start) {
  return start > Time{} && ending.how == What::Admitted && ending.at <= start;
}

bool gave_up(const Ending& ending) {
  return ending.how == What::GaveUp || ending.how == What::Baulked;
}

/// Holds one answer against the evening run again as a whole.
void require_exact(const Evening0& evening, const WhatIf& what_if, const Difference& d) {
  const Rerun again(evening, what_if);
  Time longer{}, shorter{};
  std::uint32_t people_longer = 0, people_shorter = 0, in_time = 0, late = 0, gave = 0, stayed = 0;
  const Time start = evening.given.scenario.start;
  std::vector<WaitChange> changes;
  for (const PersonId person : keys<PersonId>(evening.given.crowd.size())) {
    if (person == d.the_one) continue;
    const Time change = again.waits[person] - evening.waits[person];
    (change > Time{} ? longer : shorter) += change;
    people_longer += change > Time{};
    people_shorter += change < Time{};
    if (change != Time{}) changes.push_back({person, change});
    const Ending& before = evening.endings[person];
    const Ending& now = again.endings[person];
    in_time += !in_by_start(before, start) && in_by_start(now, start);
    late += in_by_start(before, start) && !in_by_start(now, start);
    gave += !gave_up(before) && gave_up(now);
    stayed += gave_up(before) && !gave_up(now);
  }
  REQUIRE(d.longer == longer);
  REQUIRE(d.shorter == -shorter);
  REQUIRE(d.people_longer == people_longer);
  REQUIRE(d.people_shorter == people_shorter);
  REQUIRE(d.newly_in_by_start == in_time);
  REQUIRE(d.no_longer_in_by_start == late);
  REQUIRE(d.newly_gave_up == gave);
  REQUIRE(d.no_longer_gave_up == stayed);
  std::vector<WaitChange> told = d.most_longer;
  told.insert(told.end(), d.most_shorter.begin(), d.most_shorter.end());
  std::ranges::sort(told, {}, &WaitChange::person);
  REQUIRE(told == changes);
  if (d.the_one) REQUIRE(d.of_the_one == again.endings[d.the_one]);
}

}  // namespace

TEST_CASE("without the case, those behind are served as if it had never been") {
  tiny::World world;
  world.add_station(1);
  for (const Time arrival : {0s, 1s, 100s}) world.add_person(arrival, {10s});
  world.give_case(p0, world.add_case({Resolve{}}), 60s);
  const Evening0 evening(world);
  // p1 waits 69 instead of 9; p2 comes at 100, after all is over.
  const Difference d = evening.ask(evening.without_each_case()).at(0);
  CHECK(d.shorter == 60s);
  CHECK(d.people_shorter == 1);
  CHECK(d.longer == 0s);
  CHECK(d.most_shorter == std::vector<WaitChange>{{p1, -60s}});
  CHECK(d.the_one == p0);
  CHECK(d.of_the_one == Ending{10s, What::Admitted});
  CHECK(d.merged);
}

TEST_CASE("a block of the first of many, one every 4 s, served in 3 s") {
  // With d = 4 - 3 and m = ceil(120 / d) - 1: m * 120 - d m (m + 1) / 2 = 7140, 119 delayed.
  tiny::World world;
  world.add_station(1);
  for (int k = 0; k < 400; ++k) world.add_person(k * 4s, {3s});
  world.give_case(p0, world.add_case({Resolve{}}), 120s);
  const Evening0 evening(world);
  CHECK(evening.ledger.hold_ups()[0].charged == 1830s);  // 119 + 115 + ... + 3, while it lasts
  const Difference d = evening.ask(evening.without_each_case()).at(0);
  CHECK(d.shorter == 7140s);
  CHECK(d.people_shorter == 119);
  CHECK(d.merged);
}

TEST_CASE("an idle lane that is held serves nobody meanwhile; a busy one later") {
  tiny::World world;
  world.add_station(1);
  world.add_person(10s, {5s});
  world.add_person(12s, {5s});
  const Evening0 evening(world);
  const LaneId lane{0};
  const auto d = evening.ask({{8s, Hold{lane, 4s}}, {11s, Hold{lane, 30s}}, {50s, Hold{lane, 9s}}});
  CHECK(d[0].longer == 2s + 2s);
  CHECK_FALSE(d[0].the_one);
  CHECK(d[1].longer == 30s);
  CHECK(d[1].the_one == p0);
  CHECK(d[2].longer == 0s);
}

TEST_CASE("nobody is held up where no lane is open") {
  tiny::World world;
  world.add_station(2).staffing = {{10s, 1}};
  world.add_person(0s, {5s});
  const Evening0 evening(world);
  const auto d = evening.ask({{5s, Hold{LaneId{0}, 60s}}, {11s, Hold{LaneId{1}, 60s}}});
  CHECK_FALSE(d[0].happened);
  CHECK_FALSE(d[1].happened);
}

TEST_CASE("a held lane takes its limits up again where they stood") {
  const auto held_for = [](std::vector<RuleStep> ladder, const std::vector<Time>& arrivals, Time at,
                           Time span) {
    tiny::World world;
    world.add_station(1);
    for (const Time arrival : arrivals) world.add_person(arrival, {10s});
    world.give_case(p0, world.add_case(std::move(ladder)), 300s);
    world.crowd.cases[0].by_supervisor = 20s;
    world.scenario.house.supervisors = Supervisors{1, 0s, false};
    return Evening0(world).ask({{at, Hold{LaneId{0}, span}}})[0].longer;
  };
  Resolve until_one;
  until_one.by_line = UntilWaiting{1};
  // Sent away at 200 s, when the second comes; held from 190 s on, that is at 250 s, and the second
  // waits for 50 s.
  CHECK(held_for({until_one, TurnAway{}}, {0s, 200s}, 190s, 60s) == 50s);
  // By the clock: at 10 + 100 s; held for 30 s, the second, who came at 50 s, waits 30 s longer.
  CHECK(held_for({Resolve{100s}, TurnAway{}}, {0s, 50s}, 60s, 30s) == 30s);
}

TEST_CASE("a lane that is held while it waits for a supervisor waits no longer for that") {
  tiny::World world;
  world.add_station(2);
  const CaseId kind = world.add_case({CallSupervisor{400s}, TurnAway{}});
  for (const PersonId person : {p0, p1}) {
    world.add_person(0s, {10s});
    world.give_case(person, kind, 900s);
    world.crowd.cases.back().by_supervisor = 5000s;
  }
  world.add_person(100s, {10s});
  world.add_person(100s, {10s});
  world.scenario.house.supervisors = Supervisors{1, 0s, false};
  const Evening0 evening(world);
  const LaneId waits_for_supervisor{1};
  const Difference d = evening.ask({{120s, Hold{waits_for_supervisor, 1s}}})[0];
  CHECK(d.longer == 1s);
}

/// Lanes with a common line, where one who joins it ends the patience of several lanes at once, and
/// a single supervisor is there for all.
tiny::World one_supervisor_for_many(std::uint64_t seed) {
  tiny::World world;
  world.add_station(4, QueueLayout::Serpentine);
  Resolve until_two;
  until_two.by_line = UntilWaiting{2};
  const CaseId kind = world.add_case({until_two, CallSupervisor{}});
  world.scenario.house.supervisors = Supervisors{1, 3s, false};
  std::uint64_t state = seed * 2654435761u + 1;
  const auto dice = [&](std::uint64_t sides) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state >> 33) % sides);
  };
  Time at{};
  for (std::size_t k = 0; k < 200; ++k) {
    at += dice(24) * 1s;
    const PersonId person = world.add_person(at, {(1 + dice(40)) * 1s});
    if (dice(4) > 0) continue;
    world.give_case(person, kind, (1 + dice(300)) * 1s);
    for (CaseRow& row : world.crowd.cases)
      if (row.person == person) row.by_supervisor = (1 + dice(60)) * 1s;
  }
  return world;
}

TEST_CASE("lanes that are looked at again in turn are told apart") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const tiny::World world = one_supervisor_for_many(seed);
    const Evening0 evening(world);
    const std::vector<WhatIf> what_ifs = evening.without_each_case();
    const std::vector<Difference> found = evening.ask(what_ifs);
    for (std::size_t k = 0; k < found.size(); ++k) require_exact(evening, what_ifs[k], found[k]);
  }
}

TEST_CASE("a line that never clears is followed to the cut") {
  tiny::World world;
  world.add_station(1);
  world.scenario.until = 100s;
  for (int k = 0; k < 100; ++k) world.add_person(k * 1s, {2s});
  world.give_case(p0, world.add_case({Resolve{}}), 20s);
  const Evening0 evening(world);
  const std::vector<WhatIf> what_ifs = evening.without_each_case();
  const Difference d = evening.ask(what_ifs).at(0);
  CHECK_FALSE(d.merged);
  require_exact(evening, what_ifs[0], d);
}

TEST_CASE("an answer that stopped at the merge is that of the whole evening run again") {
  std::size_t asked = 0, merged = 0, longer = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.scenario.start = world.crowd.arrival.back();
    const Evening0 evening(world);
    const std::vector<WhatIf> what_ifs = evening.without_each_case();
    const std::vector<Difference> found = evening.ask(what_ifs);
    for (std::size_t k = 0; k < found.size(); ++k) {
      require_exact(evening, what_ifs[k], found[k]);
      ++asked;
      merged += found[k].merged;
      longer += found[k].longer > Time{};
    }
  }
  CHECK(asked > 3000);
  CHECK(merged > asked / 2);
  CHECK(longer > 50);
}

TEST_CASE("so is that of a lane held at any time") {
  std::size_t happened = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    CAPTURE(seed);
    const tiny::World world = random_evening(seed);
    const Evening0 evening(world);
    std::vector<WhatIf> what_ifs;
    const Time last = world.crowd.arrival.back();
    const auto lanes = evening.floor.lanes().size();
    for (unsigned k = 0; k < 4; ++k)
      what_ifs.push_back({last * k / 4, Hold{LaneId{(seed + k) % lanes}, 7s + k * 20s}});
    const std::vector<Difference> found = evening.ask(what_ifs);
    for (std::size_t k = 0; k < found.size(); ++k) {
      happened += found[k].happened;
      if (what_ifs[k].at <= cut_of(world.scenario)) require_exact(evening, what_ifs[k], found[k]);
    }
  }
  CHECK(happened > 1000);
}

TEST_CASE("people who are stuck for ever wait until nothing more happens, and no longer") {
  tiny::World world;
  world.add_station(1).staffing = {{0s, 1}, {100s, 0}};
  for (int k = 0; k < 20; ++k) world.add_person(k * 10s, {5s});
  world.give_case(p0, world.add_case({Resolve{}}), 40s);
  const Evening0 evening(world);
  const Difference d = evening.ask(evening.without_each_case()).at(0);
  CHECK(d.shorter < 20 * 200s);
  CHECK(d.shorter > 40s);
}

TEST_CASE("many at once, and a branch that never merges, end in good time") {
  tiny::World world;
  world.add_station(2).breakdowns =
      Breakdowns{.every_s = Constant{50}, .repair_s = Constant{5}, .only_while_serving = true};
  for (int k = 0; k < 300; ++k) world.add_person(10s, {3s});
  world.give_case(p0, world.add_case({Resolve{}}), 40s);
  const Evening0 evening(world);
  const std::vector<WhatIf> what_ifs = evening.without_each_case();
  const Difference d = evening.ask(what_ifs).at(0);
  require_exact(evening, what_ifs[0], d);
}

TEST_CASE("who awaits a full desk is held in the lane, whatever comes free there") {
  tiny::World world;
  world.add_station(1);
  const StationId desk{1};
  world.add_desk(1).pen = 0;
  const CaseId kind = world.add_case({StepAside{TouchpointId{1}}});
  for (const Time arrival : {0s, 0s, 0s}) world.add_person(arrival, {1s});
  world.give_case(p0, kind, 300s, 50s);
  world.give_case(p1, kind, 300s, 10s);
  const Evening0 evening(world);
  // p0 is at the desk until 51; p1 awaits it in the lane from 2 to 51, and p2 is called then.
  const Difference d = evening.ask({{20s, Hold{LaneId{0}, 100s}}}).at(0);
  CHECK(d.the_one == p1);
  CHECK(d.longer == 120s - 51s);
}

TEST_CASE("those without patience of their own wait for ever") {
  tiny::World world;
  world.add_station(1);
  for (const Time arrival : {0s, 1s, 2s}) world.add_person(arrival, {100s});
  world.crowd.patience = {never, 50s, never};
  const Evening0 evening(world);
  CHECK(evening.endings[p1] == Ending{51s, What::GaveUp});
  CHECK(evening.endings[p2].how == What::Admitted);
}

/// The same dice on every machine.
struct Dice {
  std::uint64_t state;
  explicit Dice(std::uint64_t seed) : state(seed * 2654435761u + 1) {}
  std::int64_t operator()(std::uint64_t sides) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state >> 33) % sides);
  }
};

void require_all_exact(const tiny::World& world) {
  const Evening0 evening(world);
  const std::vector<WhatIf> what_ifs = evening.without_each_case();
  const std::vector<Difference> found = evening.ask(what_ifs);
  for (std::size_t k = 0; k < found.size(); ++k) require_exact(evening, what_ifs[k], found[k]);
}

/// A common line before lanes whose staff are worn by concessions.
tiny::World worn_lanes(std::uint64_t seed) {
  tiny::World world;
  world.add_station(4, QueueLayout::Serpentine);
  const CaseId asks = world.add_case({GiveIn{3s}});
  world.scenario.house.scene_slows = 3;
  world.scenario.house.scene_lasts = 120s;
  Dice dice(seed);
  Time at{};
  for (std::size_t k = 0; k < 300; ++k) {
    at += dice(9) * 1s;
    const PersonId person = world.add_person(at, {(1 + dice(12)) * 1s});
    if (dice(20) == 0) world.give_case(person, asks, 0s);
  }
  return world;
}

TEST_CASE("lanes whose staff are worn are told apart, scenes to come included") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    require_all_exact(worn_lanes(seed));
  }
}

/// Floaters without a free desk, all of whose clocks are round: when they began decides.
tiny::World round_floaters(std::uint64_t seed) {
  tiny::World world;
  world.add_station(1);
  world.add_desk(1).pen = 0;
  Station& station = world.scenario.stations[StationId{0}];
  station.floaters = 3;
  station.floater_check = 0s;
  const CaseId kind = world.add_case({Resolve{30s}, StepAside{TouchpointId{1}}});
  Dice dice(seed);
  Time at{};
  for (std::size_t k = 0; k < 60; ++k) {
    at += dice(3) * 15s;
    const PersonId person = world.add_person(at, {(1 + dice(2)) * 15s});
    if (dice(3) == 0) world.give_case(person, kind, 60s, (1 + dice(6)) * 15s);
  }
  return world;
}

TEST_CASE("floaters who are due together but began apart have different futures") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    require_all_exact(round_floaters(seed));
  }
}

TEST_CASE("a concession that nobody copies leaves no trace") {
  tiny::World world;
  world.add_station(1);
  world.add_station(1);
  for (int k = 0; k < 400; ++k) world.add_person(k * 3s, {4s, 1s});
  world.give_case(p0, world.add_case({GiveIn{}}), 0s);
  const Difference d = Evening0(world).ask(Evening0(world).without_each_case()).at(0);
  CHECK(d.merged);
  CHECK(d.shorter == 0s);
}
