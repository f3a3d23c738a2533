#include "tests/crowd/worlds.hpp"

namespace gateflow::crowds {

Scenario one_gate(Arrivals arrivals) {
  Scenario scenario;
  scenario.gates = {Gate{.name = "door"}};
  scenario.classes.resize(1);
  scenario.classes[ClassId{0}].name = "general";
  scenario.classes[ClassId{0}].route.resize(1);
  scenario.rules = {HouseRule{.name = "solve it", .ladder = {Resolve{}}}};
  add_touchpoint(scenario, "scan", Constant{10});
  add_source(scenario, "street", std::move(arrivals));
  return scenario;
}

TouchpointId add_touchpoint(Scenario& scenario, std::string name, Distribution service_s) {
  Touchpoint touchpoint{.name = name, .service_s = {}};
  for ([[maybe_unused]] const ClassId id : keys_of(scenario.classes))
    touchpoint.service_s.push_back(service_s);
  const TouchpointId id = scenario.touchpoints.push_back(touchpoint);
  Station station;
  station.name = std::move(name);
  station.touchpoint = id;
  const StationId last = scenario.stations.push_back(std::move(station));
  for (TicketClass& each : scenario.classes)
    for (std::vector<Leg>& route : each.route) route.push_back({.station = last});
  return id;
}

GateId add_gate(Scenario& scenario, std::string name, double share) {
  for (TicketClass& each : scenario.classes) {
    const std::vector<Leg> as_at_first = each.route[GateId{0}];
    each.route.push_back(as_at_first);
  }
  return scenario.gates.push_back(Gate{.name = std::move(name), .share = share});
}

ClassId add_class(Scenario& scenario, std::string name, double share) {
  for (Touchpoint& each : scenario.touchpoints) {
    const Distribution as_of_first = each.service_s[ClassId{0}];
    each.service_s.push_back(as_of_first);
  }
  for (Case& each : scenario.cases) each.share.push_back(0);
  TicketClass added = scenario.classes[ClassId{0}];
  added.name = std::move(name);
  added.share = share;
  return scenario.classes.push_back(added);
}

Source& add_source(Scenario& scenario, std::string name, Arrivals arrivals) {
  return scenario.sources.emplace_back(
      Source{.name = std::move(name), .arrivals = std::move(arrivals), .classes = {ClassId{0}}});
}

CaseId add_case(Scenario& scenario, std::string name, double share) {
  Case added{
      .name = std::move(name), .touchpoint = TouchpointId{0}, .share = {}, .rule = RuleId{0}};
  added.share = Table<ClassId, double>(scenario.classes.size(), share);
  added.in_lane_s = Exponential{60};
  added.at_desk_s = Exponential{120};
  added.admitted = 0.7;
  added.admitted_at_desk = 0.4;
  return scenario.cases.push_back(added);
}

ArrivalStamps stamps_s(std::initializer_list<int> at) {
  ArrivalStamps stamps;
  for (const int s : at) stamps.at.push_back(std::chrono::seconds{s});
  return stamps;
}

}  // namespace gateflow::crowds
