#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

void check_gates(const Scenario& scenario, Findings& findings) {
  check_size(scenario.gates, Limits::gates, "gate", findings);
  check_names(scenario.gates, "gate", findings);
  findings.unless(!scenario.gates.empty(), "gate", "there is no gate");
  for (const Gate& gate : scenario.gates)
    findings.unless(is_weight(gate.share), "gate." + gate.name + ".share", "a share is 0 or more");
  const bool any_share =
      std::ranges::any_of(scenario.gates, [](const Gate& gate) { return gate.share != 0; });
  findings.unless(scenario.gates.empty() || any_share, "gate",
                  "the shares of all gates are 0: nobody has a ticket");
}

void check_zones(const Scenario& scenario, Findings& findings) {
  check_names(scenario.zones, "zone", findings);
  for (const Zone& zone : scenario.zones)
    findings.unless(is_weight(zone.area_m2), "zone." + zone.name + ".area_m2",
                    "an area is 0 or more square metres");
}

void check_touchpoints(const Scenario& scenario, Findings& findings) {
  check_size(scenario.touchpoints, Limits::touchpoints, "station", findings);
  check_names(scenario.touchpoints, "station", findings);
  for (const Touchpoint& touchpoint : scenario.touchpoints) {
    const std::string where = "station." + touchpoint.name + ".service_s";
    const auto& service = touchpoint.service_s;
    findings.unless(service.empty() || service.size() == scenario.classes.size(), where,
                    "there is not one service time for each class");
    for (const ClassId id : keys_of(service))
      if (scenario.classes.has(id))
        findings.law(where + '.' + scenario.classes[id].name, service[id]);
  }
}

/// One station and where it is found in the file.
struct Subject {
  const Scenario& scenario;
  const Station& station;
  std::string where;
  Findings& findings;

  void unless(bool holds, const std::string& key, const std::string& what) const {
    findings.unless(holds, where + key, what);
  }
};

void check_ids(const Subject& s) {
  s.unless(s.scenario.touchpoints.has(s.station.touchpoint), "", "it is no kind of check");
  s.unless(!s.station.gate || s.scenario.gates.has(s.station.gate), ".gates",
           "it stands at a gate that is not there");
  s.unless(!s.station.zone || s.scenario.zones.has(s.station.zone), ".zone",
           "it is in a zone that is not there");
}

void check_room(const Subject& s) {
  const Station& station = s.station;
  s.unless(station.lanes >= 1 && station.lanes <= Limits::lanes_per_station, ".lanes",
           "a station has 1 to " + std::to_string(Limits::lanes_per_station) + " lanes");
  s.unless(!station.pen || *station.pen <= Limits::people, ".pen",
           "a pen has room for at most " + std::to_string(Limits::people) + " people");
  s.unless(station.spacing_m > 0 && station.spacing_m <= 100, ".spacing_m",
           "a person takes more than 0 and at most 100 metres of line");
  s.unless(station.abreast >= 1 && station.abreast <= 100, ".abreast",
           "1 to 100 people stand side by side");
  s.unless(station.floaters <= Limits::lanes_per_station, ".floaters",
           "a station has at most " + std::to_string(Limits::lanes_per_station) + " floaters");
  s.unless(is_instant(station.floater_check), ".floater_check_s", "a look lasts 0 s to forty days");
  s.unless(is_instant(station.walk), ".walk_s", "a walk takes 0 s to forty days");
}

void check_staff_times(const Subject& s) {
  Time before = Time::min();
  for (std::size_t i = 0; i < s.station.staffing.size(); ++i) {
    const StaffChange& change = s.station.staffing[i];
    const std::string where = item(".staff", i);
    s.unless(is_instant(change.from), where,
             "this time is not within the forty days an evening can span");
    s.unless(change.from > before, where,
             "this time is not later than the one before it; after midnight is the next day only "
             "from six hours before the doors on");
    before = std::max(before, change.from);
  }
}

void check_staff_lanes(const Subject& s) {
  for (std::size_t i = 0; i < s.station.staffing.size(); ++i) {
    const unsigned staffed = s.station.staffing[i].lanes;
    s.unless(staffed <= s.station.lanes, item(".staff", i) + ".lanes",
             std::to_string(staffed) + " lanes are staffed, the station has " +
                 std::to_string(s.station.lanes));
  }
}

/// Lanes 1 to so many have staff at some time.
unsigned most_staffed(const Station& station) {
  if (station.staffing.empty()) return station.lanes;
  unsigned most = 0;
  for (const StaffChange& change : station.staffing) most = std::max(most, change.lanes);
  return most;
}

void check_lanes_for(const Subject& s) {
  const auto& lanes_for = s.station.lanes_for;
  s.unless(lanes_for.empty() || lanes_for.size() == s.scenario.classes.size(), ".lanes_for",
           "there is not one range of lanes for each class");
  s.unless(lanes_for.empty() || s.station.choice != LaneChoice::SameLane, ".lanes_for",
           "lanes for some classes do not go with a lane choice of \"same-lane\"");
  for (const ClassId id : keys_of(lanes_for)) {
    if (!s.scenario.classes.has(id)) continue;
    const LaneRange range = lanes_for[id];
    const std::string where = ".lanes_for." + s.scenario.classes[id].name;
    const bool inside = range.count >= 1 && range.first < s.station.lanes &&
                        range.count <= s.station.lanes - range.first;
    s.unless(inside, where,
             "these lanes are not all there: the station has " + std::to_string(s.station.lanes));
    const bool staffed = range.first < most_staffed(s.station) || most_staffed(s.station) == 0;
    s.unless(!inside || staffed || s.scenario.until != never, where,
             "none of these lanes ever has staff: people would wait for ever");
  }
}

void check_breakdowns(const Subject& s) {
  if (!s.station.breakdowns) return;
  const Breakdowns& breakdowns = *s.station.breakdowns;
  s.findings.law(s.where + ".breakdowns.every_min", breakdowns.every_s);
  s.findings.law(s.where + ".breakdowns.repair_min", breakdowns.repair_s);
  s.unless(fault(breakdowns.every_s) || mean(breakdowns.every_s) >= 1, ".breakdowns.every_min",
           "a lane has to run for a second or more, on average, between failures");
}

void check_staff_at_all(const Subject& s) {
  s.unless(most_staffed(s.station) > 0 || s.scenario.until != never, ".staff",
           "no lane ever has staff: people would wait for ever");
}

void check_station(const Subject& s) {
  check_ids(s);
  check_room(s);
  check_staff_times(s);
  check_breakdowns(s);
  s.unless(s.station.choice != LaneChoice::SameLane || s.station.layout == QueueLayout::Lanes,
           ".lane_choice", "\"same-lane\" needs a line for each lane");
  if (s.station.lanes == 0) return;  // told already, and all that counts lanes would tell it again
  check_staff_lanes(s);
  check_staff_at_all(s);
  check_lanes_for(s);
}

void check_one_station_each(const Scenario& scenario, Findings& findings) {
  std::set<std::pair<TouchpointId, GateId>> taken;
  for (const Station& station : scenario.stations)
    findings.unless(taken.emplace(station.touchpoint, station.gate).second,
                    "station." + station.name,
                    "there is another station for the same check at the same gate");
}

}  // namespace

void check_venue(const Scenario& scenario, Findings& findings) {
  check_gates(scenario, findings);
  check_zones(scenario, findings);
  check_touchpoints(scenario, findings);
  check_names(scenario.stations, "station", findings);
  check_one_station_each(scenario, findings);
  std::size_t lanes = 0;
  for (const Station& station : scenario.stations) {
    check_station({scenario, station, "station." + station.name, findings});
    lanes += station.lanes;
  }
  findings.unless(lanes <= Limits::lanes, "station",
                  std::to_string(lanes) + " lanes in all; at most " +
                      std::to_string(Limits::lanes) + " are possible");
}

}  // namespace gateflow
