#include "sim/model/world.hpp"

namespace gateflow {

World empty_world(const Floor& floor) {
  const std::size_t lanes = floor.lanes().size();
  const std::size_t stations = floor.scenario().stations.size();
  World world;
  world.lanes.resize(lanes);
  world.load = Table<LaneId, std::uint32_t>(lanes, World::closed);
  world.stations.resize(stations);
  world.lines.resize((lanes + stations) * floor.levels());
  if (const auto& supervisors = floor.scenario().house.supervisors)
    world.supervisors.resize(supervisors->by_gate ? floor.scenario().gates.size() : 1,
                             {supervisors->count, {}});
  world.crews.resize(stations);
  for (const StationId id : keys_of(world.crews))
    world.crews[id].floaters.resize(floor.station(id).floaters);
  world.script_done.resize(floor.scenario().scripted.size());
  return world;
}

}  // namespace gateflow
