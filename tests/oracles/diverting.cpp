#include "tests/oracles/diverting.hpp"

#include "sim/analysis/cut_off.hpp"
#include "sim/model/holding_limit.hpp"

namespace gateflow::oracles {

TouchpointId add_endless_desk(Scenario& scenario) {
  const TouchpointId desk = scenario.touchpoints.push_back({"desk", {}});
  Station bays;
  bays.name = "desk";
  bays.touchpoint = desk;
  bays.lanes = 200;
  bays.layout = QueueLayout::Serpentine;
  scenario.stations.push_back(bays);
  return desk;
}

std::optional<Exact> best_cut(const Entry& e, const Distribution& service) {
  if (e.metric != "T_opt" && e.metric != "J_opt") return std::nullopt;
  const bool mixed = e.parameters["service"] == "det+blocker";
  const double base = mixed ? e.number("base") : 0;
  const double share = mixed ? e.number("q") : 1;
  const Distribution beyond = mixed ? Distribution{Exponential{e.number("mean_block")}} : service;
  CutLane lane;
  lane.arrivals_per_s = e.number("lam");
  lane.aside_cost_s = e.number("c");
  lane.longer_than = [=](double t) { return t < base ? 1.0 : share * (1 - cdf(beyond, t - base)); };
  const std::string metric = e.metric;
  return [=]() -> nlohmann::json {
    const CutOff best = best_cut_off(lane, base, 2000);
    return metric == "T_opt" ? best.at : best.cost;
  };
}

unsigned people_enough(const Entry& e) {
  const double load = e.number("lam") * (1 - e.number("q")) * e.number("mean_fast");
  const UntilDearer rule{from_seconds(e.number("c")), load};
  const Distribution handling = Exponential{e.number("mean_blocker")};
  const HoldingLimit limit(rule, {handling, House{}});
  unsigned people = 0;
  while (limit.age(people, Time{}) != Time{}) ++people;
  return people;
}

Scenario with_known_blockers(const Entry& e, unsigned waiting) {
  Scenario s;
  s.name = "oracle";
  s.gates.push_back({"main", 1});
  const TouchpointId gate = s.touchpoints.push_back(
      {"gate", {Distribution{Exponential{e.number("mean_fast")}}, Distribution{Constant{0}}}});
  Station lane;
  lane.name = "gate";
  lane.touchpoint = gate;
  const StationId at_gate = s.stations.push_back(lane);
  const TouchpointId desk = add_endless_desk(s);
  for (const char* name : {"fast", "blocker"}) {
    TicketClass c;
    c.name = name;
    c.share = name[0] == 'b' ? e.number("q") : 1 - e.number("q");
    c.route.push_back({{at_gate, Time{}}});
    s.classes.push_back(c);
  }
  Resolve hold;
  hold.by_line = UntilWaiting{waiting};
  Case blocks;
  blocks.name = "blocks";
  blocks.touchpoint = gate;
  blocks.share = {0.0, 1.0};
  blocks.in_lane_s = Exponential{e.number("mean_blocker")};
  blocks.rule = s.rules.push_back({"hold", {hold, StepAside{desk}}});
  s.cases.push_back(blocks);
  return s;
}

}  // namespace gateflow::oracles
