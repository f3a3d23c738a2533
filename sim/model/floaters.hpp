#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

/// Somebody new stands in a line of their station.
template <class Sink>
void Evening<Sink>::to_be_checked(GuestId guest) {
  const StationId station = state(guest).station;
  FloaterCrew& crew = world_.crews[station];
  crew.unchecked.push_back(guest);
  const auto free = std::ranges::find(crew.floaters, GuestId{}, &Floater::guest);
  if (free != crew.floaters.end()) look_at_next(station, *free);
}

template <class Sink>
void Evening<Sink>::look_at_next(StationId station, Floater& floater) {
  FloaterCrew& crew = world_.crews[station];
  floater = {};
  if (crew.unchecked.empty()) return;
  floater.guest = crew.unchecked.front();
  crew.unchecked.erase(crew.unchecked.begin());
  keep_floater(floater, false, floor_.station(station).floater_check);
}

template <class Sink>
void Evening<Sink>::keep_floater(Floater& floater, bool handling, Time span) {
  floater.handling = handling;
  floater.began = world_.now;
  floater.due = world_.now + span;
  book(floater.due, Phase::FloaterDue, floater.guest.value);
}

/// The number may have passed to somebody else since: what counts is whom the floater is with.
template <class Sink>
void Evening<Sink>::on_floater_due(GuestId guest) {
  auto& floaters = world_.crews[state(guest).station].floaters;
  const auto floater = std::ranges::find(floaters, guest, &Floater::guest);
  if (floater == floaters.end() || floater->due != world_.now) return;
  floater->handling ? handled_in_line(guest, *floater) : looked_at(guest, *floater);
}

template <class Sink>
void Evening<Sink>::looked_at(GuestId guest, Floater& floater) {
  const StationId station = state(guest).station;
  const std::uint32_t row = case_of(guest, station, 0);
  if (row == no_case) return look_at_next(station, floater);
  state(guest).checked = Checked::Found;
  tell(What::CaseFound, guest, station, {}, case_row(row).kind);
  const auto aside = aside_from_line(guest, row);
  const Time handling = case_row(row).in_lane;
  keep_floater(floater, true, aside ? std::min(aside->after, handling) : handling);
}

/// What the house rule says first, where it says to step aside.
template <class Sink>
std::optional<FirstAside> Evening<Sink>::aside_from_line(GuestId guest, std::uint32_t row) const {
  const Case& kind = floor_.scenario().cases[case_row(row).kind];
  return first_aside(floor_.scenario().rules[kind.rule_for(state(guest).ticket_class)]);
}

/// The case is solved in the line, or it is time to step aside; without room at the desk it is
/// handled on.
template <class Sink>
void Evening<Sink>::handled_in_line(GuestId guest, Floater& floater) {
  const std::uint32_t row = case_of(guest, state(guest).station, 0);
  const Time left = case_row(row).in_lane - (world_.now - floater.began);
  if (left == Time{}) return cleared(guest, floater, row);
  const StationId desk = floor_.desk(aside_from_line(guest, row)->desk, state(guest).gate);
  if (has_room(desk, {})) return send_from_line(guest, floater, row, desk);
  floater.due = world_.now + left;
  book(floater.due, Phase::FloaterDue, guest.value);
}

/// They go on in the line as anybody, or are sent away from it.
template <class Sink>
void Evening<Sink>::cleared(GuestId guest, Floater& floater, std::uint32_t row) {
  GuestState& g = state(guest);
  const StationId here = g.station;
  g.checked = Checked::Cleared;
  tell(What::CaseSolved, guest, here, {}, case_row(row).kind);
  look_at_next(here, floater);
  if (case_row(row).admitted) return;
  leave_line(guest);
  end(guest, What::TurnedAway);
  let_in(here, g.lane);
}

template <class Sink>
void Evening<Sink>::send_from_line(GuestId guest, Floater& floater, std::uint32_t row,
                                   StationId desk) {
  GuestState& g = state(guest);
  const StationId here = g.station;
  const LaneId before = g.lane;
  tell(What::SteppedAside, guest, here, {}, case_row(row).kind);
  look_at_next(here, floater);
  leave_line(guest);
  g.waited += world_.now - g.since;
  g.open_case = row;
  g.at_desk = true;
  g.calmed = false;
  set_out(guest, desk, floor_.station(desk).walk);
  let_in(here, before);
}

/// Whoever leaves the line is checked no more. How long a case they have was handled in it.
template <class Sink>
Time Evening<Sink>::let_go(GuestId guest) {
  const StationId station = state(guest).station;
  FloaterCrew& crew = world_.crews[station];
  const auto unchecked = std::ranges::find(crew.unchecked, guest);  // mostly near the front
  if (unchecked != crew.unchecked.end()) crew.unchecked.erase(unchecked);
  const auto floater = std::ranges::find(crew.floaters, guest, &Floater::guest);
  if (floater == crew.floaters.end()) return {};
  const Time handled = floater->handling ? world_.now - floater->began : Time{};
  look_at_next(station, *floater);
  return handled;
}

}  // namespace gateflow
