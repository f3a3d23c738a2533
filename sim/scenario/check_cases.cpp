#include "sim/scenario/findings.hpp"
#include "sim/scenario/station_index.hpp"

namespace gateflow {
namespace {

/// Whether a case can go no further down its ladder than this step.
bool always_ends(const RuleStep& step) {
  const auto* resolve = std::get_if<Resolve>(&step);
  return resolve == nullptr || resolve->up_to == never;
}

void check_step(const Scenario& scenario, const RuleStep& step, const std::string& where,
                Findings& findings) {
  if (const auto* resolve = std::get_if<Resolve>(&step))
    findings.unless(resolve->up_to == never || is_instant(resolve->up_to), where + ".up_to_s",
                    "handling lasts 0 s to forty days");
  if (const auto* turn_away = std::get_if<TurnAway>(&step))
    findings.unless(is_instant(turn_away->argues), where + ".argues_s",
                    "arguing lasts 0 s to forty days");
  if (const auto* aside = std::get_if<StepAside>(&step))
    findings.unless(is_desk(scenario, aside->desk), where + ".desk", "this is no help desk");
}

void check_rule(const Scenario& scenario, const HouseRule& rule, Findings& findings) {
  const std::string where = "rule." + rule.name + ".ladder";
  if (rule.ladder.empty()) return findings.add(where, "a ladder needs a step");
  for (std::size_t i = 0; i < rule.ladder.size(); ++i) {
    check_step(scenario, rule.ladder[i], item(where, i), findings);
    const bool last = i + 1 == rule.ladder.size();
    if (last)
      findings.unless(always_ends(rule.ladder[i]), item(where, i),
                      "the last step does not end the case: resolve without a limit, step aside or "
                      "turn away does");
    else
      findings.unless(!always_ends(rule.ladder[i]), item(where, i + 1),
                      "this step is never reached: the one before it always ends the case");
  }
}

/// Whether each station is of a check and at a gate that are there.
bool places_are_known(const Scenario& scenario) {
  return std::ranges::all_of(scenario.stations, [&](const Station& station) {
    return scenario.touchpoints.has(station.touchpoint) &&
           (!station.gate || scenario.gates.has(station.gate));
  });
}

/// Wherever the case can surface there has to be the desk that its rule sends people to.
void check_desks(const Scenario& scenario, const StationIndex& stations, const Case& kind,
                 Findings& findings) {
  if (!scenario.rules.has(kind.rule) || !scenario.touchpoints.has(kind.touchpoint) ||
      !places_are_known(scenario))
    return;
  for (const RuleStep& step : scenario.rules[kind.rule].ladder) {
    const auto* aside = std::get_if<StepAside>(&step);
    if (aside == nullptr || !is_desk(scenario, aside->desk)) continue;
    for (const GateId gate : keys_of(scenario.gates))
      if (stations.at(kind.touchpoint, gate) && !stations.at(aside->desk, gate))
        findings.add("case." + kind.name + ".rule",
                     "its rule sends people to " + scenario.touchpoints[aside->desk].name +
                         ", and gate " + scenario.gates[gate].name + " has none");
  }
}

void check_case(const Scenario& scenario, const StationIndex& stations, const Case& kind,
                Findings& findings) {
  const std::string where = "case." + kind.name;
  findings.unless(is_check(scenario, kind.touchpoint), where + ".at",
                  "it surfaces at no station that people go through");
  findings.unless(kind.share.size() <= scenario.classes.size(), where + ".share",
                  "there are more shares than classes");
  for (const double share : kind.share)
    findings.unless(is_chance(share), where + ".share", "a share is from 0 to 1");
  findings.law(where + ".in_lane_s", kind.in_lane_s);
  findings.law(where + ".at_desk_s", kind.at_desk_s);
  findings.unless(is_chance(kind.admitted), where + ".admitted_share", "a share is from 0 to 1");
  findings.unless(is_chance(kind.admitted_at_desk), where + ".admitted_at_desk_share",
                  "a share is from 0 to 1");
  findings.unless(scenario.rules.has(kind.rule), where + ".rule", "it has no house rule");
  check_desks(scenario, stations, kind, findings);
}

/// People who hold a ticket, where that is certain: no arrivals by chance alone.
std::optional<std::size_t> certain_people(const Scenario& scenario) {
  std::size_t people = 0;
  for (const Source& source : scenario.sources) {
    if (const auto* curve = std::get_if<ArrivalCurve>(&source.arrivals); curve && curve->people)
      people += *curve->people;
    else if (const auto* stamps = std::get_if<ArrivalStamps>(&source.arrivals))
      people += stamps->at.size();
    else if (const auto* counts = std::get_if<ArrivalCounts>(&source.arrivals))
      for (const CountedInterval& interval : counts->intervals) people += interval.people;
    else
      return std::nullopt;
  }
  return people;
}

void check_whom(const Scenario& scenario, const ScriptedCase& script, const std::string& where,
                Findings& findings) {
  if (const auto* number = std::get_if<ByNumber>(&script.who)) {
    findings.unless(number->person >= 1, where + ".person", "persons count from 1");
    const auto people = certain_people(scenario);
    if (people)
      findings.unless(number->person <= *people, where + ".person",
                      "only " + std::to_string(*people) + " people come");
    return;
  }
  if (const auto* turn = std::get_if<ByTurn>(&script.who))
    findings.unless(turn->turn >= 1, where + ".turn", "turns count from 1");
  if (const auto* moment = std::get_if<ByMoment>(&script.who))
    findings.unless(is_instant(moment->at), where + ".at",
                    "this time is not within the forty days an evening can span");
  if (!script.gate || !scenario.gates.has(script.gate) || !scenario.cases.has(script.kind)) return;
  findings.unless(
      static_cast<bool>(station_at(scenario, scenario.cases[script.kind].touchpoint, script.gate)),
      where + ".gate", "there is no such station at gate " + scenario.gates[script.gate].name);
}

void check_script(const Scenario& scenario, const ScriptedCase& script, const std::string& where,
                  Findings& findings) {
  findings.unless(scenario.cases.has(script.kind), where + ".case", "there is no such case");
  findings.unless(!script.gate || scenario.gates.has(script.gate), where + ".gate",
                  "there is no such gate");
  findings.unless(!script.in_lane || is_instant(*script.in_lane), where + ".in_lane_s",
                  "handling lasts 0 s to forty days");
  findings.unless(!script.at_desk || is_instant(*script.at_desk), where + ".at_desk_s",
                  "service lasts 0 s to forty days");
  check_whom(scenario, script, where, findings);
}

}  // namespace

void check_cases(const Scenario& scenario, Findings& findings) {
  check_size(scenario.cases, Limits::cases, "case", findings);
  check_names(scenario.cases, "case", findings);
  check_names(scenario.rules, "rule", findings);
  for (const HouseRule& rule : scenario.rules) check_rule(scenario, rule, findings);
  const StationIndex stations(scenario);
  for (const Case& kind : scenario.cases) check_case(scenario, stations, kind, findings);
  for (std::size_t i = 0; i < scenario.scripted.size(); ++i)
    check_script(scenario, scenario.scripted[i], item("scripted", i), findings);
}

}  // namespace gateflow
