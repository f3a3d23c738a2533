#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

/// Whether somebody may set out for a station: a place in its pen, or an idle lane, is free.
template <class Sink>
bool Evening<Sink>::has_room(StationId id, LaneId from) const {
  const StationFacts& facts = floor_.facts(id);
  if (!facts.has_pen) return true;
  if (const LaneId straight = straight_on(id, from)) {
    const LaneState& lane = world_.lanes[straight];
    const std::uint32_t load = world_.load[straight];
    const bool idle = load == 0;
    const std::uint32_t waiting = (load & ~World::closed) - (lane.stage == Stage::Idle ? 0 : 1);
    return waiting + lane.heading < facts.pen + (idle ? 1 : 0);
  }
  const StationState& s = world_.stations[id];
  return s.waiting + s.heading < facts.pen + s.idle;
}

/// The one lane of that station that somebody from this lane can go to; none: they may choose.
template <class Sink>
LaneId Evening<Sink>::straight_on(StationId id, LaneId from) const {
  const StationFacts& facts = floor_.facts(id);
  if (!facts.straight || !from) return {};
  return floor_.lanes().at(id, floor_.lanes().number(from) % facts.lanes);
}

/// Those who wait for room at a station, in the order in which they began to.
template <class Sink>
Line& Evening<Sink>::wanting(StationId id, LaneId from) {
  const LaneId straight = straight_on(id, from);
  return straight ? world_.lanes[straight].wanting : world_.stations[id].wanting;
}

/// Served: on to the next station of the route, or in; without room ahead, the lane is blocked.
template <class Sink>
void Evening<Sink>::move_on(LaneId id) {
  LaneState& lane = world_.lanes[id];
  const GuestId guest = lane.guest;
  GuestState& g = state(guest);
  const auto route = route_of(g);
  const std::size_t next = g.leg + 1u;
  if (next == route.size()) {
    tell(What::Left, guest, station_of(id), id);
    end(guest, What::Admitted);
    return free(id);
  }
  const Leg& leg = route[next];
  if (has_room(leg.station, id)) {
    tell(What::Left, guest, station_of(id), id);
    g.leg = static_cast<std::uint8_t>(next);
    g.at_desk = false;
    set_out(guest, leg.station, leg.walk);
    return free(id);
  }
  lane.stage = Stage::Blocked;
  tell(What::Blocked, guest, leg.station, id);
  append(wanting(leg.station, id), guest);
}

/// Where the person in that lane goes next. Requires one who is not at the end of their route.
template <class Sink>
StationId Evening<Sink>::ahead_of(LaneId id) const {
  const GuestState& g = state(world_.lanes[id].guest);
  return route_of(g)[g.leg + 1u].station;
}

/// From a lane to a station where a place is kept for them.
template <class Sink>
void Evening<Sink>::set_out(GuestId guest, StationId station, Time walk) {
  GuestState& g = state(guest);
  g.station = station;
  g.checked = Checked::No;
  g.seen = 0;
  if (walk == Time{}) {
    g.since = world_.now;
    g.doing = Doing::Walking;
    join(guest);
    return;
  }
  g.doing = Doing::Walking;
  ++world_.stations[station].heading;
  if (const LaneId straight = straight_on(station, g.lane)) ++world_.lanes[straight].heading;
  book(world_.now + walk, Phase::Reach, guest.value);
}

/// Room came free at a station (for SameLane: before this lane).
template <class Sink>
void Evening<Sink>::let_in(StationId id, LaneId freed) {
  if (world_.stations[id].wanting.first) let_in(world_.stations[id].wanting, id);
  if (freed && world_.lanes[freed].wanting.first) let_in(world_.lanes[freed].wanting, id);
}

/// Whoever is let in frees the lane they blocked, and so the room goes on upstream.
template <class Sink>
void Evening<Sink>::let_in(Line& line, StationId id) {
  while (line.first) {
    const GuestId guest = line.first;
    const bool blocking = state(guest).doing == Doing::InLane;
    const LaneId lane = blocking ? state(guest).lane : LaneId{};
    if (!has_room(id, lane)) return;
    remove(line, guest);
    if (!blocking) {
      join(guest);
    } else if (world_.lanes[lane].stage == Stage::AwaitingDesk) {
      stop_clock(lane);
      go_to_desk(lane);
      free(lane);
    } else {
      move_on(lane);
    }
  }
}

}  // namespace gateflow
