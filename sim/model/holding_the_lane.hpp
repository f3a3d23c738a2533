#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

/// In the line of the lane; of a common line, the share of each staffed lane, rounded down.
template <class Sink>
unsigned Evening<Sink>::waiting_behind(LaneId id) const {
  const StationId station = station_of(id);
  const StationFacts& facts = floor_.facts(station);
  if (!facts.serpentine) return (world_.load[id] & ~World::closed) - 1;
  unsigned staffed = 0;
  for (unsigned k = 0; k < facts.lanes; ++k)
    staffed += world_.lanes[floor_.lanes().at(station, k)].staffed;
  return world_.stations[station].waiting / std::max(staffed, 1u);
}

/// While nothing goes on in a lane, nor does the time that a step of a ladder may take.
template <class Sink>
void Evening<Sink>::delay_limits(LaneId id, Time span) {
  world_.lanes[id].case_began += span;
  world_.lanes[id].step_began += span;
}

/// When the present Resolve comes to its end, if nobody joins or leaves the line behind.
template <class Sink>
Time Evening<Sink>::held_until(LaneId id) const {
  const LaneState& lane = world_.lanes[id];
  const Resolve& step = std::get<Resolve>(step_in(id));
  const Time by_clock = step.up_to == never ? never : lane.step_began + step.up_to;
  if (!is_limit(step.by_line)) return by_clock;
  const HoldingLimit& limit = floor_.holding_limit(case_in(id).kind, rule_in(id), lane.step - 1u);
  const Time age = limit.age(waiting_behind(id));
  return age == never ? by_clock : std::min(by_clock, lane.case_began + age);
}

template <class Sink>
bool Evening<Sink>::still_held(LaneId id) const {
  return !world_.lanes[id].mistaken && held_until(id) > world_.now;
}

/// Until the case is solved, or the lane is held no longer.
template <class Sink>
void Evening<Sink>::keep_resolving(LaneId id) {
  LaneState& lane = world_.lanes[id];
  const Time until = held_until(id);
  const Time span = until == never ? lane.handling
                                   : std::min(lane.handling, std::max(until - world_.now, Time{}));
  lane.handling -= span;
  start_clock(id, lane.handling == Time{} ? Stage::Solving : Stage::Trying, span);
}

/// Somebody has joined the line of that lane, or, without a lane, the common line.
template <class Sink>
void Evening<Sink>::more_wait_behind(StationId station, LaneId lane) {
  if (lane) return reconsider(lane);
  for (unsigned k = 0; k < floor_.facts(station).lanes; ++k)
    reconsider(floor_.lanes().at(station, k));
}

template <class Sink>
void Evening<Sink>::reconsider(LaneId id) {
  LaneState& lane = world_.lanes[id];
  const bool resolving = lane.stage == Stage::Solving || lane.stage == Stage::Trying;
  if (!resolving || lane.mistaken || lane.due == never) return;
  if (!is_limit(std::get<Resolve>(step_in(id)).by_line) || held_until(id) >= lane.due) return;
  lane.handling += lane.due - world_.now;
  stop_clock(id);
  keep_resolving(id);
}

}  // namespace gateflow
