#include <fmt/format.h>

#include <algorithm>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/scenario/csv_selection.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr double usual_walking_speed = 1.34;  // metres a second; Weidmann 1993, not checked

/// One station of the file: what it says, and who it is.
struct StationText {
  const StationEntry& entry;
  const std::string& name;
  Place at;
  std::string path;
  TouchpointId id;

  bool is_desk() const { return entry.desk.value_or(false); }
};

void assemble_zones(Assembly& assembly) {
  for (const Named<ZoneEntry>& zone : assembly.said.zones.value_or({}))
    assembly.scenario.zones.push_back(
        {zone.name, zone.value ? zone.value->area_m2.value_or(1) : 1});
}

void assemble_gates(Assembly& assembly) {
  for (const std::string& name : assembly.gates.names())
    assembly.scenario.gates.push_back({name, 1});
  const auto& said = assembly.said.gates;
  if (!said) return;
  for (std::size_t i = 0; i < said->size(); ++i)
    if (const auto& gate = (*said)[i].value)
      assembly.scenario.gates[GateId{i}].share = gate->share.value_or(1);
}

Time walk_to(const StationText& station, Assembly& assembly) {
  const StationEntry& entry = station.entry;
  if (entry.walk_s && entry.walk_m.said())
    assembly.fault(station.path, entry.walk_m.at, "either walk_s or walk_m, not both");
  if (entry.walk_s) return from_seconds(*entry.walk_s);
  if (!entry.walk_m) return {};
  const double speed =
      assembly.said.crowd ? assembly.said.crowd->walking_speed_m_per_s.value_or(usual_walking_speed)
                          : usual_walking_speed;
  return from_seconds(*entry.walk_m / speed);
}

/// The law of each class; one that nobody goes through with is never asked for.
Table<ClassId, Distribution> service(const StationText& station, Assembly& assembly) {
  const StationEntry& entry = station.entry;
  const std::size_t classes = assembly.classes.size();
  Table<ClassId, Distribution> out(classes, Constant{0});
  std::vector<bool> known(classes, false);
  if (entry.service_s.said()) {
    const Distribution law = distribution(entry.service_s, Unit::AsIs, station.path, assembly);
    const auto* measured = std::get_if<Empirical>(&law);
    const std::size_t values = measured ? measured->sorted.size() : 1;
    if (assembly.keep(values * classes, station.path, entry.service_s.at))
      std::ranges::fill(out, law);
    known.assign(known.size(), true);
  }
  for (const Named<Law>& own : entry.service_s_by_class.value_or({})) {
    const ClassId id = assembly.find(assembly.classes, own.name, own.at, station.path);
    if (!id) continue;
    out[id] = distribution(own.value, Unit::AsIs, station.path, assembly);
    known[id.index()] = true;
    assembly.reading.places[station.path + ".service_s." + own.name] = own.value.at;
  }
  const bool misspelt = assembly.reading.meant.contains(station.path + ".service_s");
  if (std::ranges::find(known, false) != known.end() && !misspelt)
    assembly.fault(station.path, station.at,
                   fmt::format("'service_s' is missing in {}", printable(station.path)));
  return out;
}

/// Keys that say nothing about a help desk, or nothing about anything else.
void check_desk_keys(const StationText& station, Assembly& assembly) {
  if (!station.is_desk()) return;
  const StationEntry& entry = station.entry;
  const auto refuse = [&](const auto& said, std::string_view key, std::string_view why) {
    if (said.said())
      assembly.fault(station.path, said.at, fmt::format("a desk has no {}: {}", key, why));
  };
  refuse(entry.service_s, "service_s", "its service is what each case needs there, at_desk_s");
  refuse(entry.service_s_by_class, "service_s_by_class",
         "its service is what each case needs there, at_desk_s");
  refuse(entry.when_full, "when_full", "while it is full, people go on blocking their lane");
  refuse(entry.floaters, "floaters", "they look for cases, and there every case is known");
}

std::vector<GateId> gates_of(const StationText& station, Assembly& assembly) {
  const StationEntry& entry = station.entry;
  if (entry.shared.value_or(false)) {
    if (entry.gates.said())
      assembly.fault(station.path, entry.gates.at, "one that is shared by all gates has no gates");
    return {GateId{}};
  }
  std::vector<GateId> out;
  for (const Said<std::string>& name : entry.gates.value_or({})) {
    const GateId id = assembly.find(assembly.gates, name, station.path);
    if (id && std::ranges::find(out, id) != out.end())
      assembly.fault(station.path, name.at, fmt::format("{} is named twice", in_quotes(*name)));
    else if (id)
      out.push_back(id);
  }
  if (out.empty())
    for (const GateId id : keys<GateId>(assembly.gates.size())) out.push_back(id);
  return out;
}

/// What is said for one gate of this station.
template <class T>
Said<T> by_gate(const Said<PerName<T>>& said, const std::string& gate) {
  for (const Named<T>& own : said.value_or({}))
    if (own.name == gate) return own.value;
  return {};
}

template <class T>
void check_gate_names(const Said<PerName<T>>& said, const std::vector<GateId>& gates,
                      const StationText& station, Assembly& assembly) {
  for (const Named<T>& own : said.value_or({})) {
    const GateId id = assembly.find(assembly.gates, own.name, own.at, station.path);
    if (id && std::ranges::find(gates, id) == gates.end())
      assembly.fault(station.path, own.at,
                     fmt::format("{} does not stand at gate {}", in_quotes(station.name),
                                 in_quotes(own.name)));
  }
}

unsigned most_staffed(const std::vector<StaffChange>& staffing) {
  unsigned most = 0;
  for (const StaffChange& change : staffing) most = std::max(most, change.lanes);
  return most;
}

Table<ClassId, LaneRange> lanes_for(const StationText& station, unsigned lanes,
                                    Assembly& assembly) {
  if (!station.entry.lanes_for) return {};
  Table<ClassId, LaneRange> out(assembly.classes.size(), LaneRange{0, lanes});
  for (const auto& own : *station.entry.lanes_for) {
    const ClassId id = assembly.find(assembly.classes, own.name, own.at, station.path);
    if (!id || !own.value) continue;
    const auto [first, last] = *own.value;
    if (last < first) {
      assembly.fault(station.path, own.value.at, "the last lane comes before the first");
      continue;
    }
    out[id] = {static_cast<unsigned>(first - 1), static_cast<unsigned>(last - first + 1)};
  }
  return out;
}

std::optional<Breakdowns> breakdowns(const StationText& station, Assembly& assembly) {
  const auto& said = station.entry.breakdowns;
  if (!said) return std::nullopt;
  return Breakdowns{distribution(said->every_min, Unit::Minutes, station.path, assembly),
                    distribution(said->repair_min, Unit::Minutes, station.path, assembly),
                    said->while_serving.value_or(false)};
}

/// All that is the same at every gate; lanes and staff are filled in for each.
Station common_station(const StationText& station, Assembly& assembly) {
  const StationEntry& entry = station.entry;
  Station out;
  out.touchpoint = station.id;
  out.walk = assembly.walk[station.id];
  out.zone = assembly.find(assembly.zones, entry.zone, station.path);
  out.layout =
      entry.layout.value_or(station.is_desk() ? QueueLayout::Serpentine : QueueLayout::Lanes);
  out.choice = entry.lane_choice.value_or(LaneChoice::Shortest);
  out.ties = entry.ties.value_or(TieBreak::LeastWork);
  out.pen = entry.pen.value;
  out.when_full = entry.when_full.value_or(WhenFull::WaitOutside);
  out.on_close = entry.on_close.value_or(OnClose::ServeOut);
  out.breakdowns = breakdowns(station, assembly);
  out.spacing_m = entry.spacing_m.value_or(out.spacing_m);
  out.abreast = entry.abreast.value_or(out.abreast);
  out.floaters = entry.floaters.value_or(out.floaters);
  out.floater_check = from_seconds(entry.floater_check_s.value_or(in_seconds(out.floater_check)));
  return out;
}

/// The station's own staff at that gate, else its common one, else all lanes from the doors on.
void staff_and_lanes(Station& out, const StationText& station, const std::string& gate,
                     Assembly& assembly) {
  const StationEntry& entry = station.entry;
  const std::string here = "station." + out.name;
  const Said<StaffEntry> own = by_gate(entry.staff_by_gate, gate);
  const Said<StaffEntry>& staff = own.said() ? own : entry.staff;
  const std::string key = own.said() ? ".staff_by_gate." + gate : ".staff";
  if (own.said()) assembly.aliases[here + ".staff"] = station.path + key;
  if (staff) out.staffing = staffing(staff, station.path + key, assembly);

  const Said<std::uint64_t> own_lanes = by_gate(entry.lanes_by_gate, gate);
  if (own_lanes.said()) assembly.aliases[here + ".lanes"] = station.path + ".lanes_by_gate." + gate;
  const unsigned needed = std::max(1u, most_staffed(out.staffing));
  out.lanes = static_cast<unsigned>(own_lanes.value_or(entry.lanes.value_or(needed)));

  const auto& evening = assembly.said.evening;
  if (!staff.said() && evening && evening->doors)
    out.staffing = {{assembly.clock.instant(*evening->doors), out.lanes}};
}

void assemble_station(const StationText& station, Assembly& assembly) {
  check_desk_keys(station, assembly);
  const std::vector<GateId> gates = gates_of(station, assembly);
  check_gate_names(station.entry.lanes_by_gate, gates, station, assembly);
  check_gate_names(station.entry.staff_by_gate, gates, station, assembly);

  const Station common = common_station(station, assembly);
  for (const GateId gate : gates) {
    Station at_gate = common;
    at_gate.gate = gate;
    const std::string gate_name = gate ? assembly.gates.names()[gate.index()] : "";
    at_gate.name =
        gate && assembly.gates.size() > 1 ? station.name + ' ' + gate_name : station.name;
    staff_and_lanes(at_gate, station, gate_name, assembly);
    at_gate.lanes_for = lanes_for(station, at_gate.lanes, assembly);
    assembly.aliases["station." + at_gate.name] = station.path;
    assembly.scenario.stations.push_back(std::move(at_gate));
  }
}

}  // namespace

void assemble_venue(Assembly& assembly) {
  assemble_zones(assembly);
  assemble_gates(assembly);
  static const StationEntry nothing;
  for (const Named<StationEntry>& named : assembly.said.stations.value_or({})) {
    const StationEntry& entry = named.value ? *named.value : nothing;
    const StationText station{entry, named.name, named.at, "station." + named.name,
                              assembly.stations.find(named.name)};
    assembly.walk.push_back(walk_to(station, assembly));
    assembly.is_desk.push_back(station.is_desk());
    assembly.scenario.touchpoints.push_back({named.name, station.is_desk()
                                                             ? Table<ClassId, Distribution>{}
                                                             : service(station, assembly)});
    assemble_station(station, assembly);
  }
}

}  // namespace gateflow
