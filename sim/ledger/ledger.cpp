#include "sim/ledger/ledger.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/ledger/separate_gates.hpp"

namespace gateflow {

Ledger::Ledger(const Floor& floor, const Crowd& crowd)
    : floor_(floor),
      crowd_(crowd),
      waiting_(floor.lanes().size() + floor.scenario().stations.size()),
      spots_(waiting_.size()),
      deals_(floor.scenario().stations.size()),
      waits_(crowd.size()),
      taken_along_(floor.scenario().cases.empty() ? 0 : crowd.size()),
      is_desk_(floor.scenario().stations.size()),
      charged_(floor.scenario().stations.size()),
      to_service_(crowd.size()) {
  for (const StationId station : keys_of(deals_)) {
    for (unsigned k = 0; k < floor.lanes().count(station); ++k)
      spots_[spot_of(floor.lanes().at(station, k))].station = station;
    spots_[nowhere(station)].station = station;
  }
  for (const GateId gate : keys_of(floor.scenario().gates))
    for (const StationId desk : desks_used(floor, gate)) is_desk_[desk] = 1;
}

void Ledger::close(Time end) {
  now_ = end;
  for (const SpotId spot : keys_of(spots_)) settle(spot);
}

Time Ledger::total() const {
  Time sum{};
  for (const auto& station : charged_) sum = std::accumulate(station.begin(), station.end(), sum);
  return sum;
}

std::optional<Cause> Ledger::cause_for(PersonId person) const {
  if (!waits_[person].spot) return std::nullopt;
  return cause_at(waiting_.root(waits_[person].spot));
}

HoldUpId Ledger::add_hold_up(const Happening& h) {
  hold_ups_.push_back({.person = h.person, .kind = h.kind, .station = h.station});
  return HoldUpId{hold_ups_.size() - 1};
}

/// While it stays in the line it holds nobody up.
void Ledger::case_found(const Happening& h) {
  const HoldUpId id = add_hold_up(h);
  taken_along_[h.person] = id;
  HoldUp& hold_up = hold_ups_[id.index()];
  hold_up.found = hold_up.arose = hold_up.lane_free = h.at;
}

void Ledger::case_arose(const Happening& h) {
  const SpotId spot = spot_of(h.lane);
  settle(spot);
  const HoldUpId found = std::exchange(taken_along_[h.person], {});
  const HoldUpId id = found ? found : add_hold_up(h);
  HoldUp& hold_up = hold_ups_[id.index()];
  hold_up.lane = h.lane;
  hold_up.arose = h.at;
  hold_up.lane_free = never;
  hold_up.behind = waiting_[spot].waiting;
  spots_[spot].hold_up = id;
}

/// What was charged until now was to the person's service or case; from now on the lane is no root.
void Ledger::blocked(const Happening& h) {
  const SpotId spot = spot_of(h.lane);
  settle(spot);
  const StationFacts& ahead = floor_.facts(h.station);
  if (!ahead.straight) return deal(h.person, h.station, spot);
  const unsigned number = floor_.lanes().number(h.lane) % ahead.lanes;
  const SpotId target = spot_of(floor_.lanes().at(h.station, number));
  spots_[spot].jammed = leads_to(target, spot);
  wait_for(h.person, {spots_[spot].jammed ? spot : target, spot, {}});
}

void Ledger::opened_or_closed(const Happening& h) {
  const SpotId spot = spot_of(h.lane);
  for (unsigned k = 0; k < floor_.lanes().count(h.station); ++k)
    settle(spot_of(floor_.lanes().at(h.station, k)));
  settle(nowhere(h.station));
  spots_[spot].open = h.what == What::LaneOpened;
  Deal& deal = deals_[h.station];
  const auto at = std::ranges::lower_bound(deal.open, spot);
  const bool listed = at != deal.open.end() && *at == spot;
  if (listed == spots_[spot].open) return;
  listed ? void(deal.open.erase(at)) : void(deal.open.insert(at, spot));
  deal.ever_open = true;
  deal_anew(h.station);
}

void Ledger::broke_or_repaired(const Happening& h) {
  settle(spot_of(h.lane));
  spots_[spot_of(h.lane)].broken = h.what == What::LaneBroke;
}

void Ledger::deal(PersonId person, StationId station, SpotId from) {
  const SpotId spot = next_spot(person, station, from);
  if (from) spots_[from].jammed = !spot;
  wait_for(person, {spot ? spot : from, from, station});
  Deal& deal = deals_[station];
  ++deal.next;
  forget_the_gone(station);
  deal.people.push_back(person);
  ++deal.still_there;
}

void Ledger::deal_anew(StationId station) {
  std::vector<PersonId> people;
  people.swap(deals_[station].people);
  std::vector<std::pair<PersonId, SpotId>> there;
  for (const PersonId person : people) {
    const Wait wait = waits_[person];
    if (wait.dealt != station) continue;
    there.emplace_back(person, wait.from);
    if (wait.from) settle(wait.from);
    stop_waiting(person);
  }
  deals_[station].next = 0;
  for (const auto& [person, from] : there) deal(person, station, from);
}

/// The turn is not taken yet. None: every open lane waits for the lane the person blocks.
SpotId Ledger::next_spot(PersonId person, StationId station, SpotId from) const {
  const Deal& deal = deals_[station];
  const LaneRange range = floor_.lanes_for(station, crowd_.class_of(person));
  const std::size_t first = floor_.lanes().first(station).index() + range.first;
  const auto open_to = [&](SpotId spot) {
    return spot.index() >= first && spot.index() < first + range.count;
  };
  for (std::size_t tried = 0; tried < deal.open.size(); ++tried) {
    const SpotId spot = deal.open[(deal.next + tried) % deal.open.size()];
    if (open_to(spot) && !(from && leads_to(spot, from))) return spot;
  }
  return std::ranges::any_of(deal.open, open_to) ? SpotId{} : nowhere(station);
}

bool Ledger::leads_to(SpotId spot, SpotId target) const {
  for (; spot; spot = waiting_[spot].ahead)
    if (spot == target) return true;
  return false;
}

void Ledger::forget_the_gone(StationId station) {
  Deal& deal = deals_[station];
  if (deal.people.size() < 2 * deal.still_there + 64) return;
  std::erase_if(deal.people, [&](PersonId p) { return waits_[p].dealt != station; });
}

}  // namespace gateflow
