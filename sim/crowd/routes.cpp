#include "sim/crowd/routes.hpp"

namespace gateflow {

Routes::Routes(const Scenario& scenario)
    : gates_(scenario.gates.size()),
      touchpoints_(scenario.touchpoints.size()),
      passes_(scenario.classes.size() * gates_ * touchpoints_) {
  for (const ClassId ticket_class : keys_of(scenario.classes)) {
    const auto& route = scenario.classes[ticket_class].route;
    for (const GateId gate : keys_of(route)) {
      if (scenario.gates[gate].share <= 0) continue;
      for (const Leg& leg : route[gate])
        passes_[place(ticket_class, gate, scenario.stations[leg.station].touchpoint)] = true;
    }
  }
}

}  // namespace gateflow
