#include <fmt/format.h>

#include <algorithm>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/wording.hpp"
#include "sim/scenario/station_index.hpp"

namespace gateflow {
namespace {

/// The touchpoints of a class in order: those it names, else all that are no desk.
std::vector<TouchpointId> touchpoints_of(const ClassEntry& entry, const std::string& path,
                                         Assembly& assembly) {
  std::vector<TouchpointId> out;
  if (!entry.route.said()) {
    for (const TouchpointId id : keys<TouchpointId>(assembly.stations.size()))
      if (!assembly.is_desk[id]) out.push_back(id);
    return out;
  }
  for (const Said<std::string>& name : entry.route.value_or({})) {
    const TouchpointId id = assembly.find(assembly.stations, name, path);
    if (!id) continue;
    if (assembly.is_desk[id])
      assembly.fault(path, name.at,
                     fmt::format("{} is a desk: no route leads there, a rule sends "
                                 "people to it",
                                 in_quotes(*name)));
    else
      out.push_back(id);
  }
  return out;
}

/// At each gate, the stations there of these touchpoints.
Table<GateId, std::vector<Leg>> route(const std::vector<TouchpointId>& touchpoints,
                                      const StationIndex& stations, const Assembly& assembly) {
  Table<GateId, std::vector<Leg>> out(assembly.gates.size());
  for (const GateId gate : keys_of(out))
    for (const TouchpointId touchpoint : touchpoints)
      if (const StationId station = stations.at(touchpoint, gate))
        out[gate].push_back({station, assembly.walk[touchpoint]});
  return out;
}

void assemble_class(const ClassEntry& entry, const std::string& name, const StationIndex& stations,
                    Assembly& assembly) {
  const std::string path = "class." + name;
  TicketClass out;
  out.name = name;
  out.share = entry.share.value_or(1);
  out.priority = entry.priority.value_or(1);
  if (entry.patience_min)
    out.patience_s = distribution(entry.patience_min, Unit::Minutes, path, assembly);
  if (entry.baulk_at_people)
    out.baulk_at = distribution(entry.baulk_at_people, Unit::AsIs, path, assembly);
  out.price = entry.ticket_price.value_or(0);
  out.spend_per_min = entry.spend_per_min.value_or(0);
  out.no_show = entry.no_show_share.value_or(0);
  if (entry.group_size.said())
    out.group_size = distribution(entry.group_size, Unit::AsIs, path, assembly);
  else if (assembly.said.crowd && assembly.said.crowd->group_size.said())
    out.group_size = distribution(assembly.said.crowd->group_size, Unit::AsIs, "crowd", assembly);
  if (!entry.group_size.said()) assembly.aliases[path + ".group_size"] = "crowd.group_size";
  const TicketClass usual;
  out.expected_wait =
      from_seconds(entry.expected_wait_min.value_or(in_minutes(usual.expected_wait)) * 60);
  out.value_per_minute_late = entry.value_per_minute_late.value_or(0);
  out.late_from = from_seconds(entry.late_from_min.value_or(0) * 60);
  out.route = route(touchpoints_of(entry, path, assembly), stations, assembly);
  assembly.scenario.classes.push_back(std::move(out));
}

}  // namespace

void assemble_classes(Assembly& assembly) {
  static const ClassEntry nothing;
  const StationIndex stations(assembly.scenario);
  const auto& said = assembly.said.classes;
  if (!said || said->empty()) {
    assembly.aliases["class.general"] = "station";  // what it lacks, the stations lack
    return assemble_class(nothing, "general", stations, assembly);
  }
  for (const Named<ClassEntry>& named : *said)
    assemble_class(named.value ? *named.value : nothing, named.name, stations, assembly);
}

}  // namespace gateflow
