#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
SupervisorPool& Evening<Sink>::supervisors_for(LaneId id) {
  const bool by_gate = floor_.scenario().house.supervisors->by_gate;
  return world_.supervisors[by_gate ? state(world_.lanes[id].guest).gate.index() : 0];
}

template <class Sink>
void Evening<Sink>::take(const CallSupervisor& step, LaneId id) {
  SupervisorPool& pool = supervisors_for(id);
  if (pool.free > 0) {
    --pool.free;
    return send_supervisor(id);
  }
  pool.asking.push_back(id);
  LaneState& lane = world_.lanes[id];
  if (step.up_to == never) {
    lane.stage = Stage::AwaitingSupervisor;
    return;
  }
  const Time left = lane.step_began + step.up_to - world_.now;
  start_clock(id, Stage::AwaitingSupervisor, std::max(left, Time{}));
}

template <class Sink>
void Evening<Sink>::send_supervisor(LaneId id) {
  begin_stage(id, Stage::SupervisorComing, floor_.scenario().house.supervisors->walk);
}

template <class Sink>
void Evening<Sink>::stop_asking(LaneId id) {
  std::erase(supervisors_for(id).asking, id);
}

template <class Sink>
void Evening<Sink>::supervisor_came(LaneId id) {
  tell(What::SupervisorCame, world_.lanes[id].guest, station_of(id), id, case_in(id).kind);
  restore_order(id);
  const CaseRow& row = case_in(id);
  start_clock(id, Stage::SupervisorSolving, calm(world_.lanes[id].calmed, row, row.by_supervisor));
}

/// Whoever has asked for longest is next.
template <class Sink>
void Evening<Sink>::supervisor_done(LaneId id) {
  SupervisorPool& pool = supervisors_for(id);
  if (pool.asking.empty()) {
    ++pool.free;
  } else {
    const LaneId next = pool.asking.front();
    pool.asking.erase(pool.asking.begin());
    if (world_.lanes[next].due != never) stop_clock(next);
    send_supervisor(next);
  }
  const CaseRow& row = case_in(id);
  tell(What::CaseSolved, world_.lanes[id].guest, station_of(id), id, row.kind);
  row.admitted_by_supervisor ? served(id) : refuse(id);
}

}  // namespace gateflow
