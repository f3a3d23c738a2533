#pragma once

#include "sim/model/evening.hpp"
#include "sim/model/examples.hpp"

namespace gateflow {

/// Somebody in the right is sent away, whose case the house itself has brought about.
template <class Sink>
bool Evening<Sink>::is_fault_of_the_house(CaseId id) const {
  const Case& kind = floor_.scenario().cases[id];
  return kind.within_rules &&
         (kind.responsible == Responsible::Organizer || kind.responsible == Responsible::Venue);
}

/// Seen by the line of that lane, or without one by those in the common line alone, who see what
/// happens in every lane.
template <class Sink>
void Evening<Sink>::set_bad_example(StationId station, LaneId lane) {
  if (!floor_.facts(station).has_examples) return;
  if (lane) ++world_.lanes[lane].examples;
  ++world_.stations[station].examples;
}

/// Somebody has stepped in: what was seen before leads nobody astray any more.
template <class Sink>
void Evening<Sink>::restore_order(LaneId lane) {
  const StationId station = station_of(lane);
  if (!floor_.facts(station).has_examples) return;
  const auto forget = [&](std::span<const Line> lines) {
    for (const GuestId guest : everyone_in(lines)) {
      state(guest).seen = 0;
      state(guest).examples_before = examples_before(world_, state(guest));
    }
  };
  forget(lines_of(lane));
  forget(common_lines_of(station));
}

/// A concession or an argument wears on the staff of the lane.
template <class Sink>
void Evening<Sink>::make_a_scene(LaneId id) {
  const House& house = floor_.scenario().house;
  if (house.scene_slows == 0 || house.scene_lasts == Time{}) return;
  ++world_.lanes[id].scenes;
  book(world_.now + house.scene_lasts, Phase::Recovery, id.value);
}

template <class Sink>
void Evening<Sink>::on_recovery(LaneId id) {
  --world_.lanes[id].scenes;
}

/// Ordinary service by staff who have been through so many scenes.
template <class Sink>
Time Evening<Sink>::in_mood(LaneId id, Time service) const {
  const std::uint32_t scenes = world_.lanes[id].scenes;
  if (scenes == 0) [[likely]]
    return service;
  return from_seconds(in_seconds(service) * (1 + floor_.scenario().house.scene_slows * scenes));
}

}  // namespace gateflow
