#pragma once

#include <vector>

#include "sim/kernel/ids.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

/// Gates whose people never stand in one line: neither their routes nor their help desks share a
/// station with those of another set. What happens at one set is the same with or without the
/// people of the others. In the order of each set's first gate.
std::vector<std::vector<GateId>> separate_gates(const Floor& floor);

/// The help desks that some house rule sends people of a gate to.
std::vector<StationId> desks_used(const Floor& floor, GateId gate);

/// Every station that people of a gate can come to: on a route, or as a help desk.
std::vector<StationId> stations_used(const Floor& floor, GateId gate);

}  // namespace gateflow
