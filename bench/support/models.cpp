#include "bench/support/models.hpp"

#include <string>
#include <utility>

namespace gateflow::bench {

namespace {

Station& add_station(Scenario& scenario, const std::string& name, unsigned lanes,
                     const Distribution& service) {
  Touchpoint touchpoint{name, {}};
  touchpoint.service_s.push_back(service);
  Station station;
  station.name = name;
  station.touchpoint = scenario.touchpoints.push_back(touchpoint);
  station.lanes = lanes;
  station.ties = TieBreak::LowestNumber;
  const StationId id = scenario.stations.push_back(station);
  scenario.classes[ClassId{0}].route[GateId{0}].push_back({id, Time{}});
  return scenario.stations[id];
}

Scenario one_gate(ArrivalCurve arrivals) {
  Scenario scenario;
  scenario.gates.push_back({"main", 1});
  TicketClass general;
  general.name = "general";
  general.route.push_back({});
  scenario.classes.push_back(general);
  scenario.sources.push_back({"street", std::move(arrivals), {ClassId{0}}});
  return scenario;
}

}  // namespace

Scenario mmc(unsigned lanes, double per_second, unsigned people) {
  const Time end = from_seconds(people / per_second);
  Scenario scenario = one_gate({{{Time{}, 1}, {end, 1}}, people});
  add_station(scenario, "lane", lanes, Exponential{1}).layout = QueueLayout::Serpentine;
  return scenario;
}

Scenario gate(unsigned lanes) {
  Scenario scenario = one_gate({{{Time{}, 1}, {1h, 1}}, 20'000});
  add_station(scenario, "bag-check", lanes, Lognormal{6, 0.6});
  Station& scan = add_station(scenario, "scan", lanes, Lognormal{3, 0.5});
  scan.choice = LaneChoice::SameLane;
  scan.pen = 0;
  return scenario;
}

}  // namespace gateflow::bench
