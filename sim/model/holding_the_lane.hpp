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

template <class Sink>
bool Evening<Sink>::is_resolving(LaneId id) const {
  const LaneState& lane = world_.lanes[id];
  return (lane.stage == Stage::Solving || lane.stage == Stage::Trying) && !lane.mistaken;
}

/// When a Resolve that begins or goes on now comes to its end, if nobody joins or leaves the line
/// behind.
template <class Sink>
Time Evening<Sink>::held_until(LaneId id) const {
  const LaneState& lane = world_.lanes[id];
  const Resolve& step = std::get<Resolve>(step_in(id));
  const Time by_clock = step.up_to == never ? never : lane.step_began + step.up_to;
  if (!is_limit(step.by_line)) return by_clock;
  const bool runs = lane.due != never;
  const Time age = lane.handled + (runs ? world_.now - lane.began : Time{});
  const double stretch = lane.calmed ? 1.0 : temper_of(case_in(id), &Temper::handling);
  const Time last = floor_.holding_limit(case_in(id).kind, rule_in(id), lane.step - 1u)
                        .age(waiting_behind(id), age, stretch);
  return last == never ? by_clock : std::min(by_clock, world_.now + (last - age));
}

/// Until the case is solved, or the lane is held no longer. Its clock stands still.
template <class Sink>
void Evening<Sink>::keep_resolving(LaneId id) {
  LaneState& lane = world_.lanes[id];
  const Time until = held_until(id);
  const Time span = until == never ? lane.handling
                                   : std::min(lane.handling, std::max(until - world_.now, Time{}));
  lane.handling -= span;
  start_clock(id, lane.handling == Time{} ? Stage::Solving : Stage::Trying, span);
}

/// The clock has stopped: by a limit, or because one might have been reached.
template <class Sink>
void Evening<Sink>::on_trying_due(LaneId id) {
  LaneState& lane = world_.lanes[id];
  if (lane.mistaken) return next_step(id);
  lane.handled += world_.now - lane.began;
  held_until(id) > world_.now ? keep_resolving(id) : next_step(id);
}

/// Stops handling for now: what is left of it is to do later.
template <class Sink>
void Evening<Sink>::put_down(LaneId id) {
  LaneState& lane = world_.lanes[id];
  lane.handling += lane.due - world_.now;
  lane.handled += world_.now - lane.began;
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
  const LaneState& lane = world_.lanes[id];
  if (!is_resolving(id) || lane.due == never) return;
  if (!is_limit(std::get<Resolve>(step_in(id)).by_line) || held_until(id) >= lane.due) return;
  put_down(id);
  stop_clock(id);
  keep_resolving(id);
}

}  // namespace gateflow
