#include <fmt/format.h>

#include <algorithm>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

Time span_or_never(const Said<double>& seconds) {
  return seconds ? from_seconds(*seconds) : never;
}

Resolve resolve(const ResolveEntry& said, const std::string& path, Assembly& assembly) {
  Resolve out;
  out.up_to = span_or_never(said.up_to_s);
  if (said.until_waiting.said() && said.aside_costs_min.said())
    assembly.fault(path, said.aside_costs_min.at,
                   "the lane is held by until_waiting or by aside_costs_min, not by both");
  if (said.load.said() && !said.aside_costs_min.said())
    assembly.fault(path, said.load.at, "a load is of use with aside_costs_min only");
  if (said.until_waiting) out.by_line = UntilWaiting{*said.until_waiting};
  if (said.aside_costs_min)
    out.by_line = UntilDearer{from_seconds(*said.aside_costs_min * 60), said.load.value_or(0.8)};
  return out;
}

RuleStep rule_step(const LadderStep& said, const std::string& path, Assembly& assembly) {
  if (const auto* entry = std::get_if<ResolveEntry>(&said)) return resolve(*entry, path, assembly);
  if (const auto* supervisor = std::get_if<SupervisorEntry>(&said))
    return CallSupervisor{span_or_never(supervisor->up_to_s)};
  if (const auto* give_in = std::get_if<GiveInEntry>(&said))
    return GiveIn{from_seconds(give_in->takes_s.value_or(0))};
  if (const auto* pause = std::get_if<PauseEntry>(&said))
    return Pause{from_seconds(pause->lasts_s.value_or(0))};
  if (const auto* turn_away = std::get_if<TurnAwayEntry>(&said))
    return TurnAway{from_seconds(turn_away->argues_s.value_or(0))};

  const Said<std::string>& desk = std::get<StepAsideEntry>(said).desk;
  const TouchpointId id = assembly.find(assembly.stations, desk, path);
  if (id && !assembly.is_desk[id])
    assembly.fault(path, desk.at, fmt::format("{} is no desk", in_quotes(*desk)),
                   "give that station desk = true");
  return StepAside{id};
}

void assemble_rules(Assembly& assembly) {
  for (const Named<RuleEntry>& named : assembly.said.rules.value_or({})) {
    HouseRule out{named.name, {}};
    if (named.value)
      for (const Said<LadderStep>& step : named.value->ladder.value_or({}))
        if (step) out.ladder.push_back(rule_step(*step, "rule." + named.name, assembly));
    assembly.scenario.rules.push_back(std::move(out));
  }
}

/// The rule for cases that name none: they are resolved where they surface.
RuleId usual_rule(Assembly& assembly) {
  const std::string name = "resolve in the lane";
  const RuleId known = assembly.rules.find(name);
  if (known) return known;
  assembly.scenario.rules.push_back({name, {Resolve{}}});
  return assembly.rules.add(name);
}

Table<ClassId, double> shares(const CaseEntry& entry, const std::string& path, Assembly& assembly) {
  Table<ClassId, double> out(assembly.classes.size(), entry.share.value_or(0));
  for (const Named<double>& own : entry.share_by_class.value_or({}))
    if (const ClassId id = assembly.find(assembly.classes, own.name, own.at, path))
      out[id] = own.value.value_or(0);
  return out;
}

/// Those that are said beside the cases, each looked up once.
void find_rules_beside(Assembly& assembly) {
  const ScenarioEntry& said = assembly.said;
  const auto named = [&](const auto& entries, const auto& roll, const std::string& what,
                         auto& out) {
    out.resize(roll.size());
    for (const auto& entry : entries.value_or({}))
      if (const auto id = roll.find(entry.name); id && entry.value)
        out[id] = assembly.find(assembly.rules, entry.value->rule, what + '.' + entry.name);
  };
  named(said.classes, assembly.classes, "class", assembly.rule_of_class);
  named(said.stations, assembly.stations, "station", assembly.rule_of_station);
  if (said.house) assembly.rule_of_house = assembly.find(assembly.rules, said.house->rule, "house");
}

/// The nearest to the case: of the class, of the station, of the house.
RuleId rule_beside(TouchpointId station, ClassId ticket_class, Assembly& assembly) {
  if (const RuleId rule = assembly.rule_of_class[ticket_class]) return rule;
  if (station && assembly.rule_of_station[station]) return assembly.rule_of_station[station];
  return assembly.rule_of_house ? assembly.rule_of_house : usual_rule(assembly);
}

/// Of each class, in this order: the case's own for it, the case's, what is beside the case.
Table<ClassId, RuleId> rules_by_class(const CaseEntry& entry, TouchpointId station,
                                      const std::string& path, Assembly& assembly) {
  const RuleId of_case = assembly.find(assembly.rules, entry.rule, path);
  Table<ClassId, RuleId> out(assembly.classes.size());
  for (const ClassId id : keys_of(out))
    out[id] = entry.rule.said() ? of_case : rule_beside(station, id, assembly);
  for (const Named<std::string>& own : entry.rule_by_class.value_or({}))
    if (const ClassId id = assembly.find(assembly.classes, own.name, own.at, path))
      out[id] = assembly.find(assembly.rules, own.value, path);
  // A rule that is not there is told where it is named.
  if (std::ranges::any_of(out, [](RuleId id) { return !id; })) assembly.mark_faulty(path);
  return out;
}

void assemble_case(const CaseEntry& entry, const std::string& name, Assembly& assembly) {
  const std::string path = "case." + name;
  Case out;
  out.name = name;
  out.touchpoint = assembly.find(assembly.stations, entry.at, path);
  if (out.touchpoint && assembly.is_desk[out.touchpoint])
    assembly.fault(path, entry.at.at,
                   fmt::format("{} is a desk: cases surface at stations", in_quotes(*entry.at)));
  out.share = shares(entry, path, assembly);
  if (entry.in_lane_s) out.in_lane_s = distribution(entry.in_lane_s, Unit::AsIs, path, assembly);
  if (entry.supervisor_s)
    out.supervisor_s = distribution(entry.supervisor_s, Unit::AsIs, path, assembly);
  if (entry.at_desk_s) out.at_desk_s = distribution(entry.at_desk_s, Unit::AsIs, path, assembly);
  out.admitted = entry.admitted_share.value_or(1);
  out.admitted_at_desk = entry.admitted_at_desk_share.value_or(1);
  out.admitted_by_supervisor = entry.admitted_by_supervisor_share.value_or(1);
  out.prevented = entry.prevented_share.value_or(0);
  out.copied = entry.copied_share.value_or(0);
  out.within_rules = entry.within_rules.value_or(true);
  out.responsible = entry.responsible.value_or(Responsible::Holder);
  out.favour = entry.favour.value;
  out.paid = entry.paid.value;
  out.concession_cost = entry.concession_cost.value_or(0);
  const Table<ClassId, RuleId> rules = rules_by_class(entry, out.touchpoint, path, assembly);
  out.rule = rules[ClassId{0}];
  if (std::ranges::any_of(rules, [&](RuleId id) { return id != out.rule; }))
    out.rule_of_class = rules;
  assembly.scenario.cases.push_back(std::move(out));
}

std::variant<ByNumber, ByTurn, ByMoment> whom(const ScriptedEntry& entry,
                                              const Assembly& assembly) {
  if (entry.turn) return ByTurn{*entry.turn};
  if (entry.at) return ByMoment{assembly.clock.instant(*entry.at)};
  return ByNumber{entry.person.value_or(1)};
}

std::optional<Time> seconds(const Said<double>& said) {
  if (!said) return std::nullopt;
  return from_seconds(*said);
}

void assemble_scripted(const Said<ScriptedEntry>& said, const std::string& path,
                       Assembly& assembly) {
  const ScriptedEntry& entry = *said;
  const int ways = entry.person.said() + entry.turn.said() + entry.at.said();
  if (ways != 1)
    assembly.fault(path, said.at,
                   fmt::format("say whom it happens to by one of person, turn and at; found {}",
                               ways == 0 ? "none" : std::to_string(ways)));
  if (entry.person && entry.gate.said())
    assembly.fault(path, entry.gate.at, "a person has a gate already");
  ScriptedCase out;
  out.kind = assembly.find(assembly.cases, entry.kind, path);
  out.gate = assembly.find(assembly.gates, entry.gate, path);
  out.who = whom(entry, assembly);
  out.in_lane = seconds(entry.in_lane_s);
  out.at_desk = seconds(entry.at_desk_s);
  assembly.scenario.scripted.push_back(out);
}

}  // namespace

void assemble_cases(Assembly& assembly) {
  assemble_rules(assembly);
  find_rules_beside(assembly);
  static const CaseEntry nothing;
  for (const Named<CaseEntry>& named : assembly.said.cases.value_or({}))
    assemble_case(named.value ? *named.value : nothing, named.name, assembly);
  const auto& scripted = assembly.said.scripted;
  for (std::size_t i = 0; scripted && i < scripted->size(); ++i)
    if ((*scripted)[i]) assemble_scripted((*scripted)[i], fmt::format("scripted[{}]", i), assembly);
}

}  // namespace gateflow
