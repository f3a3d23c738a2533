#include "sim/analysis/waiting_lines.hpp"

#include <cmath>

namespace gateflow {
namespace {

std::uint32_t allowed_in(const Zone& zone, const Goals& goals) {
  if (!goals.density_per_m2 || zone.area_m2 <= 0) return UINT32_MAX;
  constexpr double rounding = 1e-9;  // 0.57 people/m2 on 100 m2 are 57 people, not 56
  const double people = std::floor(*goals.density_per_m2 * zone.area_m2 + rounding);
  return people < 4e9 ? static_cast<std::uint32_t>(people) : UINT32_MAX;
}

}  // namespace

WaitingLines::WaitingLines(const Floor& floor)
    : lanes_(floor.lanes().size()), stations_(floor.scenario().stations.size()) {
  const Scenario& scenario = floor.scenario();
  const auto stations = keys_of(scenario.stations);
  for (const LaneId lane : keys<LaneId>(lanes_)) {
    const StationId station = floor.lanes().station(lane);
    places_.push_back({{}, station, scenario.stations[station].zone});
  }
  for (const StationId station : stations)
    places_.push_back({{}, station, scenario.stations[station].zone});
  for (const StationId station : stations) places_.push_back({{}, station, {}});
  for (const Zone& zone : scenario.zones) zones_.push_back({{}, allowed_in(zone, scenario.goals)});
}

}  // namespace gateflow
