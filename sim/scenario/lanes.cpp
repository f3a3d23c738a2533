#include "sim/scenario/lanes.hpp"

namespace gateflow {

Lanes::Lanes(const Scenario& scenario) {
  for (const StationId id : keys_of(scenario.stations)) {
    first_.push_back(LaneId{station_.size()});
    count_.push_back(scenario.stations[id].lanes);
    for (unsigned k = 0; k < scenario.stations[id].lanes; ++k) station_.push_back(id);
  }
}

}  // namespace gateflow
