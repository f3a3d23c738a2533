#pragma once

#include "sim/model/world.hpp"

namespace gateflow {

/// The lane whose line a person joins where every lane has one. Closed and broken lanes are passed
/// by, as long as there is another; with a full pen only idle lanes are left.
LaneId choose_line(const Floor& floor, const Crowd& crowd, const World& world,
                   const GuestState& guest);

/// The first lane of a serpentine line that could serve somebody of that class now, or none.
inline LaneId first_idle(const Floor& floor, const World& world, const GuestState& guest) {
  if (world.stations[guest.station].idle == 0) return {};
  const LaneId first = floor.facts(guest.station).first_lane;
  const LaneRange range = floor.lanes_for(guest.station, guest.ticket_class);
  for (unsigned k = range.first; k < range.first + range.count; ++k)
    if (const LaneId lane{first.index() + k}; world.load[lane] == 0) return lane;
  return {};
}

/// The lane that a person coming up to their station picks; none: they stand in its common line.
inline LaneId choose_lane(const Floor& floor, const Crowd& crowd, const World& world,
                          GuestId guest) {
  const GuestState& g = world.guests[guest];
  return floor.facts(g.station).serpentine ? first_idle(floor, world, g)
                                           : choose_line(floor, crowd, world, g);
}

}  // namespace gateflow
