#include "sim/io/scenario/assembly.hpp"

namespace gateflow {
namespace {

void assemble_tempers(Assembly& assembly) {
  static const TemperEntry nothing;
  for (const Named<TemperEntry>& named : assembly.said.tempers.value_or({})) {
    const TemperEntry& entry = named.value ? *named.value : nothing;
    assembly.scenario.tempers.push_back({.name = named.name,
                                         .polite_share = entry.polite_share.value_or(1),
                                         .rough_share = entry.rough_share.value_or(1),
                                         .handling = entry.handling_factor.value_or(1),
                                         .argues = entry.argues_factor.value_or(1),
                                         .loud = entry.loud_factor.value_or(1)});
  }
}

std::optional<Supervisors> supervisors(const Said<SupervisorsEntry>& said) {
  if (!said) return std::nullopt;
  const Supervisors usual;
  return Supervisors{.count = said->count.value_or(usual.count),
                     .walk = from_seconds(said->walk_s.value_or(in_seconds(usual.walk))),
                     .by_gate = said->by_gate.value_or(usual.by_gate)};
}

}  // namespace

void assemble_house(Assembly& assembly) {
  assemble_tempers(assembly);
  House& out = assembly.scenario.house;
  const House usual;
  const HouseEntry entry = assembly.said.house.value_or({});
  out.supervisors = supervisors(assembly.said.supervisors);
  out.told = entry.told_share.value_or(usual.told);
  out.told_argues = entry.told_argues_factor.value_or(usual.told_argues);
  out.script_handling = entry.script_handling_factor.value_or(usual.script_handling);
  out.script_spread = entry.script_spread_factor.value_or(usual.script_spread);
  out.triage_error = entry.triage_error_share.value_or(usual.triage_error);
  out.triage_notice = from_seconds(entry.triage_notice_s.value_or(in_seconds(usual.triage_notice)));
  out.scene_slows = entry.scene_slows_share.value_or(usual.scene_slows);
  if (entry.scene_lasts_min) out.scene_lasts = from_seconds(60 * *entry.scene_lasts_min);
  if (const auto& crowd = assembly.said.crowd)
    out.roughness = crowd->roughness.value_or(usual.roughness);
}

}  // namespace gateflow
