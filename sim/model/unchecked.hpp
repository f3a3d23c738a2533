#pragma once

#include <vector>

#include "sim/model/world.hpp"

namespace gateflow {

/// Whether somebody still waits for a floater of that station. Nobody comes to a station twice, so
/// guest and person together tell one entry of its crew from another.
inline bool is_awaited(const World& world, StationId station, const Unchecked& entry) {
  const GuestState& guest = world.guests[entry.guest];
  return guest.person == entry.person && guest.station == station &&
         guest.checked == Checked::Awaited;
}

inline std::vector<PersonId> unchecked_at(const World& world, StationId station) {
  const FloaterCrew& crew = world.crews[station];
  std::vector<PersonId> people;
  for (std::size_t k = crew.next; k < crew.unchecked.size(); ++k)
    if (is_awaited(world, station, crew.unchecked[k])) people.push_back(crew.unchecked[k].person);
  return people;
}

}  // namespace gateflow
