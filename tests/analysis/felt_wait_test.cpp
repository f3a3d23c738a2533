#include "sim/analysis/felt_wait.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/feelings.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

constexpr Time ten = 10h;

/// One lane that takes ten seconds each; they come a second apart and wait 0, 9 and 18 seconds.
tiny::World three_in_a_row() {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.add_station(1);
  for (const Time after : {0s, 1s, 2s}) world.add_person(ten + after, {10s});
  return world;
}

/// The first has a case that holds the only lane from :10 to :40; the second waits from :01 on.
tiny::World held_for_half_a_minute() {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.add_station(1);
  const CaseId phone = world.add_case({Resolve{}});
  const PersonId one = world.add_person(ten, {10s});
  world.add_person(ten + 1s, {10s});
  world.give_case(one, phone, 30s);
  return world;
}

/// Everyone hears them.
Announcements heard_by_all(AnnouncementKind kind) {
  return {.kind = kind, .every = 10s, .from = ten, .lasts = 5s, .heard = 1};
}

using Waits = std::vector<Time>;

}  // namespace

TEST_CASE("without any effect a wait feels as long as it is") {
  CHECK(felt_waits(three_in_a_row()) == Waits{0s, 9s, 18s});
}

TEST_CASE("every wait is overestimated") {
  tiny::World world = three_in_a_row();
  world.scenario.feelings->overestimate = 0.5;
  CHECK(felt_waits(world) == Waits{0s, 13'500ms, 27s});
}

TEST_CASE("an idle wait feels longer, for those who have nothing to do") {
  tiny::World world = three_in_a_row();
  world.scenario.feelings->idle = 1;
  CHECK(felt_waits(world) == Waits{0s, 18s, 36s});
  world.scenario.feelings->occupied = 1;
  CHECK(felt_waits(world) == Waits{0s, 9s, 18s});
}

TEST_CASE("an uninformed wait feels longer until an announcement is heard, and again after it") {
  tiny::World world = three_in_a_row();
  world.scenario.feelings->uninformed = 1;
  CHECK(felt_waits(world) == Waits{0s, 18s, 36s});

  // At :00, :10 and :20 for five seconds. The second came after the first of them and is called
  // with the next; the third is informed from :10 to :15.
  world.scenario.announcements = heard_by_all(AnnouncementKind::Regular);
  CHECK(felt_waits(world) == Waits{0s, 18s, 31s});
  world.scenario.announcements->lasts = 1h;
  CHECK(felt_waits(world) == Waits{0s, 18s, 26s});
  world.scenario.announcements->heard = 0;
  CHECK(felt_waits(world) == Waits{0s, 18s, 36s});
}

TEST_CASE("reassuring announcements inform by a share") {
  tiny::World world = three_in_a_row();
  world.scenario.feelings->uninformed = 1;
  world.scenario.announcements = heard_by_all(AnnouncementKind::Reassuring);
  world.scenario.announcements->reassuring = 0.4;
  CHECK(felt_waits(world) == Waits{0s, 18s, 34s});
}

TEST_CASE("a wait behind a case that nobody explains feels longer") {
  tiny::World world = held_for_half_a_minute();
  world.scenario.feelings->unexplained = 1;
  CHECK(felt_waits(world) == Waits{0s, 69s});

  world.scenario.announcements = heard_by_all(AnnouncementKind::Regular);
  CHECK(felt_waits(world) == Waits{0s, 69s});  // it informs, and explains nothing
  world.scenario.announcements = heard_by_all(AnnouncementKind::Emergency);
  world.scenario.announcements->after = 12s;
  CHECK(felt_waits(world) == Waits{0s, 51s});
  world.scenario.announcements->heard = 0;
  CHECK(felt_waits(world) == Waits{0s, 69s});
}

TEST_CASE("an emergency announcement informs for as long as it explains") {
  tiny::World world = held_for_half_a_minute();
  world.scenario.feelings->uninformed = 1;
  world.scenario.announcements = heard_by_all(AnnouncementKind::Emergency);
  world.scenario.announcements->after = 12s;
  CHECK(felt_waits(world) == Waits{0s, 39s + 21s});
}

TEST_CASE("a broken lane holds its line up") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unexplained = 1;
  world.add_station(1).breakdowns = Breakdowns{Constant{15}, Constant{7}};
  world.add_person(ten, {20s});
  world.add_person(ten + 1s, {5s});
  CHECK(felt_waits(world) == Waits{0s, 26s + 7s});  // broken from :15 to :22
}

TEST_CASE("a lane with no room ahead holds its line up") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unexplained = 1;
  world.add_station(1);
  world.add_station(1).pen = 0;
  world.add_person(ten, {5s, 20s});
  world.add_person(ten + 1s, {5s, 1s});  // called at :05, blocks the lane from :10 to :25
  world.add_person(ten + 2s, {5s, 1s});  // called at :25
  CHECK(felt_waits(world) == Waits{0s, 4s, 23s + 15s});
}

TEST_CASE("a common line is held up only while all of its lanes are") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unexplained = 1;
  world.add_station(2, QueueLayout::Serpentine);
  const CaseId phone = world.add_case({Resolve{}});
  const PersonId first = world.add_person(ten, {10s});
  const PersonId second = world.add_person(ten, {20s});
  world.add_person(ten, {10s});
  world.give_case(first, phone, 60s);  // from :10 to :70
  CHECK(felt_waits(world) == Waits{0s, 0s, 20s});
  world.give_case(second, phone, 30s);  // from :20 to :50, when the third is called
  CHECK(felt_waits(world) == Waits{0s, 0s, 50s + 30s});
}

TEST_CASE("a wait in which a later comer was called first is unfair") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unfair = 1;
  world.general().priority = 1;
  world.add_station(1);
  TicketClass vip = world.general();
  vip.name = "vip";
  vip.priority = 0;
  world.scenario.classes.push_back(vip);
  world.scenario.touchpoints[TouchpointId{0}].service_s = {Constant{10}, Constant{10}};
  world.add_person(ten, {10s});
  world.add_person(ten + 1s, {10s});
  const PersonId favoured = world.add_person(ten + 2s, {10s});
  world.add_person(ten + 11s, {10s});  // after the favoured one was called
  world.crowd.ticket_class[favoured] = 1;
  CHECK(felt_waits(world) == Waits{0s, 19s * 2, 8s, 19s});
  const std::vector<Opinion> opinions = opinions_of(world);
  CHECK(opinions[1].offended);
  CHECK_FALSE(opinions[2].offended);
  CHECK_FALSE(opinions[3].offended);
}

TEST_CASE("those in whose sight the house gives in are offended") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unfair = 1;
  world.add_station(1);
  const CaseId demand = world.add_case({GiveIn{5s}});
  const PersonId one = world.add_person(ten, {10s});
  world.add_person(ten + 1s, {10s});   // waits until :15, when they are given in to
  world.add_person(ten + 16s, {10s});  // and this one came later
  world.give_case(one, demand, 30s);
  CHECK(felt_waits(world) == Waits{0s, 28s, 9s});

  world.scenario.rules[RuleId{0}].ladder = {Resolve{}};  // the same for everybody
  CHECK(felt_waits(world) == Waits{0s, 39s, 34s});
}

TEST_CASE("a wait is anxious from shortly before the start on") {
  tiny::World world = three_in_a_row();
  world.scenario.start = ten + 10s;
  world.scenario.feelings->anxious = 1;
  world.scenario.feelings->anxious_before = 4s;  // from :06
  CHECK(felt_waits(world) == Waits{0s, 13s, 32s});
  world.scenario.start = {};
  CHECK(felt_waits(world) == Waits{0s, 9s, 18s});
}

TEST_CASE("a promise that is kept shortens the felt wait, a broken one lengthens it more") {
  tiny::World world = three_in_a_row();
  world.scenario.announcements = heard_by_all(AnnouncementKind::Regular);
  world.scenario.announcements->promised = 10s;
  world.scenario.announcements->kept = 0.1;
  world.scenario.announcements->broken = 0.5;
  CHECK(felt_waits(world) == Waits{0s, 8'100ms, 27s});
  world.scenario.announcements->heard = 0;
  CHECK(felt_waits(world) == Waits{0s, 9s, 18s});
}

TEST_CASE("who moves to another line takes along how the wait was so far") {
  tiny::World world;
  world.scenario.feelings = no_feelings();
  world.scenario.feelings->unexplained = 1;
  Station& station = world.add_station(2);
  station.on_close = OnClose::Rejoin;
  station.staffing = {{ten, 2}, {ten + 20s, 1}};
  const CaseId phone = world.add_case({Resolve{}});
  world.add_person(ten, {30s});                           // in the first lane, until :30
  const PersonId blocker = world.add_person(ten, {10s});  // in the second
  world.add_person(ten + 1s, {10s});                      // behind the first one
  world.add_person(ten + 1s, {10s});                      // behind the blocker
  world.give_case(blocker, phone, 100s);                  // from :10
  // The fourth moves at :20, after ten seconds of the case, and is called at :40.
  CHECK(felt_waits(world) == Waits{0s, 0s, 29s, 39s + 10s});
}

TEST_CASE("a wait never feels shorter than it was, and without effects just as long") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.scenario.announcements = Announcements{.every = 3min, .from = 17h, .lasts = 1min};
    if (seed % 3 == 1) world.scenario.announcements->kind = AnnouncementKind::Reassuring;
    if (seed % 3 == 2) world.scenario.announcements->kind = AnnouncementKind::Emergency;
    world.scenario.announcements->after = 20s;
    world.scenario.feelings = Feelings{};
    world.scenario.start = world.crowd.arrival[PersonId{world.crowd.size() / 2}];
    for (const Opinion& opinion : opinions_of(world)) {
      REQUIRE(opinion.felt >= opinion.waited);
      REQUIRE(opinion.satisfaction >= 0);
      REQUIRE(opinion.satisfaction <= 1);
    }
    world.scenario.feelings = no_feelings();
    const Summary summary = felt_summary_of(world);
    REQUIRE(summary.all.felt->mean == summary.all.waits.mean);
    REQUIRE(summary.all.felt->p95 == summary.all.waits.p95);
    REQUIRE(summary.all.felt->people == summary.all.outcomes.came());
    for (const Opinion& opinion : opinions_of(world)) REQUIRE(opinion.felt == opinion.waited);
  }
}

TEST_CASE("parts of a wait are never longer than the whole of it") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.scenario.feelings = Feelings{};
    world.scenario.announcements =
        Announcements{.every = 2min, .from = 17h, .lasts = 90s, .heard = 0.5, .after = 10s};
    world.scenario.start = world.crowd.arrival[PersonId{0}] + 2min;
    const Floor floor(world.scenario);
    Experience experience(floor, world.crowd);
    Tally tally(floor, world.crowd);
    Several both(tally, experience);
    run_evening(floor, world.crowd, both);
    experience.close(summarize(floor, world.crowd, std::move(tally)).end);
    for (const PersonId person : keys_of(world.crowd.arrival)) {
      const Experience::Waits& waits = experience.of(person).waits;
      for (const Time part : {waits.informed, waits.unexplained, waits.unfair, waits.anxious}) {
        REQUIRE(part >= Time{});
        REQUIRE(part <= waits.all);
      }
    }
  }
}
