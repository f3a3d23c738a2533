#pragma once

#include <algorithm>

#include "sim/model/world.hpp"

namespace gateflow {

/// What is shown to the line that somebody stands in: that of a lane, or the common one.
inline const Examples& examples_for(const World& world, const GuestState& guest) {
  return guest.lane ? world.lanes[guest.lane].examples : world.stations[guest.station].examples;
}

/// Bad examples that a guest has seen at the station where they are, and that nobody has undone.
inline std::uint8_t examples_seen(const World& world, const GuestState& guest) {
  if (guest.doing != Doing::InLine) return guest.seen;
  const Examples& here = examples_for(world, guest);
  const bool undone = here.forgotten > guest.examples_before;
  const std::uint32_t seen =
      undone ? here.shown - here.forgotten : guest.seen + here.shown - guest.examples_before;
  return static_cast<std::uint8_t>(std::min<std::uint32_t>(seen, most_examples));
}

}  // namespace gateflow
