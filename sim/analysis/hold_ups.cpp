#include "sim/analysis/hold_ups.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/ledger/ledger.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {

Time end_of(const Floor& floor, const World& world) {
  const bool cut = floor.scenario().until != never && world.ended < world.next_person.value;
  return cut ? std::min(floor.scenario().until, horizon) : world.now;
}

namespace {

/// By cause, touchpoint and kind of case; what nobody waited for is left out.
std::vector<CauseShare> causes_of(const Floor& floor, const Ledger& ledger) {
  using Key = std::tuple<CauseKind, TouchpointId, CaseId>;
  std::map<Key, Time> waited;
  for (const StationId station : keys_of(floor.scenario().stations))
    for (std::size_t k = 0; k < cause_kinds; ++k) {
      const auto kind = static_cast<CauseKind>(k);
      if (kind == CauseKind::Case) continue;
      waited[{kind, floor.facts(station).touchpoint, CaseId{}}] += ledger.charged(station, kind);
    }
  for (const HoldUp& h : ledger.hold_ups())
    waited[{CauseKind::Case, floor.facts(h.station).touchpoint, h.kind}] +=
        h.charged + h.charged_at_desk;

  std::vector<CauseShare> causes;
  for (const auto& [key, sum] : waited) {
    if (sum == Time{}) continue;
    const auto& [kind, touchpoint, of] = key;
    causes.push_back({kind, floor.scenario().touchpoints[touchpoint].name,
                      of ? floor.scenario().cases[of].name : "", sum});
  }
  std::ranges::stable_sort(causes, std::greater{}, &CauseShare::waited);
  return causes;
}

HoldUpCost cost_of(const HoldUp& hold_up, const Difference& without, const Ending& as_it_was,
                   unsigned number) {
  HoldUpCost cost{.number = number,
                  .hold_up = hold_up,
                  .lost = without.shorter,
                  .gained = without.longer,
                  .delayed = without.people_shorter,
                  .helped = without.people_longer,
                  .starts_missed = without.newly_in_by_start,
                  .starts_made = without.no_longer_in_by_start,
                  .gave_up = without.no_longer_gave_up,
                  .stayed = without.newly_gave_up,
                  .most_delayed = without.most_shorter,
                  .as_it_was = as_it_was,
                  .without = without.of_the_one,
                  .cleared = without.merged};
  for (WaitChange& change : cost.most_delayed) change.longer = -change.longer;
  return cost;
}

}  // namespace

std::optional<Time> HoldUpCost::cost_to_the_one() const {
  if (as_it_was.how != What::Admitted || without.how != What::Admitted) return std::nullopt;
  return as_it_was.at - without.at;
}

GoOn in_equal_parts(const Advance& advance, std::size_t parts) {
  const double part = 1.0 / static_cast<double>(std::max<std::size_t>(parts, 1));
  return [&advance, part](std::size_t finished) {
    return !advance || advance(part * static_cast<double>(finished));
  };
}

WhatIf without(const Floor& floor, const HoldUp& hold_up) {
  return {hold_up.came_up(), Spare{hold_up.person, floor.facts(hold_up.station).touchpoint}};
}

namespace {

/// The evening as it was.
struct Recorded {
  Ledger ledger;
  Endings endings;

  Recorded(const Floor& floor, const Crowd& crowd) : ledger(floor, crowd), endings(crowd.size()) {
    Several sinks(ledger, endings);
    const World end = run_evening(floor, crowd, sinks);
    ledger.close(end_of(floor, end));
  }
};

}  // namespace

std::vector<HoldUp> cases_of_evening(const Floor& floor, const Crowd& crowd) {
  return Recorded(floor, crowd).ledger.hold_ups();
}

HoldUpCost cost_of_case(const Floor& floor, const Crowd& crowd, unsigned number, std::size_t keep) {
  const Recorded evening(floor, crowd);
  const HoldUp& hold_up = evening.ledger.hold_ups()[number - 1];
  const std::vector<WhatIf> what_ifs{without(floor, hold_up)};
  const auto found = differences_by_parts(floor, crowd, evening.endings, what_ifs, keep, 1);
  return cost_of(hold_up, found[0], evening.endings[hold_up.person], number);
}

std::optional<HoldUps> hold_ups_of(const Floor& floor, const Crowd& crowd, std::size_t keep,
                                   unsigned threads, const Advance& advance) {
  const Recorded evening(floor, crowd);
  const auto& [ledger, endings] = evening;

  std::vector<WhatIf> what_ifs;
  for (const HoldUp& hold_up : ledger.hold_ups()) what_ifs.push_back(without(floor, hold_up));
  const GoOn go_on = in_equal_parts(advance, what_ifs.size());
  const std::vector<Difference> found =
      differences_by_parts(floor, crowd, endings, what_ifs, keep, threads, go_on);
  if (found.size() < what_ifs.size()) return std::nullopt;

  HoldUps report;
  report.scenario = floor.scenario().name;
  report.luck = crowd.luck;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const HoldUp& hold_up = ledger.hold_ups()[k];
    report.rows.push_back(
        cost_of(hold_up, found[k], endings[hold_up.person], static_cast<unsigned>(k + 1)));
  }
  report.causes = causes_of(floor, ledger);
  report.waited = ledger.total();
  for (const PersonId person : keys_of(crowd.arrival))
    report.came += endings[person].how != What::NeverCame;
  return report;
}

}  // namespace gateflow
