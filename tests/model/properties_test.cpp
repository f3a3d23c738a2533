#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/model/random_evening.hpp"

using namespace gateflow;

namespace {

bool is_end_of_person(What what) {
  return what == What::Admitted || what == What::TurnedAway || what == What::GaveUp ||
         what == What::Baulked || what == What::NeverCame;
}

/// Follows who is where, from the happenings alone.
struct Follower {
  std::map<PersonId, int> arrived, ended;
  std::map<LaneId, PersonId> in_lane;
  std::map<PersonId, StationId> in_line;

  void operator()(const Happening& h) {
    if (h.what == What::Arrived) ++arrived[h.person];
    if (h.what == What::NeverCame) ++arrived[h.person];
    if (is_end_of_person(h.what)) ++ended[h.person];
    if (h.what == What::Joined || h.what == What::StoodOutside) in_line[h.person] = h.station;
    if (h.what == What::Called) {
      REQUIRE(in_line.erase(h.person) == 1);
      REQUIRE(in_lane.emplace(h.lane, h.person).second);  // one person in a lane at a time
    }
    if (h.what == What::Left) REQUIRE(in_lane.erase(h.lane) == 1);
    if (h.what == What::GaveUp) REQUIRE(in_line.erase(h.person) == 1);
    if (h.what == What::Baulked || h.what == What::TurnedAway) in_line.erase(h.person);
    if (h.what == What::SteppedAside) in_line.erase(h.person);
  }
};

}  // namespace

TEST_CASE("people are conserved: each comes once and ends at most once") {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    const tiny::World evening = random_evening(seed);
    Follower follower;
    const Floor floor(evening.scenario);
    const World end = run_evening(floor, evening.crowd, follower);
    std::size_t ended = 0;
    for (const auto& [person, times] : follower.arrived) REQUIRE(times == 1);
    for (const auto& [person, times] : follower.ended) REQUIRE(times == 1);
    for (const auto& [person, times] : follower.ended) ended += follower.arrived.contains(person);
    REQUIRE(ended == end.ended);
    if (evening.scenario.until == never) {
      REQUIRE(follower.arrived.size() == evening.crowd.size());
      REQUIRE(end.ended == evening.crowd.size());
      REQUIRE(follower.in_lane.empty());
      REQUIRE(follower.in_line.empty());
    }
  }
}

TEST_CASE("nobody is called twice at once, and time never runs backwards") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const std::vector<Happening> all = tiny::play(random_evening(seed));
    REQUIRE(std::ranges::is_sorted(all, {}, &Happening::at));
  }
}

TEST_CASE("nobody overtakes in a first-come line") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    tiny::World evening = random_evening(seed);
    evening.crowd.patience = {};
    for (Station& station : evening.scenario.stations) {
      station.layout = QueueLayout::Serpentine;
      station.pen.reset();
    }
    for (TicketClass& c : evening.scenario.classes) c.priority = 0;
    std::map<StationId, Time> last_came;
    std::vector<Visit> visits = tiny::visits_of(evening);
    std::erase_if(visits, [](const Visit& v) { return v.called == never; });
    std::ranges::stable_sort(visits, {}, &Visit::called);
    for (const Visit& visit : visits) {
      const auto [at, fresh] = last_came.emplace(visit.station, visit.came);
      REQUIRE(at->second <= visit.came);
      at->second = visit.came;
    }
  }
}

TEST_CASE("work is conserved: no lane is idle while somebody waits who could use it") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    tiny::World evening = random_evening(seed);
    for (Station& station : evening.scenario.stations) {
      station.layout = QueueLayout::Serpentine;
      station.staffing.clear();
      station.breakdowns.reset();
    }
    std::map<StationId, int> waiting, busy;
    std::set<PersonId> in_line;
    const std::vector<Happening> all = tiny::play(evening);
    const Lanes lanes(evening.scenario);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Happening& h = all[k];
      if (h.what == What::Joined) ++waiting[h.station], in_line.insert(h.person);
      const bool leaves =
          h.what == What::GaveUp || h.what == What::TurnedAway || h.what == What::SteppedAside;
      if (leaves && in_line.erase(h.person) > 0) --waiting[h.station];
      if (h.what == What::Called) --waiting[h.station], ++busy[h.station], in_line.erase(h.person);
      if (h.what == What::Left) --busy[h.station];
      if (k + 1 < all.size() && all[k + 1].at == h.at) continue;  // look between instants only
      for (const auto& [station, people] : waiting)
        if (people > 0)
          REQUIRE(busy[station] == static_cast<int>(evening.scenario.stations[station].lanes));
    }
  }
}

TEST_CASE("the same evening twice is the same, happening by happening") {
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    REQUIRE(tiny::play(random_evening(seed)) == tiny::play(random_evening(seed)));
}
