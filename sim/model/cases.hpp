#pragma once

#include "sim/crowd/people_with_cases.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
const CaseRow& Evening<Sink>::case_row(std::uint32_t row) const {
  const std::size_t drawn = crowd_.cases.size();
  return row < drawn ? crowd_.cases[row] : world_.scripted_rows[row - drawn];
}

/// The case that surfaces with this person at this station, once they have seen so many bad
/// examples; scripted ones first.
template <class Sink>
std::uint32_t Evening<Sink>::case_of(GuestId guest, StationId station, std::uint8_t seen) const {
  if (!floor_.facts(station).has_cases) return no_case;
  const TouchpointId here = floor_.facts(station).touchpoint;
  const PersonId person = state(guest).person;
  if (person == world_.spared && here == world_.spared_at) return no_case;
  const auto matches = [&](const CaseRow& row) {
    return row.person == person && floor_.scenario().cases[row.kind].touchpoint == here;
  };
  const std::size_t drawn = crowd_.cases.size();
  if (floor_.facts(station).has_script)
    for (std::size_t k = 0; k < world_.scripted_rows.size(); ++k)
      if (matches(world_.scripted_rows[k])) return static_cast<std::uint32_t>(drawn + k);
  if (crowd_.first_case.empty()) return no_case;
  for (std::uint32_t row = crowd_.first_case[person]; row < drawn; ++row) {
    if (crowd_.cases[row].person != person) break;
    if (matches(crowd_.cases[row]) && crowd_.cases[row].after_examples <= seen) return row;
  }
  return no_case;
}

/// A service begins where cases are scripted by turn or moment: is this the one? Not, if a floater
/// has found a case of their own.
template <class Sink>
void Evening<Sink>::follow_script(GuestId guest, StationId station) {
  const std::uint32_t turn = ++world_.stations[station].turns;
  if (state(guest).checked >= Checked::Found) return;
  const auto& scripted = floor_.scenario().scripted;
  for (std::size_t k = 0; k < scripted.size(); ++k) {
    if (world_.script_done[k] || std::holds_alternative<ByNumber>(scripted[k].who)) continue;
    if (floor_.scene_of(scripted[k]) != station) continue;
    const auto* by_turn = std::get_if<ByTurn>(&scripted[k].who);
    const auto* by_moment = std::get_if<ByMoment>(&scripted[k].who);
    if (by_turn ? by_turn->turn > turn : by_moment->at > world_.now) continue;
    world_.script_done[k] = 1;
    world_.scripted_rows.push_back(scripted_row(guest, k));
    return;
  }
}

template <class Sink>
CaseRow Evening<Sink>::scripted_row(GuestId guest, std::size_t script) const {
  const ScriptedCase& scripted = floor_.scenario().scripted[script];
  const Case& kind = floor_.scenario().cases[scripted.kind];
  const PeopleWithCases people(floor_.scenario(), scripted.kind, "scripted case", crowd_.luck);
  const TemperId temper = people.temper(script);
  const auto luck = [&](const char* purpose) {
    return stream_of(crowd_.luck, "scripted case", purpose)(script);
  };
  const auto span = [&](const Distribution& law, const char* purpose) {
    return from_seconds(people.seconds(law, luck(purpose), temper));
  };
  return {.person = state(guest).person,
          .kind = scripted.kind,
          .in_lane = scripted.in_lane.value_or(span(kind.in_lane_s, "in lane")),
          .by_supervisor = span(kind.supervisor_s, "by supervisor"),
          .at_desk = scripted.at_desk.value_or(span(kind.at_desk_s, "at desk")),
          .admitted = luck("admitted") < kind.admitted,
          .admitted_by_supervisor = luck("admitted by supervisor") < kind.admitted_by_supervisor,
          .admitted_at_desk = luck("admitted at desk") < kind.admitted_at_desk,
          .told = people.is_told(script),
          .temper = temper,
          .taken_for = people.taken_for(script)};
}

template <class Sink>
void Evening<Sink>::open_case(LaneId id, std::uint32_t row) {
  LaneState& lane = world_.lanes[id];
  lane.case_row = row;
  lane.step = 0;
  lane.mistaken = case_row(row).taken_for && state(lane.guest).checked != Checked::Found;
  lane.calmed = false;
  if (!facts(id).has_floaters) lane.handled = Time{};
  lane.handling = case_row(row).in_lane - lane.handled;
  tell(What::CaseArose, lane.guest, station_of(id), id, case_row(row).kind);
  next_step(id);
}

template <class Sink>
void Evening<Sink>::solved(LaneId id) {
  const LaneState& lane = world_.lanes[id];
  const CaseRow& row = case_row(lane.case_row);
  tell(What::CaseSolved, lane.guest, station_of(id), id, row.kind);
  row.admitted ? served(id) : refuse(id);
}

}  // namespace gateflow
