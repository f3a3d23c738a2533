#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// station_at() for many questions: looks all stations through once.
class StationIndex {
 public:
  explicit StationIndex(const Scenario& scenario)
      : gates_(scenario.gates.size()),
        of_gate_(scenario.touchpoints.size() * gates_),
        shared_(scenario.touchpoints.size()) {
    for (const StationId id : keys_of(scenario.stations)) {
      const Station& station = scenario.stations[id];
      if (!scenario.touchpoints.has(station.touchpoint)) continue;
      StationId* place = &shared_[station.touchpoint];
      if (station.gate) {
        if (station.gate.index() >= gates_) continue;
        place = &of_gate_[station.touchpoint.index() * gates_ + station.gate.index()];
      }
      if (!*place) *place = id;
    }
  }

  /// Requires a touchpoint and a gate that are there.
  StationId at(TouchpointId touchpoint, GateId gate) const {
    const StationId own = of_gate_[touchpoint.index() * gates_ + gate.index()];
    return own ? own : shared_[touchpoint];
  }

 private:
  std::size_t gates_;
  std::vector<StationId> of_gate_;
  Table<TouchpointId, StationId> shared_;
};

}  // namespace gateflow
