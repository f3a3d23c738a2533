#include "sim/scenario/findings.hpp"
#include "sim/scenario/station_index.hpp"

namespace gateflow {
namespace {

bool is_span_or_never(Time span) {
  return span == never || is_instant(span);
}

/// A step of a ladder, its place in the file, and where faults go.
struct StepCheck {
  const Scenario& scenario;
  const std::string& where;
  Findings& findings;

  void operator()(const Resolve& step) const {
    findings.unless(is_span_or_never(step.up_to), where + ".up_to_s",
                    "handling lasts 0 s to forty days");
    if (const auto* waiting = std::get_if<UntilWaiting>(&step.by_line))
      findings.unless(waiting->people >= 1 && waiting->people <= Limits::people,
                      where + ".until_waiting", "at least one person waits behind");
    if (const auto* dearer = std::get_if<UntilDearer>(&step.by_line)) {
      findings.unless(is_instant(dearer->aside_cost), where + ".aside_costs_min",
                      "stepping aside costs 0 minutes to forty days");
      findings.unless(dearer->load >= 0 && dearer->load < 1, where + ".load",
                      "a load is from 0 to less than 1");
    }
  }
  void operator()(const CallSupervisor& step) const {
    findings.unless(is_span_or_never(step.up_to), where + ".up_to_s",
                    "waiting for a supervisor lasts 0 s to forty days");
    findings.unless(scenario.house.supervisors.has_value(), where,
                    "it calls a supervisor, and the house has none");
  }
  void operator()(const StepAside& step) const {
    findings.unless(is_desk(scenario, step.desk), where + ".desk", "this is no help desk");
  }
  void operator()(const GiveIn& step) const {
    findings.unless(is_instant(step.takes), where + ".takes_s",
                    "giving in lasts 0 s to forty days");
  }
  void operator()(const Pause& step) const {
    findings.unless(is_instant(step.lasts), where + ".lasts_s", "a pause lasts 0 s to forty days");
  }
  void operator()(const TurnAway& step) const {
    findings.unless(is_instant(step.argues), where + ".argues_s",
                    "arguing lasts 0 s to forty days");
  }
};

void check_rule(const Scenario& scenario, const HouseRule& rule, Findings& findings) {
  const std::string where = "rule." + rule.name + ".ladder";
  if (rule.ladder.empty()) return findings.add(where, "a ladder needs a step");
  for (std::size_t i = 0; i < rule.ladder.size(); ++i) {
    std::visit(StepCheck{scenario, item(where, i), findings}, rule.ladder[i]);
    const bool last = i + 1 == rule.ladder.size();
    if (last)
      findings.unless(always_ends(rule.ladder[i]), item(where, i),
                      "the last step does not end the case: resolve or supervisor without a limit, "
                      "step-aside, give-in or turn-away does");
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

/// Those that a person with such a case may meet.
std::vector<RuleId> rules_of(const Scenario& scenario, const Case& kind) {
  std::vector<RuleId> rules;
  if (scenario.rules.has(kind.rule)) rules.push_back(kind.rule);
  for (const RuleId own : kind.rule_of_class)
    if (own && scenario.rules.has(own)) rules.push_back(own);
  return rules;
}

/// Wherever the case can surface there has to be the desk that its rule sends people to.
void check_desks(const Scenario& scenario, const StationIndex& stations, const Case& kind,
                 Findings& findings) {
  if (!scenario.touchpoints.has(kind.touchpoint) || !places_are_known(scenario)) return;
  for (const RuleId rule : rules_of(scenario, kind))
    for (const RuleStep& step : scenario.rules[rule].ladder) {
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
  findings.law(where + ".supervisor_s", kind.supervisor_s);
  findings.law(where + ".at_desk_s", kind.at_desk_s);
  findings.unless(is_chance(kind.admitted), where + ".admitted_share", "a share is from 0 to 1");
  findings.unless(is_chance(kind.admitted_by_supervisor), where + ".admitted_by_supervisor_share",
                  "a share is from 0 to 1");
  findings.unless(is_chance(kind.copied), where + ".copied_share", "a share is from 0 to 1");
  findings.unless(is_chance(kind.prevented), where + ".prevented_share", "a share is from 0 to 1");
  findings.unless(is_chance(kind.admitted_at_desk), where + ".admitted_at_desk_share",
                  "a share is from 0 to 1");
  findings.unless(scenario.rules.has(kind.rule), where + ".rule", "it has no house rule");
  findings.unless(kind.rule_of_class.size() <= scenario.classes.size(), where + ".rule_by_class",
                  "there are more rules than classes");
  for (const RuleId own : kind.rule_of_class)
    findings.unless(!own || scenario.rules.has(own), where + ".rule_by_class",
                    "it has no such house rule");
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
  check_house(scenario, findings);
  const StationIndex stations(scenario);
  for (const Case& kind : scenario.cases) check_case(scenario, stations, kind, findings);
  for (std::size_t i = 0; i < scenario.scripted.size(); ++i)
    check_script(scenario, scenario.scripted[i], item("scripted", i), findings);
}

}  // namespace gateflow
