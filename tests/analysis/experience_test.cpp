#include "sim/analysis/experience.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/analysis/feelings.hpp"
#include "tests/model/random_evening.hpp"

// The counters of Experience against somebody who walks along every line at every happening.
using namespace gateflow;

namespace {

/// Knows at each instant who stands where, which lanes stand still, and since when.
class Walker {
 public:
  Walker(const Floor& floor, std::size_t people, Time told_after)
      : lanes_(floor.lanes()), told_after_(told_after), parts(people) {}

  struct Parts {
    Time held{}, told{}, unfair{};
    bool operator==(const Parts&) const = default;
  };

  void operator()(const Happening& h) {
    pass_until(h.at);
    switch (h.what) {
      case What::StoodOutside:
        stand(h, false);
        break;
      case What::Joined:
      case What::Moved:
        stand(h, true);
        break;
      case What::Called:
        favour_over_earlier(h.person);
        leave(h.person);
        break;
      case What::SteppedAside:
        if (!h.lane) leave(h.person);
        break;
      case What::TurnedAway:
      case What::GaveUp:
      case What::Baulked:
        leave(h.person);
        break;
      case What::Granted:
        for (auto& [person, place] : standing_)
          if (place.station == h.station && (!place.lane || place.lane == h.lane))
            place.unfair = true;
        break;
      case What::CaseArose:
        cases_.insert(h.lane);
        break;
      case What::Blocked:
        blocked_.insert(h.lane);
        break;
      case What::Left:
        cases_.erase(h.lane), blocked_.erase(h.lane);
        break;
      case What::LaneOpened:
        open_.insert(h.lane);
        break;
      case What::LaneClosed:
        open_.erase(h.lane);
        break;
      case What::LaneBroke:
        broken_.insert(h.lane);
        break;
      case What::LaneRepaired:
        broken_.erase(h.lane);
        break;
      default:
        break;
    }
    note_holds(h.at);
  }

  void close(Time end) {
    pass_until(end);
    while (!standing_.empty()) leave(standing_.begin()->first);
  }

 private:
  struct Place {
    StationId station;
    LaneId lane;
    bool in_line = false;
    std::size_t order = 0;
    bool unfair = false;
    Time overtaken = never;  ///< first, in this line
    Time here{};             ///< waited at this touchpoint so far
  };
  using Line = std::pair<StationId, LaneId>;

  bool stands_still(LaneId lane) const {
    return cases_.contains(lane) || blocked_.contains(lane) || broken_.contains(lane);
  }
  bool is_held(const Line& line) const {
    if (line.second) return stands_still(line.second);
    std::size_t open = 0, held = 0;
    for (const LaneId lane : open_)
      if (lanes_.station(lane) == line.first) ++open, held += stands_still(lane);
    return open > 0 && held == open;
  }

  /// Whoever waits has waited until now.
  void pass_until(Time now) {
    for (auto& [person, place] : standing_) {
      place.here += now - now_;
      const auto hold = holds_.find({place.station, place.lane});
      if (hold == holds_.end()) continue;
      parts[person].held += now - now_;
      const Time told = told_after_ == never ? never : hold->second + told_after_;
      parts[person].told += std::max(now - std::max(now_, told), Time{});
    }
    now_ = now;
  }

  /// Which lines stand still from now on, as far as anybody could stand there.
  void note_holds(Time now) {
    for (const LaneId lane : keys<LaneId>(lanes_.size()))
      for (const Line& line : {Line{lanes_.station(lane), lane}, Line{lanes_.station(lane), {}}}) {
        if (!is_held(line)) holds_.erase(line);
        if (is_held(line)) holds_.emplace(line, now);
      }
  }

  void stand(const Happening& h, bool in_line) {
    Place& place = standing_[h.person];
    settle(place);
    place.station = h.station;
    place.lane = h.lane;
    place.in_line = in_line;
    place.order = ++joined_;
  }

  void favour_over_earlier(PersonId called) {
    const Place& favoured = standing_.at(called);
    for (auto& [person, place] : standing_)
      if (place.in_line && place.station == favoured.station && place.lane == favoured.lane &&
          place.order < favoured.order)
        place.overtaken = std::min(place.overtaken, now_);
  }

  /// To be called at the same instant is not to be called later.
  void settle(Place& place) const {
    place.unfair = place.unfair || place.overtaken < now_;
    place.overtaken = never;
  }

  void leave(PersonId person) {
    const auto place = standing_.find(person);
    if (place == standing_.end()) return;
    settle(place->second);
    if (place->second.unfair) parts[person].unfair += place->second.here;
    standing_.erase(place);
  }

  const Lanes& lanes_;
  Time told_after_;
  Time now_{};
  std::map<PersonId, Place> standing_;
  std::set<LaneId> cases_, blocked_, broken_, open_;
  std::map<Line, Time> holds_;  ///< since when
  std::size_t joined_ = 0;

 public:
  Table<PersonId, Parts> parts;
};

}  // namespace

TEST_CASE("notes at joining and leaving tell what walking along the lines would") {
  std::size_t held = 0, told = 0, unfair = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    tiny::World world = random_evening(seed);
    world.scenario.feelings = Feelings{};
    world.scenario.announcements =
        Announcements{.kind = AnnouncementKind::Emergency, .heard = 1, .after = 5s};
    const Floor floor(world.scenario);
    Tally tally(floor, world.crowd);
    Experience experience(floor, world.crowd);
    Walker walker(floor, world.crowd.size(), 5s);
    Several all(tally, experience, walker);
    run_evening(floor, world.crowd, all);
    const Time end = summarize(floor, world.crowd, std::move(tally)).end;
    experience.close(end);
    walker.close(end);
    for (const PersonId person : keys_of(world.crowd.arrival)) {
      CAPTURE(person.value);
      const Experience::Waits& waits = experience.of(person).waits;
      const Walker::Parts& parts = walker.parts[person];
      REQUIRE(waits.unexplained == parts.held - parts.told);
      REQUIRE(waits.informed == parts.told);
      REQUIRE(waits.unfair == parts.unfair);
      held += parts.held > Time{}, told += parts.told > Time{}, unfair += parts.unfair > Time{};
    }
  }
  CHECK(held > 1000);
  CHECK(told > 1000);
  CHECK(unfair > 100);
}
