#pragma once

#include "sim/model/evening.hpp"
#include "sim/model/unchecked.hpp"

namespace gateflow {

/// Somebody new stands in a line of their station.
template <class Sink>
void Evening<Sink>::to_be_checked(GuestId guest) {
  GuestState& g = state(guest);
  FloaterCrew& crew = world_.crews[g.station];
  g.checked = Checked::Awaited;
  crew.unchecked.push_back({guest, g.person});
  const auto free = std::ranges::find(crew.floaters, GuestId{}, &Floater::guest);
  if (free != crew.floaters.end()) look_at_next(g.station, *free);
}

/// None: nobody is left. Those done with are forgotten now and then, so that each costs little.
template <class Sink>
GuestId Evening<Sink>::longest_unchecked(StationId station) {
  auto& [floaters, unchecked, next] = world_.crews[station];
  GuestId found;
  for (; !found && next < unchecked.size(); ++next)
    if (is_awaited(world_, station, unchecked[next])) found = unchecked[next].guest;
  if (2 * next > unchecked.size() + 64) {
    unchecked.erase(unchecked.begin(), unchecked.begin() + static_cast<std::ptrdiff_t>(next));
    next = 0;
  }
  return found;
}

template <class Sink>
void Evening<Sink>::look_at_next(StationId station, Floater& floater) {
  floater = {};
  floater.guest = longest_unchecked(station);
  if (!floater.guest) return;
  state(floater.guest).checked = Checked::Now;
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
  if (row == no_case) {
    state(guest).checked = Checked::No;
    return look_at_next(station, floater);
  }
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
  const Time handled = world_.now - floater.began;
  const Time left = case_row(row).in_lane - handled;
  const auto aside = aside_from_line(guest, row);
  if (aside && (aside->at_once ? handled == Time{} : left > Time{})) {
    const StationId desk = floor_.desk(aside->desk, state(guest).gate);
    if (has_room(desk, {})) return send_from_line(guest, floater, row, desk);
  }
  if (left == Time{}) return cleared(guest, floater, row);
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
  if (is_fault_of_the_house(case_row(row).kind)) set_bad_example(here, g.lane);
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
  GuestState& g = state(guest);
  const bool alone = g.checked == Checked::No || g.checked == Checked::Cleared;
  const bool awaited = g.checked == Checked::Awaited;
  if (g.checked < Checked::Found) g.checked = Checked::No;
  if (alone || awaited) return {};
  const auto floater = std::ranges::find(world_.crews[g.station].floaters, guest, &Floater::guest);
  const Time handled = floater->handling ? world_.now - floater->began : Time{};
  look_at_next(g.station, *floater);
  return handled;
}

}  // namespace gateflow
