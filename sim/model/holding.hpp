#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
bool Evening<Sink>::hold(LaneId id, Time span) {
  LaneState& lane = world_.lanes[id];
  if (lane.broken) return false;
  switch (lane.stage) {
    case Stage::Idle:
      if (!lane.staffed) return false;
      ++world_.load[id];
      --world_.stations[station_of(id)].idle;
      start_clock(id, Stage::Held, span);
      return true;
    case Stage::Blocked:
      remove(wanting(ahead_of(id), id), lane.guest);
      start_clock(id, Stage::Held, span);
      return true;
    case Stage::AwaitingDesk:
      remove(wanting(desk_of(id), {}), lane.guest);
      lane.handling = lane.due - world_.now;
      return hold_case(id, Stage::HeldBeforeStep, span);
    case Stage::AwaitingSupervisor:
      stop_asking(id);
      return hold_case(id, Stage::HeldBeforeStep, span);
    case Stage::Solving:
    case Stage::Trying:
      if (lane.mistaken) break;
      put_down(id);
      return hold_case(id, Stage::HeldInCase, span);
    case Stage::HeldInCase:
    case Stage::HeldBeforeStep:
      lane.step_began += span;
      break;
    default:
      break;
  }
  const Stage stage = lane.stage;
  const Time left = lane.due - world_.now;
  stop_clock(id);
  start_clock(id, stage, left + span);
  return true;
}

/// The time that a step of the ladder may take stands still meanwhile.
template <class Sink>
bool Evening<Sink>::hold_case(LaneId id, Stage held, Time span) {
  LaneState& lane = world_.lanes[id];
  if (lane.due != never) stop_clock(id);
  lane.step_began += span;
  start_clock(id, held, span);
  return true;
}

/// Whoever waited for room or for a supervisor asks again, behind those who asked meanwhile.
template <class Sink>
void Evening<Sink>::release(LaneId id) {
  LaneState& lane = world_.lanes[id];
  if (!lane.guest) return free(id);
  if (lane.stage == Stage::Held) return move_on(id);
  lane.stage == Stage::HeldInCase ? keep_resolving(id) : take_step(id);
}

}  // namespace gateflow
