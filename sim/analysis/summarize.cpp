#include "sim/analysis/summarize.hpp"

#include <algorithm>

#include "sim/analysis/accounts.hpp"
#include "sim/analysis/goals.hpp"
#include "sim/analysis/group_figures.hpp"
#include "sim/analysis/wait_figures.hpp"

namespace gateflow {
namespace {

/// A scenario without a show starts at midnight of its day: nobody is late.
std::optional<Time> stated_start(const Scenario& scenario) {
  return scenario.start > Time{} ? std::optional(scenario.start) : std::nullopt;
}

/// An evening is cut only where it leaves somebody behind.
Time end_of(const Scenario& scenario, const Tally& tally) {
  const bool cut =
      scenario.until != never && !std::ranges::all_of(tally.people(), &Tally::Person::is_over);
  return cut ? std::max(tally.last(), scenario.until) : tally.last();
}

Time first_arrival(const Tally& tally, const Crowd& crowd) {
  for (const PersonId person : keys_of(tally.people()))
    if (tally.people()[person].came()) return crowd.arrival[person];
  return never;
}

Time last_admission(const Tally& tally) {
  Time last = never;
  for (const Tally::Person& person : tally.people())
    if (person.fate == Fate::Admitted && (last == never || person.since > last))
      last = person.since;
  return last;
}

LongestLine longest_line(const Floor& floor, const WaitingLines& lines, StationId id) {
  const Station& station = floor.station(id);
  LongestLine longest{.people = lines.at(lines.line_of(id, {})).peak()};
  for (unsigned k = 0; k < station.lanes; ++k) {
    const Peak peak = lines.at(lines.line_of(id, floor.lanes().at(id, k))).peak();
    if (peak.people <= longest.people.people) continue;
    longest.people = peak;
    longest.lane = k + 1;
  }
  longest.metres = static_cast<double>(longest.people.people) * station.spacing_m / station.abreast;
  return longest;
}

/// Brings the tally's waits into another order.
StationFigures station_figures(const Floor& floor, Tally& tally, StationId id, Time end) {
  const Station& station = floor.station(id);
  Tally::AtStation& here = tally.at(id);
  const WaitingLines& lines = tally.lines();
  StationFigures figures{.name = station.name,
                         .lanes = station.lanes,
                         .waits = wait_figures(here.waits),
                         .gave_up = here.gave_up,
                         .waiting = lines.at(id).peak(),
                         .outside = lines.at(lines.outside(id)).peak(),
                         .longest_line = longest_line(floor, lines, id),
                         .time = {},
                         .clear_at = here.last_left};
  for (unsigned k = 0; k < station.lanes; ++k)
    figures.time += tally.lanes().until(floor.lanes().at(id, k), end);
  return figures;
}

ZoneFigures zone_figures(const Zone& zone, const ZoneCount& count, Time end) {
  ZoneFigures figures{.name = zone.name,
                      .people = count.people.peak(),
                      .area_m2 = zone.area_m2,
                      .first_above_goal = count.first_above,
                      .above_goal = count.above};
  if (zone.area_m2 > 0)
    figures.peak_per_m2 = static_cast<double>(figures.people.people) / zone.area_m2;
  if (count.above_since != never) figures.above_goal += end - count.above_since;
  return figures;
}

CaseFigures case_figures(const Case& kind, const Tally::OfKind& count) {
  return {.name = kind.name,
          .arose = count.arose,
          .found = count.found,
          .cleared = count.cleared,
          .solved = count.solved,
          .supervised = count.supervised,
          .granted = count.granted,
          .stepped_aside = count.stepped_aside,
          .let_on = count.let_on,
          .turned_away = count.turned_away,
          .gave_up = count.gave_up,
          .wrongly_let_on = kind.within_rules ? 0 : count.let_on,
          .wrongly_turned_away = kind.within_rules ? count.turned_away + count.gave_up : 0,
          .in_lane = count.in_lane,
          .for_the_one = count.for_the_one};
}

}  // namespace

Summary summarize(const Floor& floor, const Crowd& crowd, Tally tally) {
  const Scenario& scenario = floor.scenario();
  Summary summary;
  summary.scenario = scenario.name;
  summary.luck = crowd.luck;
  summary.start = stated_start(scenario);
  summary.end = end_of(scenario, tally);
  tally.close(summary.end);

  GroupReport report(crowd, tally, summary.start, summary.end);
  summary.all = report.all();
  summary.gates = report.by_gate(scenario.gates);
  summary.classes = report.by_class(scenario.classes);

  for (const StationId id : keys_of(scenario.stations))
    summary.stations.push_back(station_figures(floor, tally, id, summary.end));
  for (const CaseId id : keys_of(scenario.cases))
    summary.cases.push_back(case_figures(scenario.cases[id], tally.cases()[id]));
  for (const ZoneId id : keys_of(scenario.zones))
    summary.zones.push_back(zone_figures(scenario.zones[id], tally.lines().at(id), summary.end));
  summary.goals = judge(scenario.goals, summary.all, summary.zones);

  summary.curves = tally.curves().finished(tally.lines());
  summary.waiting = tally.lines().all().peak();
  summary.first_arrival = first_arrival(tally, crowd);
  summary.last_admission = last_admission(tally);
  if (scenario.money) summary.money = accounts_of(floor, crowd, tally, summary);
  return summary;
}

}  // namespace gateflow
