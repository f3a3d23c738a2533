#include "sim/model/same_future.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/model/examples.hpp"
#include "sim/model/patience.hpp"
#include "sim/model/unchecked.hpp"

namespace gateflow {

namespace {

/// Whether the lanes of a station may be exchanged without anybody noticing, from now on. Lane
/// choice by number, place or luck tells them apart, and so do changes of staff to come, which
/// close the highest first, failures, lanes for some classes only, and lanes that people go
/// straight on from or to.
bool may_exchange(const Floor& floor, const World& world, StationId id) {
  const Station& station = floor.station(id);
  const StationFacts& facts = floor.facts(id);
  if (facts.has_lanes_apart || facts.has_breakdowns || facts.lanes_told_apart) return false;
  if (floor.scenario().house.scene_slows > 0 && facts.has_cases)
    return false;  // also scenes to come
  if (world.stations[id].next_change < station.staffing.size()) return false;
  if (facts.serpentine) return !facts.has_line_limits;  // all are looked at again, by number
  return station.choice == LaneChoice::LeastWork ||
         (station.choice == LaneChoice::Shortest && station.ties == TieBreak::LeastWork);
}

/// Who is in a lane, or, behind them, first in its line.
PersonId holder_of(const Floor& floor, const World& world, LaneId lane) {
  if (const GuestId guest = world.lanes[lane].guest) return world.guests[guest].person;
  for (std::size_t level = 0; level < floor.levels(); ++level)
    if (const GuestId guest = world.lines[lane.index() * floor.levels() + level].first)
      return world.guests[guest].person;
  return {};
}

/// The lanes in an order in which equal futures have equal lanes: by number, or, where they may be
/// exchanged, by who is in them.
std::vector<LaneId> lanes_in_order(const Floor& floor, const World& world) {
  std::vector<LaneId> order(world.lanes.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = LaneId{k};
  for (const StationId id : keys_of(world.stations)) {
    if (!may_exchange(floor, world, id)) continue;
    const auto first = order.begin() + floor.facts(id).first_lane.value;
    std::sort(first, first + floor.facts(id).lanes, [&](LaneId x, LaneId y) {
      const auto rank = [&](LaneId lane) {
        const LaneState& l = world.lanes[lane];
        return std::tuple{holder_of(floor, world, lane), !l.staffed, l.due, lane};
      };
      return rank(x) < rank(y);
    });
  }
  return order;
}

/// One of the two worlds, seen without what does not matter.
struct View {
  const Floor& floor;
  const Crowd& crowd;
  const World& world;
  std::vector<LaneId> order;
  std::vector<std::uint32_t> place;  ///< of each lane in that order

  View(const Floor& f, const Crowd& c, const World& w)
      : floor(f), crowd(c), world(w), order(lanes_in_order(f, w)), place(order.size()) {
    for (std::size_t k = 0; k < order.size(); ++k)
      place[order[k].index()] = static_cast<std::uint32_t>(k);
  }

  std::uint32_t place_of(LaneId lane) const { return lane ? place[lane.index()] : UINT32_MAX; }

  /// The lane a guest is at or comes from, where that matters.
  std::uint32_t lane_of(const GuestState& g) const {
    const bool there = g.doing == Doing::InLine || g.doing == Doing::InLane;
    return there || floor.facts(g.station).straight ? place_of(g.lane) : UINT32_MAX;
  }

  /// While waiting, how much of their patience was used up at the instant zero; else in all so far.
  Time patience_used(const GuestState& g) const {
    if (crowd.patience.empty()) return {};
    const bool waits = g.doing == Doing::InLine || g.doing == Doing::Outside;
    return waits ? g.waited - g.since : g.waited;
  }

  /// Where they may lead this person to a case.
  std::uint8_t examples_for(const GuestState& g) const {
    const auto led = [](const CaseRow& row) { return row.after_examples > 0; };
    return std::ranges::any_of(crowd.cases_of(g.person), led) ? examples_seen(world, g)
                                                              : std::uint8_t{0};
  }

  bool has_mate(const GuestState& g) const {
    return g.mate && world.guests[g.mate].doing != Doing::Gone &&
           world.guests[g.mate].person.index() + 1 == g.person.index();
  }
};

/// Scripted cases have their rows in the order in which they began; only what they say matters.
bool same_case(const View& a, std::uint32_t x, const View& b, std::uint32_t y) {
  const std::size_t drawn = a.crowd.cases.size();
  if (x == no_case || y == no_case || x < drawn || y < drawn) return x == y;
  return a.world.scripted_rows[x - drawn] == b.world.scripted_rows[y - drawn];
}

/// Those that have begun with somebody who is still there.
std::vector<CaseRow> scripted_cases_there(const World& world) {
  std::vector<CaseRow> rows;
  for (const CaseRow& row : world.scripted_rows)
    if (std::ranges::any_of(world.guests, [&](const GuestState& g) {
          return g.doing != Doing::Gone && g.person == row.person;
        }))
      rows.push_back(row);
  std::ranges::sort(rows, {}, [](const CaseRow& row) { return std::pair{row.person, row.kind}; });
  return rows;
}

bool same_guest(const View& a, GuestId x, const View& b, GuestId y) {
  const GuestState& g = a.world.guests[x];
  const GuestState& h = b.world.guests[y];
  return g.person == h.person && g.doing == h.doing && g.station == h.station && g.leg == h.leg &&
         g.at_desk == h.at_desk && g.calmed == h.calmed && g.checked == h.checked &&
         a.examples_for(g) == b.examples_for(h) && same_case(a, g.open_case, b, h.open_case) &&
         a.lane_of(g) == b.lane_of(h) && a.has_mate(g) == b.has_mate(h) &&
         a.patience_used(g) == b.patience_used(h);
}

bool same_or_none(const View& a, GuestId x, const View& b, GuestId y) {
  return x && y ? same_guest(a, x, b, y) : !x && !y;
}

bool same_line(const View& a, const Line& x, const View& b, const Line& y) {
  if (x.size != y.size) return false;
  GuestId g = x.first, h = y.first;
  for (; g && h; g = a.world.guests[g].behind, h = b.world.guests[h].behind)
    if (!same_guest(a, g, b, h)) return false;
  return !g && !h;
}

bool same_lines(const View& a, std::size_t x, const View& b, std::size_t y) {
  for (std::size_t level = 0; level < a.floor.levels(); ++level)
    if (!same_line(a, a.world.lines[x + level], b, b.world.lines[y + level])) return false;
  return true;
}

/// The clock of a stage matters where running time is counted, and only while it runs.
auto breakdowns_of(const LaneState& lane, bool has_breakdowns) {
  const Time began = has_breakdowns && lane.due != never ? lane.began : Time{};
  return std::tuple{began, lane.running, lane.fails_at, lane.failures};
}

/// Whether what is known of the lane's case is still needed.
bool is_in_case(Stage stage) {
  switch (stage) {
    case Stage::Idle:
    case Stage::Serving:
    case Stage::Held:
    case Stage::Blocked:
      return false;
    case Stage::Solving:
    case Stage::Trying:
    case Stage::AwaitingDesk:
    case Stage::AwaitingSupervisor:
    case Stage::SupervisorComing:
    case Stage::SupervisorSolving:
    case Stage::Granting:
    case Stage::Pausing:
    case Stage::Arguing:
    case Stage::HeldInCase:
    case Stage::HeldBeforeStep:
      return true;
  }
  return true;
}

/// How far a case has come matters where a limit looks at it.
auto case_in(const LaneState& lane) {
  return std::tuple{lane.step,     lane.mistaken, lane.calmed,
                    lane.handling, lane.handled,  lane.step_began};
}

/// How long the case of the person being served was handled in the line.
Time handled_in_line(const LaneState& lane, bool has_floaters) {
  return has_floaters && lane.stage == Stage::Serving ? lane.handled : Time{};
}

bool same_lane(const View& a, LaneId x, const View& b, LaneId y) {
  const LaneState& l = a.world.lanes[x];
  const LaneState& m = b.world.lanes[y];
  const StationFacts& facts = a.floor.facts(a.floor.lanes().station(x));
  const std::size_t levels = a.floor.levels();
  return l.stage == m.stage && l.due == m.due && l.staffed == m.staffed && l.broken == m.broken &&
         (!l.broken || l.left == m.left) && l.work == m.work && l.heading == m.heading &&
         (!is_in_case(l.stage) ||
          (case_in(l) == case_in(m) && same_case(a, l.case_row, b, m.case_row))) &&
         breakdowns_of(l, facts.has_breakdowns) == breakdowns_of(m, facts.has_breakdowns) &&
         handled_in_line(l, facts.has_floaters) == handled_in_line(m, facts.has_floaters) &&
         l.scenes == m.scenes && a.world.load[x] == b.world.load[y] &&
         same_or_none(a, l.guest, b, m.guest) && same_line(a, l.wanting, b, m.wanting) &&
         same_lines(a, x.index() * levels, b, y.index() * levels);
}

bool same_counts(const StationState& x, const StationState& y) {
  return x.waiting == y.waiting && x.heading == y.heading && x.idle == y.idle &&
         x.next_change == y.next_change && x.turns == y.turns && x.wanting.size == y.wanting.size;
}

bool same_counts(const World& a, const World& b) {
  if (a.next_person != b.next_person || a.ended != b.ended) return false;
  for (const StationId id : keys_of(a.stations))
    if (!same_counts(a.stations[id], b.stations[id])) return false;
  return true;
}

bool same_supervisors(const View& a, const View& b) {
  return std::ranges::equal(
      a.world.supervisors, b.world.supervisors,
      [&](const SupervisorPool& x, const SupervisorPool& y) {
        return x.free == y.free && std::ranges::equal(x.asking, y.asking, [&](LaneId k, LaneId l) {
                 return a.place_of(k) == b.place_of(l);
               });
      });
}

/// Floaters with nobody to check are all alike, and so are those of one crew.
bool same_crew(const World& a, const World& b, StationId id) {
  const auto at_work = [&](const World& world) {
    std::vector<std::tuple<PersonId, bool, Time, Time>> all;
    for (const Floater& f : world.crews[id].floaters)
      if (f.guest)
        all.emplace_back(world.guests[f.guest].person, f.handling, f.due,
                         f.handling ? f.began : Time{});
    std::ranges::sort(all);
    return all;
  };
  return unchecked_at(a, id) == unchecked_at(b, id) && at_work(a) == at_work(b);
}

bool same_crews(const World& a, const World& b) {
  for (const StationId id : keys_of(a.crews))
    if (!same_crew(a, b, id)) return false;
  return true;
}

/// Whether somebody waits for that booking.
bool is_live(const View& v, const Booking& booking) {
  const auto lane = [&]() -> const LaneState& { return v.world.lanes[LaneId{booking.subject}]; };
  const auto guest = [&]() -> const GuestState& {
    return v.world.guests[GuestId{booking.subject}];
  };
  switch (static_cast<Phase>(booking.phase)) {
    case Phase::LaneDue:
      return lane().due == booking.at;
    case Phase::Failure: {
      const auto& breakdowns =
          v.floor.station(v.floor.lanes().station(LaneId{booking.subject})).breakdowns;
      return !breakdowns->only_while_serving || lane().fails_at == booking.at;
    }
    case Phase::PatienceEnd: {
      const GuestState& g = guest();
      const bool waits = g.doing == Doing::InLine || g.doing == Doing::Outside;
      return waits && booking.at == gives_up_at(v.crowd, g);
    }
    case Phase::FloaterDue: {
      const auto& floaters = v.world.crews[guest().station].floaters;
      return std::ranges::any_of(floaters, [&](const Floater& f) {
        return f.guest == GuestId{booking.subject} && f.due == booking.at;
      });
    }
    case Phase::Staffing:
    case Phase::Repair:
    case Phase::Recovery:
    case Phase::Reach:
    case Phase::Arrival:
      return true;
  }
  return true;
}

/// The live bookings in their order, each with its lane's place or its guest's person.
std::vector<Booking> live_bookings(const View& v) {
  std::vector<Booking> live;
  for (Booking booking : v.world.queue.in_order()) {
    if (!is_live(v, booking)) continue;
    const auto phase = static_cast<Phase>(booking.phase);
    if (phase == Phase::LaneDue || phase == Phase::Failure || phase == Phase::Repair ||
        phase == Phase::Recovery)
      booking.subject = v.place_of(LaneId{booking.subject});
    if (phase == Phase::Reach || phase == Phase::PatienceEnd || phase == Phase::FloaterDue)
      booking.subject = v.world.guests[GuestId{booking.subject}].person.value;
    live.push_back(booking);
  }
  return live;
}

/// People on their way stand in no line: they are known by their bookings.
bool same_walkers(const View& a, const View& b) {
  const auto walkers = [](const World& world) {
    std::vector<std::pair<PersonId, GuestId>> all;
    for (const GuestId guest : keys_of(world.guests))
      if (world.guests[guest].doing == Doing::Walking)
        all.emplace_back(world.guests[guest].person, guest);
    std::sort(all.begin(), all.end());
    return all;
  };
  return std::ranges::equal(walkers(a.world), walkers(b.world), [&](const auto& x, const auto& y) {
    return same_guest(a, x.second, b, y.second);
  });
}

/// Somebody who is spared a case is not over it before they have gone.
bool may_matter(const World& world, PersonId person) {
  if (!person) return false;
  return person >= world.next_person || std::ranges::any_of(world.guests, [&](const GuestState& g) {
           return g.doing != Doing::Gone && g.person == person;
         });
}

}  // namespace

bool same_future(const Floor& floor, const Crowd& crowd, const World& a, const World& b) {
  if (a.ended == crowd.size() && b.ended == crowd.size()) return true;
  if (!same_counts(a, b) || a.script_done != b.script_done) return false;
  const View v(floor, crowd, a), w(floor, crowd, b);
  for (std::size_t k = 0; k < v.order.size(); ++k)
    if (!same_lane(v, v.order[k], w, w.order[k])) return false;
  for (const StationId id : keys_of(a.stations)) {
    const std::size_t common = floor.facts(id).common_line;
    if (!same_lines(v, common, w, common) ||
        !same_line(v, a.stations[id].wanting, w, b.stations[id].wanting))
      return false;
  }
  if (a.spared != b.spared && (may_matter(a, b.spared) || may_matter(b, a.spared))) return false;
  return scripted_cases_there(a) == scripted_cases_there(b) && same_walkers(v, w) &&
         same_supervisors(v, w) && same_crews(a, b) && live_bookings(v) == live_bookings(w);
}

}  // namespace gateflow
