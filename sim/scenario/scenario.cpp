#include "sim/scenario/scenario.hpp"

namespace gateflow {

StationId station_at(const Scenario& scenario, TouchpointId touchpoint, GateId gate) {
  StationId shared;
  for (const StationId id : keys_of(scenario.stations)) {
    const Station& station = scenario.stations[id];
    if (station.touchpoint != touchpoint) continue;
    if (station.gate == gate) return id;
    if (!station.gate && !shared) shared = id;
  }
  return shared;
}

}  // namespace gateflow
