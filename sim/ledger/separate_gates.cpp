#include "sim/ledger/separate_gates.hpp"

#include <algorithm>
#include <variant>

namespace gateflow {

std::vector<StationId> desks_used(const Floor& floor, GateId gate) {
  std::vector<StationId> desks;
  for (const HouseRule& rule : floor.scenario().rules)
    for (const RuleStep& step : rule.ladder)
      if (const auto* aside = std::get_if<StepAside>(&step))
        if (const StationId desk = floor.desk(aside->desk, gate)) desks.push_back(desk);
  return desks;
}

std::vector<StationId> stations_used(const Floor& floor, GateId gate) {
  std::vector<StationId> stations = desks_used(floor, gate);
  for (const ClassId ticket_class : keys_of(floor.scenario().classes))
    for (const Leg& leg : floor.route(ticket_class, gate)) stations.push_back(leg.station);
  return stations;
}

std::vector<std::vector<GateId>> separate_gates(const Floor& floor) {
  const std::size_t gates = floor.scenario().gates.size();
  std::vector<std::size_t> set_of(gates);
  for (std::size_t k = 0; k < gates; ++k) set_of[k] = k;

  Table<StationId, GateId> user(floor.scenario().stations.size());
  for (const GateId gate : keys_of(floor.scenario().gates))
    for (const StationId station : stations_used(floor, gate)) {
      if (!user[station]) user[station] = gate;
      const std::size_t old_set = set_of[gate.index()];
      const std::size_t new_set = set_of[user[station].index()];
      for (std::size_t& set : set_of)
        if (set == old_set) set = new_set;
    }

  const auto& supervisors = floor.scenario().house.supervisors;
  if (supervisors && !supervisors->by_gate) std::ranges::fill(set_of, 0);

  std::vector<std::vector<GateId>> sets(gates);
  for (std::size_t k = 0; k < gates; ++k) sets[set_of[k]].push_back(GateId{k});
  std::erase_if(sets, [](const auto& set) { return set.empty(); });
  return sets;
}

}  // namespace gateflow
