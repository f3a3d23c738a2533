#include <fmt/format.h>

#include <algorithm>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

RuleStep rule_step(const LadderStep& said, const std::string& path, Assembly& assembly) {
  if (const auto* resolve = std::get_if<ResolveEntry>(&said))
    return Resolve{resolve->up_to_s ? from_seconds(*resolve->up_to_s) : never};
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
  if (entry.at_desk_s) out.at_desk_s = distribution(entry.at_desk_s, Unit::AsIs, path, assembly);
  out.admitted = entry.admitted_share.value_or(1);
  out.admitted_at_desk = entry.admitted_at_desk_share.value_or(1);
  out.rule =
      entry.rule.said() ? assembly.find(assembly.rules, entry.rule, path) : usual_rule(assembly);
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
  static const CaseEntry nothing;
  for (const Named<CaseEntry>& named : assembly.said.cases.value_or({}))
    assemble_case(named.value ? *named.value : nothing, named.name, assembly);
  const auto& scripted = assembly.said.scripted;
  for (std::size_t i = 0; scripted && i < scripted->size(); ++i)
    if ((*scripted)[i]) assemble_scripted((*scripted)[i], fmt::format("scripted[{}]", i), assembly);
}

}  // namespace gateflow
