#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

/// Serves the next of its line, else of the common line; else the lane is idle, or, without
/// staff, closed. True: a place in line came free.
template <class Sink>
bool Evening<Sink>::take_next(LaneId id) {
  const LaneState& lane = world_.lanes[id];
  if (lane.broken) return false;
  GuestId next = facts(id).serpentine ? GuestId{} : first_of(lines_of(id));
  if (!next && lane.staffed) next = first_for(id);
  if (next) {
    leave_line(next);
    call(next, id);
  } else if (lane.staffed) {
    ++world_.stations[station_of(id)].idle;
  } else {
    tell_of_lane(What::LaneClosed, id);
  }
  return true;
}

template <class Sink>
void Evening<Sink>::call_next(LaneId lane) {
  if (take_next(lane)) let_in(station_of(lane), lane);
}

template <class Sink>
void Evening<Sink>::call(GuestId guest, LaneId lane) {
  GuestState& g = state(guest);
  g.waited += world_.now - g.since;
  if (floor_.facts(g.station).has_floaters) world_.lanes[lane].handled = let_go(guest);
  g.lane = lane;
  g.doing = Doing::InLane;
  ++world_.load[lane];
  world_.lanes[lane].guest = guest;
  tell(What::Called, guest, g.station, lane);
  if (floor_.facts(g.station).has_script) follow_script(guest, g.station);
  start_clock(lane, Stage::Serving, in_mood(lane, effort_of(guest)));
}

/// Ordinary service of this person where they are; at a help desk, what their case needs.
template <class Sink>
Time Evening<Sink>::effort_of(GuestId guest) const {
  const GuestState& g = state(guest);
  if (g.at_desk) return calm(g.calmed, case_row(g.open_case), case_row(g.open_case).at_desk);
  return crowd_.effort[floor_.facts(g.station).touchpoint][g.person];
}

/// A booking that the lane no longer waits for is void.
template <class Sink>
void Evening<Sink>::on_due(LaneId id) {
  const LaneState& lane = world_.lanes[id];
  if (lane.due != world_.now) return;
  stop_clock(id);
  switch (lane.stage) {
    case Stage::Serving:
      return ordinary_service_over(id);
    case Stage::Solving:
      return solved(id);
    case Stage::Trying:
      return on_trying_due(id);
    case Stage::AwaitingDesk:
      remove(wanting(desk_of(id), {}), lane.guest);
      return solved(id);
    case Stage::AwaitingSupervisor:
      stop_asking(id);
      return next_step(id);
    case Stage::SupervisorComing:
      return supervisor_came(id);
    case Stage::SupervisorSolving:
      return supervisor_done(id);
    case Stage::Granting:
      return granted(id);
    case Stage::Pausing:
      return paused(id);
    case Stage::Arguing:
      make_a_scene(id);
      return refuse(id);
    case Stage::Held:
    case Stage::HeldInCase:
    case Stage::HeldBeforeStep:
      return release(id);
    case Stage::Idle:
    case Stage::Blocked:
      return;
  }
}

template <class Sink>
void Evening<Sink>::ordinary_service_over(LaneId id) {
  const GuestId guest = world_.lanes[id].guest;
  GuestState& g = state(guest);
  if (g.at_desk) {
    const bool admitted = case_row(g.open_case).admitted_at_desk;
    g.open_case = no_case;
    return admitted ? served(id) : refuse(id);
  }
  if (g.checked == Checked::Cleared) return served(id);
  const std::uint32_t row = case_of(guest, g.station, g.seen);
  row == no_case ? served(id) : open_case(id, row);
}

template <class Sink>
void Evening<Sink>::served(LaneId lane) {
  tell(What::Served, world_.lanes[lane].guest, station_of(lane), lane);
  move_on(lane);
}

template <class Sink>
void Evening<Sink>::refuse(LaneId lane) {
  const GuestId guest = world_.lanes[lane].guest;
  if (world_.lanes[lane].case_row != no_case && is_fault_of_the_house(case_in(lane).kind))
    set_bad_example(station_of(lane), lane);
  tell(What::Left, guest, station_of(lane), lane);
  end(guest, What::TurnedAway);
  free(lane);
}

/// Whoever was in the lane has left it.
template <class Sink>
void Evening<Sink>::free(LaneId id) {
  LaneState& lane = world_.lanes[id];
  lane.guest = {};
  lane.stage = Stage::Idle;
  lane.case_row = no_case;
  --world_.load[id];
  call_next(id);
}

template <class Sink>
void Evening<Sink>::start_clock(LaneId id, Stage stage, Time span) {
  LaneState& lane = world_.lanes[id];
  lane.stage = stage;
  lane.began = world_.now;
  lane.due = world_.now + span;
  book(lane.due, Phase::LaneDue, id.value);
  if (facts(id).has_breakdowns) watch_for_failure(id, span);
}

/// What goes on in a lane that may be broken down: then its clock starts with the repair.
template <class Sink>
void Evening<Sink>::begin_stage(LaneId id, Stage stage, Time span) {
  if (!world_.lanes[id].broken) return start_clock(id, stage, span);
  world_.lanes[id].stage = stage;
  world_.lanes[id].left = span;
}

template <class Sink>
void Evening<Sink>::stop_clock(LaneId id) {
  LaneState& lane = world_.lanes[id];
  lane.due = never;
  if (facts(id).has_breakdowns) stop_watching(id);
}

}  // namespace gateflow
