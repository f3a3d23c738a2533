#include "tests/scenario/evening.hpp"

namespace gateflow {

Scenario plain_evening() {
  Scenario out;
  out.name = "plain";
  out.start = 20h;
  out.gates = {{"A", 1}, {"B", 1}};
  out.touchpoints = {{"scan", {Constant{3}}}, {"desk", {}}};
  for (const char* gate : {"A", "B"}) {
    Station scan;
    scan.name = std::string("scan ") + gate;
    scan.touchpoint = TouchpointId{0};
    scan.gate = GateId{gate[0] == 'A' ? 0u : 1u};
    scan.lanes = 2;
    out.stations.push_back(scan);
  }
  Station desk;
  desk.name = "desk";
  desk.touchpoint = TouchpointId{1};
  out.stations.push_back(desk);

  TicketClass everyone;
  everyone.name = "general";
  everyone.route = {std::vector<Leg>{{StationId{0}}}, std::vector<Leg>{{StationId{1}}}};
  out.classes.push_back(everyone);
  out.sources = {{"crowd", ArrivalStamps{std::vector<Time>(10, 19h)}, {ClassId{0}}}};
  out.rules = {{"aside", {Resolve{30s}, StepAside{TouchpointId{1}}}}};
  out.cases = {{.name = "phone",
                .touchpoint = TouchpointId{0},
                .share = {0.1},
                .in_lane_s = Constant{60},
                .at_desk_s = Constant{90},
                .rule = RuleId{0}}};
  return out;
}

std::vector<std::string> told(const Scenario& scenario) {
  std::vector<std::string> out;
  for (const Fault& fault : faults_of(scenario)) out.push_back(fault.where + ": " + fault.what);
  return out;
}

}  // namespace gateflow
