#include "sim/model/floor.hpp"

#include <algorithm>
#include <variant>

namespace gateflow {

namespace {

std::vector<unsigned> priorities_in_use(const Scenario& scenario) {
  std::vector<unsigned> used;
  for (const TicketClass& c : scenario.classes) used.push_back(c.priority);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

}  // namespace

Floor::Floor(const Scenario& scenario)
    : scenario_(&scenario), lanes_(scenario), gates_(scenario.gates.size()) {
  for (const TicketClass& c : scenario.classes)
    for (const GateId gate : keys_of(scenario.gates)) routes_.emplace_back(c.route[gate]);

  for (const TouchpointId touchpoint : keys_of(scenario.touchpoints))
    for (const GateId gate : keys_of(scenario.gates))
      desks_.push_back(station_at(scenario, touchpoint, gate));

  const std::vector<unsigned> used = priorities_in_use(scenario);
  for (const TicketClass& c : scenario.classes) {
    const auto level = std::lower_bound(used.begin(), used.end(), c.priority) - used.begin();
    level_.push_back(static_cast<std::size_t>(level));
  }
  levels_ = std::max<std::size_t>(1, used.size());

  for (const StationId id : keys_of(scenario.stations)) facts_.push_back(facts_of(id));
  const bool any_straight = std::ranges::any_of(facts_, &StationFacts::straight);
  for (StationFacts& facts : facts_) facts.lanes_told_apart = any_straight;
  for (const ScriptedCase& scripted : scenario.scripted)
    if (!std::holds_alternative<ByNumber>(scripted.who))
      facts_[scene_of(scripted)].has_script = true;
  for (const CaseId kind : keys_of(scenario.cases)) add_limits(kind);
}

void Floor::add_limits(CaseId id) {
  const Case& kind = scenario_->cases[id];
  for (const ClassId ticket_class : keys_of(scenario_->classes)) {
    const RuleId rule = kind.rule_for(ticket_class);
    const auto& ladder = scenario_->rules[rule].ladder;
    for (unsigned step = 0; step < ladder.size(); ++step) {
      const auto* resolve = std::get_if<Resolve>(&ladder[step]);
      if (resolve == nullptr || !is_limit(resolve->by_line)) continue;
      if (limits_.contains({id, rule, step})) continue;
      limits_.insert(
          {{id, rule, step}, HoldingLimit(resolve->by_line, {kind.in_lane_s, scenario_->house})});
      for (StationFacts& facts : facts_)
        facts.has_line_limits = facts.has_line_limits || facts.touchpoint == kind.touchpoint;
    }
  }
}

StationFacts Floor::facts_of(StationId id) const {
  const Station& station = scenario_->stations[id];
  return {
      .first_lane = lanes_.first(id),
      .lanes = station.lanes,
      .touchpoint = station.touchpoint,
      .common_line = static_cast<std::uint32_t>((lanes_.size() + id.index()) * levels_),
      .pen = station.pen.value_or(UINT32_MAX),
      .serpentine = station.layout == QueueLayout::Serpentine,
      .straight = station.choice == LaneChoice::SameLane && station.layout == QueueLayout::Lanes,
      .has_pen = station.pen.has_value(),
      .leave_when_full = station.when_full == WhenFull::Leave,
      .has_lanes_apart = !station.lanes_for.empty(),
      .has_breakdowns = station.breakdowns.has_value(),
      .has_cases = std::ranges::any_of(
          scenario_->cases,
          [&](const Case& kind) { return kind.touchpoint == station.touchpoint; }),
      .has_floaters = station.floaters > 0,
      .has_examples = std::ranges::any_of(scenario_->cases, [&](const Case& kind) {
        return kind.touchpoint == station.touchpoint && kind.copied > 0;
      })};
}

StationId Floor::scene_of(const ScriptedCase& scripted) const {
  const TouchpointId touchpoint = scenario_->cases[scripted.kind].touchpoint;
  if (scripted.gate) return station_at(*scenario_, touchpoint, scripted.gate);
  for (const StationId id : keys_of(scenario_->stations))
    if (scenario_->stations[id].touchpoint == touchpoint) return id;
  return {};
}

}  // namespace gateflow
