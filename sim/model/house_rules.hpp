#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

/// The kind of case that staff believe it is.
template <class Sink>
CaseId Evening<Sink>::taken_for(LaneId id) const {
  const CaseRow& row = case_in(id);
  return world_.lanes[id].mistaken ? row.taken_for : row.kind;
}

template <class Sink>
RuleId Evening<Sink>::rule_in(LaneId id) const {
  const ClassId ticket_class = state(world_.lanes[id].guest).ticket_class;
  return floor_.scenario().cases[taken_for(id)].rule_for(ticket_class);
}

/// The step that is being taken.
template <class Sink>
const RuleStep& Evening<Sink>::step_in(LaneId id) const {
  return floor_.scenario().rules[rule_in(id)].ladder[world_.lanes[id].step - 1u];
}

template <class Sink>
double Evening<Sink>::temper_of(const CaseRow& row, double Temper::*effect) const {
  return row.temper ? floor_.scenario().tempers[row.temper].*effect : 1.0;
}

/// A handling time without what the temper added, for those who have been calmed.
template <class Sink>
Time Evening<Sink>::calm(bool calmed, const CaseRow& row, Time handling) const {
  const double factor = calmed ? temper_of(row, &Temper::handling) : 1.0;
  return factor == 1 ? handling : from_seconds(in_seconds(handling) / factor);
}

/// Of a ladder for another case only the first step is taken: then the mistake is noticed.
template <class Sink>
void Evening<Sink>::next_step(LaneId id) {
  LaneState& lane = world_.lanes[id];
  if (lane.mistaken && lane.step > 0) {
    lane.mistaken = false;
    lane.step = 0;
  }
  ++lane.step;
  lane.step_began = world_.now;
  take_step(id);
}

template <class Sink>
void Evening<Sink>::take_step(LaneId id) {
  std::visit([&](const auto& step) { take(step, id); }, step_in(id));
}

template <class Sink>
void Evening<Sink>::take(const Resolve& step, LaneId id) {
  if (!world_.lanes[id].mistaken) return keep_resolving(id);
  start_clock(id, Stage::Trying, std::min(step.up_to, floor_.scenario().house.triage_notice));
}

template <class Sink>
void Evening<Sink>::take(const StepAside&, LaneId id) {
  const StationId desk = desk_of(id);
  if (has_room(desk, {})) {
    go_to_desk(id);
    return free(id);
  }
  append(wanting(desk, {}), world_.lanes[id].guest);
  start_clock(id, Stage::AwaitingDesk, world_.lanes[id].handling);
}

template <class Sink>
void Evening<Sink>::take(const GiveIn& step, LaneId id) {
  start_clock(id, Stage::Granting, step.takes);
}

template <class Sink>
void Evening<Sink>::granted(LaneId id) {
  tell(What::Granted, world_.lanes[id].guest, station_of(id), id, case_in(id).kind);
  make_a_scene(id);
  set_bad_example(station_of(id), id);
  served(id);
}

template <class Sink>
void Evening<Sink>::take(const Pause& step, LaneId id) {
  start_clock(id, Stage::Pausing, step.lasts);
}

/// What is left to handle takes what it takes with anybody.
template <class Sink>
void Evening<Sink>::paused(LaneId id) {
  LaneState& lane = world_.lanes[id];
  lane.handling = calm(!lane.calmed, case_in(id), lane.handling);
  lane.calmed = true;
  next_step(id);
}

template <class Sink>
void Evening<Sink>::take(const TurnAway& step, LaneId id) {
  const double told = case_in(id).told ? floor_.scenario().house.told_argues : 1.0;
  const bool calmed = world_.lanes[id].calmed;
  const double factor = told * (calmed ? 1.0 : temper_of(case_in(id), &Temper::argues));
  const Time argues = factor == 1 ? step.argues : from_seconds(in_seconds(step.argues) * factor);
  argues == Time{} ? refuse(id) : start_clock(id, Stage::Arguing, argues);
}

/// The desk of the step aside that is being taken.
template <class Sink>
StationId Evening<Sink>::desk_of(LaneId id) const {
  return floor_.desk(std::get<StepAside>(step_in(id)).desk, state(world_.lanes[id].guest).gate);
}

template <class Sink>
void Evening<Sink>::go_to_desk(LaneId id) {
  const LaneState& lane = world_.lanes[id];
  const StationId desk = desk_of(id);
  const CaseId kind = case_row(lane.case_row).kind;
  GuestState& g = state(lane.guest);
  tell(What::SteppedAside, lane.guest, desk, id, kind);
  tell(What::Left, lane.guest, station_of(id), id);
  g.open_case = lane.case_row;
  g.at_desk = true;
  g.calmed = lane.calmed;
  set_out(lane.guest, desk, floor_.station(desk).walk);
}

}  // namespace gateflow
