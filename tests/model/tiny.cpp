#include "tests/model/tiny.hpp"

#include <algorithm>

namespace gateflow::tiny {

namespace {

struct Record {
  std::vector<Happening> all;
  void operator()(const Happening& happening) { all.push_back(happening); }
};

Station& add(Scenario& scenario, const std::string& name, unsigned lanes, QueueLayout layout) {
  const TouchpointId touchpoint = scenario.touchpoints.push_back({.name = name, .service_s = {}});
  Station station;
  station.name = name;
  station.touchpoint = touchpoint;
  station.lanes = lanes;
  station.layout = layout;
  station.ties = TieBreak::LowestNumber;
  return scenario.stations[scenario.stations.push_back(station)];
}

}  // namespace

World::World() {
  scenario.gates.push_back({.name = "main"});
  TicketClass general;
  general.name = "general";
  scenario.classes.push_back(general);
  this->general().route.push_back({});
}

Station& World::add_station(unsigned lanes, QueueLayout layout, Time walk) {
  const std::string name = "station " + std::to_string(scenario.stations.size());
  Station& station = add(scenario, name, lanes, layout);
  general().route[GateId{0}].push_back({StationId{scenario.stations.size() - 1}, walk});
  crowd.effort.push_back(Table<PersonId, Time>(crowd.size()));
  return station;
}

Station& World::add_desk(unsigned bays) {
  crowd.effort.push_back(Table<PersonId, Time>(crowd.size()));
  return add(scenario, "desk", bays, QueueLayout::Serpentine);
}

PersonId World::add_person(Time arrival, std::vector<Time> services) {
  const PersonId person = crowd.arrival.push_back(arrival);
  crowd.ticket_class.push_back(0);
  crowd.gate.push_back(0);
  for (Table<PersonId, Time>& column : crowd.effort) column.push_back({});
  const std::vector<Leg>& route = general().route[GateId{0}];
  for (std::size_t k = 0; k < services.size(); ++k)
    crowd.effort[scenario.stations[route[k].station].touchpoint][person] = services[k];
  if (!crowd.first_case.empty())
    crowd.first_case.push_back(static_cast<std::uint32_t>(crowd.cases.size()));
  return person;
}

CaseId World::add_case(std::vector<RuleStep> ladder) {
  const RuleId rule = scenario.rules.push_back({.name = "rule", .ladder = std::move(ladder)});
  return scenario.cases.push_back(
      {.name = "case", .touchpoint = TouchpointId{0}, .share = {0.0}, .rule = rule});
}

void World::give_case(PersonId person, CaseId kind, Time in_lane, Time at_desk) {
  CaseRow given;
  given.person = person;
  given.kind = kind;
  given.in_lane = in_lane;
  given.at_desk = at_desk;
  crowd.cases.push_back(given);
  std::ranges::stable_sort(crowd.cases, {}, &CaseRow::person);
  crowd.first_case = Table<PersonId, std::uint32_t>(crowd.size());
  for (const PersonId p : keys<PersonId>(crowd.size())) {
    const auto row = std::ranges::find(crowd.cases, p, &CaseRow::person);
    crowd.first_case[p] = static_cast<std::uint32_t>(row - crowd.cases.begin());
  }
}

std::vector<Happening> play(const World& world) {
  Record record;
  const Floor floor(world.scenario);
  run_evening(floor, world.crowd, record);
  return record.all;
}

std::vector<Visit> visits_of(const World& world) {
  Visits visits(world.crowd.size());
  const Floor floor(world.scenario);
  run_evening(floor, world.crowd, visits);
  return visits.all();
}

std::vector<Time> waits(const World& world, StationId station) {
  std::vector<Time> waits(world.crowd.size(), never);
  for (const Visit& visit : visits_of(world))
    if (visit.station == station && visit.called != never)
      waits[visit.person.index()] = visit.called - visit.came;
  return waits;
}

std::vector<Time> calls(const World& world, StationId station) {
  std::vector<Time> calls(world.crowd.size(), never);
  for (const Visit& visit : visits_of(world))
    if (visit.station == station) calls[visit.person.index()] = visit.called;
  return calls;
}

std::vector<int> lanes_taken(const World& world, StationId station) {
  const Lanes lanes(world.scenario);
  std::vector<int> taken(world.crowd.size(), -1);
  for (const Visit& visit : visits_of(world))
    if (visit.station == station && visit.called != never)
      taken[visit.person.index()] = static_cast<int>(lanes.number(visit.lane));
  return taken;
}

Time when(const World& world, What what, PersonId person) {
  for (const Happening& h : play(world))
    if (h.what == what && h.person == person) return h.at;
  return never;
}

std::size_t count(const World& world, What what) {
  const std::vector<Happening> all = play(world);
  return static_cast<std::size_t>(std::ranges::count(all, what, &Happening::what));
}

}  // namespace gateflow::tiny
