#include "sim/model/lane_choice.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gateflow {

namespace {

/// The lanes a person may choose from, as they see them.
struct Choice {
  const World& world;
  LaneId first;     ///< of the station
  LaneRange range;  ///< that their class may use
  bool only_idle;   ///< the pen is full

  LaneId lane(unsigned k) const { return LaneId{first.index() + range.first + k}; }
  std::uint32_t load(unsigned k) const { return world.load[lane(k)]; }
  bool open(unsigned k) const { return only_idle ? load(k) == 0 : load(k) < World::closed; }
};

/// Ordinary service to come before a newcomer would be served.
Time work_before(const World& world, LaneId id) {
  const LaneState& lane = world.lanes[id];
  const bool serving = lane.stage == Stage::Serving;
  const Time rest = !serving ? Time{} : lane.due == never ? lane.left : lane.due - world.now;
  return lane.work + rest;
}

/// Equal work: fewest people, then who came first stands in it, then the lowest number. Only idle
/// lanes get as far as the number, so lanes have no rank among themselves: exchange two of them,
/// with all who are in them, and the evening goes on alike, unless scenes wear on their staff.
LaneId least_work_of(const Choice& choice, std::uint32_t load, bool any_load) {
  LaneId best;
  Time least = never;
  const auto beats_best = [&](LaneId lane, Time work) {
    if (work != least) return work < least;
    const auto rank = [&](LaneId id) {
      const GuestId guest = choice.world.lanes[id].guest;
      return std::pair{choice.world.load[id],
                       guest ? choice.world.guests[guest].person : PersonId{}};
    };
    return best && rank(lane) < rank(best);
  };
  for (unsigned k = 0; k < choice.range.count; ++k) {
    if (!choice.open(k) || (!any_load && choice.load(k) != load)) continue;
    const LaneId lane = choice.lane(k);
    const Time work = work_before(choice.world, lane);
    if (!beats_best(lane, work)) continue;
    least = work;
    best = lane;
  }
  return best;
}

LaneId shortest(const Choice& choice, TieBreak ties) {
  const std::uint32_t* load = choice.world.load.data() + choice.lane(0).index();
  const std::uint32_t* const end = load + choice.range.count;
  std::uint32_t least = World::closed;
  for (const std::uint32_t* at = load; at != end; ++at) least = std::min(least, *at);
  if (least == World::closed || (choice.only_idle && least > 0)) return {};
  if (ties == TieBreak::LeastWork && least > 0) return least_work_of(choice, least, false);
  return choice.lane(static_cast<unsigned>(std::find(load, end, least) - load));
}

/// The open lane nearest to a place along the front of the station, the lower of two.
LaneId nearest(const Choice& choice, double place) {
  const auto wanted = static_cast<int>(place * choice.range.count);
  const auto count = static_cast<int>(choice.range.count);
  for (int away = 0; away < count; ++away)
    for (const int k : {wanted - away, wanted + away})
      if (k >= 0 && k < count && choice.open(static_cast<unsigned>(k)))
        return choice.lane(static_cast<unsigned>(k));
  return {};
}

LaneId any_open(const Choice& choice, double luck) {
  unsigned open = 0;
  for (unsigned k = 0; k < choice.range.count; ++k) open += choice.open(k);
  auto pick = static_cast<unsigned>(luck * open);
  for (unsigned k = 0; k < choice.range.count; ++k)
    if (choice.open(k) && pick-- == 0) return choice.lane(k);
  return {};
}

LaneId straight_on(const Floor& floor, const Choice& choice, LaneId from) {
  if (!from) return shortest(choice, TieBreak::LowestNumber);
  return choice.lane(floor.lanes().number(from) % choice.range.count);
}

LaneId pick(const Floor& floor, const Crowd& crowd, const Choice& choice, const Station& station,
            const GuestState& guest) {
  switch (station.choice) {
    case LaneChoice::Shortest:
      return shortest(choice, station.ties);
    case LaneChoice::LeastWork:
      return least_work_of(choice, 0, true);
    case LaneChoice::Nearest:
      return nearest(choice, crowd.approach[station.touchpoint][guest.person]);
    case LaneChoice::ByTicket:
      return nearest(choice, crowd.ticket[guest.person]);
    case LaneChoice::Random:
      return any_open(choice, crowd.approach[station.touchpoint][guest.person]);
    case LaneChoice::SameLane:
      return straight_on(floor, choice, guest.lane);
  }
  return {};
}

/// The lane of the member of the group who arrived just before, if that one is still here.
LaneId lane_of_mate(const World& world, const GuestState& guest) {
  if (!guest.mate) return {};
  const GuestState& mate = world.guests[guest.mate];
  const bool here = mate.person.index() + 1 == guest.person.index() &&
                    mate.station == guest.station && !mate.at_desk &&
                    (mate.doing == Doing::InLine || mate.doing == Doing::InLane);
  if (!here || !mate.lane || world.load[mate.lane] >= World::closed) return {};
  return mate.lane;
}

/// Staffed lanes that are broken will come back: better than no lane at all.
LaneId shortest_broken(const Choice& choice) {
  LaneId best;
  std::uint32_t least = UINT32_MAX;
  for (unsigned k = 0; k < choice.range.count; ++k) {
    if (!choice.world.lanes[choice.lane(k)].staffed || choice.load(k) >= least) continue;
    least = choice.load(k);
    best = choice.lane(k);
  }
  return best;
}

}  // namespace

LaneId choose_line(const Floor& floor, const Crowd& crowd, const World& world,
                   const GuestState& guest) {
  const StationFacts& facts = floor.facts(guest.station);
  const LaneId first = facts.first_lane;
  const LaneRange range = floor.lanes_for(guest.station, guest.ticket_class);
  const bool full =
      facts.has_pen && !facts.straight && world.stations[guest.station].waiting >= facts.pen;
  const bool goes_straight_on = facts.straight && guest.lane;
  if (!full && !goes_straight_on)
    if (const LaneId lane = lane_of_mate(world, guest)) return lane;
  const Station& station = floor.station(guest.station);
  if (const LaneId lane = pick(floor, crowd, {world, first, range, full}, station, guest))
    return lane;
  return shortest_broken({world, first, range, false});
}

}  // namespace gateflow
