#pragma once

#include <algorithm>

#include "sim/model/world.hpp"

namespace gateflow {

/// How many bad examples the line that somebody stands in has been shown.
inline std::uint32_t examples_before(const World& world, const GuestState& guest) {
  return guest.lane ? world.lanes[guest.lane].examples : world.stations[guest.station].examples;
}

/// Bad examples that a guest has seen at the station where they are, and that nobody has undone.
inline std::uint8_t examples_seen(const World& world, const GuestState& guest) {
  if (guest.doing != Doing::InLine) return guest.seen;
  const std::uint32_t seen = guest.seen + examples_before(world, guest) - guest.examples_before;
  return static_cast<std::uint8_t>(std::min<std::uint32_t>(seen, most_examples));
}

}  // namespace gateflow
