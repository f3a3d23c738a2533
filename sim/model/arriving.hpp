#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
void Evening<Sink>::arrive(PersonId person) {
  if (!crowd_.absent.empty() && crowd_.absent[person]) {
    ++world_.ended;
    return sink_(Happening{world_.now, person, {}, {}, {}, What::NeverCame});
  }
  const GuestId guest = welcome(person);
  GuestState& g = state(guest);
  const Leg& leg = route_of(g).front();
  g.station = leg.station;
  tell(What::Arrived, guest, leg.station, {});
  if (leg.walk == Time{}) return come_up(guest);
  g.doing = Doing::Walking;
  book(world_.now + leg.walk, Phase::Reach, guest.value);
}

template <class Sink>
GuestId Evening<Sink>::free_number() {
  const GuestId number = world_.free_number;
  if (!number) return world_.guests.push_back({});
  world_.free_number = state(number).behind;
  return number;
}

/// Gives the newcomer a number among the guests.
template <class Sink>
GuestId Evening<Sink>::welcome(PersonId person) {
  const GuestId guest = free_number();
  const bool in_group = !crowd_.group.empty() && crowd_.group[person] != person;
  GuestState& g = state(guest);
  g = {};
  g.person = person;
  g.mate = in_group ? world_.last_arrived : GuestId{};
  g.ticket_class = crowd_.class_of(person);
  g.gate = crowd_.gate_of(person);
  world_.last_arrived = guest;
  return guest;
}

/// At the first station, where nobody has kept a place for them.
template <class Sink>
void Evening<Sink>::come_up(GuestId guest) {
  GuestState& g = state(guest);
  g.since = world_.now;
  Line& outside = wanting(g.station, {});
  if (outside.size == 0 && has_room(g.station, {})) {
    join(guest);
  } else if (floor_.facts(g.station).leave_when_full) {
    end(guest, What::Baulked);
  } else {
    g.doing = Doing::Outside;
    append(outside, guest);
    tell(What::StoodOutside, guest, g.station, {});
    book_patience(guest);
  }
}

/// After a walk.
template <class Sink>
void Evening<Sink>::reach(GuestId guest) {
  GuestState& g = state(guest);
  if (g.leg == 0 && !g.at_desk) return come_up(guest);
  const LaneId straight = straight_on(g.station, g.lane);
  --world_.stations[g.station].heading;
  if (straight) --world_.lanes[straight].heading;
  g.since = world_.now;
  const StationId here = g.station;
  const bool place_is_free = !join(guest) || (straight && g.lane != straight);
  if (place_is_free) let_in(here, straight);
}

/// Picks a lane and is called at once, or stands in line. False: left at the sight of it.
template <class Sink>
bool Evening<Sink>::join(GuestId guest) {
  const LaneId lane = choose_lane(floor_, crowd_, world_, guest);
  const StationId station = state(guest).station;
  if (lane && world_.load[lane] == 0) {
    tell(What::Joined, guest, station, lane);
    --world_.stations[station].idle;
    call(guest, lane);
    return true;
  }
  if (baulks(guest, lane)) {
    state(guest).lane = lane;
    end(guest, What::Baulked);
    return false;
  }
  stand_in_line(guest, lane);
  return true;
}

template <class Sink>
void Evening<Sink>::stand_in_line(GuestId guest, LaneId lane) {
  const bool fresh = state(guest).doing != Doing::Outside;
  enter_line(guest, lane);
  tell(What::Joined, guest, state(guest).station, lane);
  if (fresh) book_patience(guest);
  const StationId here = state(guest).station;
  if (floor_.facts(here).has_floaters) to_be_checked(guest);
  if (floor_.facts(here).has_line_limits) more_wait_behind(here, lane);
}

/// Help desks are exempt: who was sent there has nowhere else to go.
template <class Sink>
bool Evening<Sink>::baulks(GuestId guest, LaneId lane) const {
  if (crowd_.baulk_at.empty() || state(guest).at_desk) return false;
  const auto lines = lane ? lines_of(lane) : common_lines_of(state(guest).station);
  std::size_t in_sight = 0;
  for (const Line& line : lines) in_sight += line.size;
  return static_cast<float>(in_sight) > crowd_.baulk_at[state(guest).person];
}

}  // namespace gateflow
