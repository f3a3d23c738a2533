#pragma once

#include <string>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/happening.hpp"
#include "sim/trace/visits.hpp"

namespace gateflow::tiny {

/// A world small enough to check in the head: one gate, one class, stations in a row, and people
/// whose arrivals and services are given by hand. Change its scenario and crowd as you like.
struct World {
  Scenario scenario;
  Crowd crowd;

  World();

  /// At the end of everybody's route.
  Station& add_station(unsigned lanes, QueueLayout layout = QueueLayout::Lanes, Time walk = {});
  /// A help desk beside the route.
  Station& add_desk(unsigned bays);
  /// Services in the order of the stations on the route.
  PersonId add_person(Time arrival, std::vector<Time> services);
  /// A kind of case at the first station with that house rule.
  CaseId add_case(std::vector<RuleStep> ladder);
  /// Certain, for that person.
  void give_case(PersonId person, CaseId kind, Time in_lane, Time at_desk = {});

  TicketClass& general() { return scenario.classes[ClassId{0}]; }
};

/// Everything that happened.
std::vector<Happening> play(const World& world);

std::vector<Visit> visits_of(const World& world);

/// By person, at that station; never for those who were not called there.
std::vector<Time> waits(const World& world, StationId station = StationId{0});

/// When each person was called at that station, or never.
std::vector<Time> calls(const World& world, StationId station = StationId{0});

/// The lane number in which each person was called at that station.
std::vector<int> lanes_taken(const World& world, StationId station = StationId{0});

/// When that happened to that person, or never.
Time when(const World& world, What what, PersonId person);

/// How often it happened.
std::size_t count(const World& world, What what);

}  // namespace gateflow::tiny
