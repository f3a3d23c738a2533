#pragma once

#include "sim/model/evening.hpp"
#include "sim/model/examples.hpp"

namespace gateflow {

/// Somebody in the right is sent away, whose case the house itself has brought about.
template <class Sink>
bool Evening<Sink>::is_fault_of_the_house(LaneId id) const {
  if (world_.lanes[id].case_row == no_case) return false;
  const Case& kind = floor_.scenario().cases[case_in(id).kind];
  return kind.within_rules &&
         (kind.responsible == Responsible::Organizer || kind.responsible == Responsible::Venue);
}

/// To the line of that lane, and to the common line of its station.
template <class Sink>
void Evening<Sink>::set_bad_example(LaneId id) {
  ++world_.lanes[id].examples.shown;
  ++world_.stations[station_of(id)].examples.shown;
}

/// Somebody has stepped in: what was seen before leads nobody astray any more.
template <class Sink>
void Evening<Sink>::restore_order(LaneId id) {
  const auto forget = [](Examples& examples) { examples.forgotten = examples.shown; };
  forget(world_.lanes[id].examples);
  forget(world_.stations[station_of(id)].examples);
}

/// A concession or an argument wears on the staff of the lane.
template <class Sink>
void Evening<Sink>::make_a_scene(LaneId id) {
  const House& house = floor_.scenario().house;
  if (house.scene_slows == 0) return;
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
  const unsigned scenes = world_.lanes[id].scenes;
  if (scenes == 0) [[likely]]
    return service;
  return from_seconds(in_seconds(service) * (1 + floor_.scenario().house.scene_slows * scenes));
}

}  // namespace gateflow
