#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/aftermath.hpp"
#include "sim/scenario/audience.hpp"
#include "sim/scenario/cases.hpp"
#include "sim/scenario/feelings.hpp"
#include "sim/scenario/house.hpp"
#include "sim/scenario/money.hpp"
#include "sim/scenario/season.hpp"
#include "sim/scenario/venue.hpp"

namespace gateflow {

/// What the organizer wants to see kept; nothing stated, nothing judged.
struct Goals {
  std::optional<Time> p95_wait;
  std::optional<double> in_by_start;     ///< share of those who came
  std::optional<double> density_per_m2;  ///< in every zone, at every time
  bool operator==(const Goals&) const = default;
};

/// An evening, described: the venue, who comes, what can go wrong and what is done about it.
/// Plain data that can be copied, compared and changed by one field.
struct Scenario {
  std::string name;
  std::string about;
  Time start{};        ///< of the show: who is in later is late
  Time until = never;  ///< the evening is cut here; who still waits, still waits
  std::uint64_t seed = 1;

  Table<ZoneId, Zone> zones;
  Table<GateId, Gate> gates;
  Table<TouchpointId, Touchpoint> touchpoints;
  Table<StationId, Station> stations;
  Table<ClassId, TicketClass> classes;
  std::vector<Source> sources;
  Table<CaseId, Case> cases;
  Table<RuleId, HouseRule> rules;
  Table<TemperId, Temper> tempers;
  House house;
  std::vector<ScriptedCase> scripted;
  Goals goals;
  Season season;
  std::optional<Money> money;  ///< none: nobody asks

  std::optional<Feelings> feelings;            ///< none: nobody asks how it felt
  std::optional<Announcements> announcements;  ///< they change nothing but that
  std::optional<Aftermath> aftermath;

  bool operator==(const Scenario&) const = default;
};

/// Sizes beyond which a scenario is refused before memory is taken.
struct Limits {
  static constexpr std::size_t people = 20'000'000;  ///< 4 GB of crowd at about 200 bytes each
  static constexpr std::size_t lanes_per_station = 1'000;
  static constexpr std::size_t lanes = 100'000;  ///< in the venue
  static constexpr std::size_t gates = 200;      ///< the crowd keeps a gate in one byte
  static constexpr std::size_t classes = 200;    ///< and a class in one
  static constexpr std::size_t touchpoints = 200;
  static constexpr std::size_t cases = 1'000;
  static constexpr std::size_t legs = 100;       ///< stations on one route
  static constexpr std::size_t priorities = 16;  ///< different ones
};

/// The station of a touchpoint for people of a gate: that gate's own, else the shared one, else
/// none.
StationId station_at(const Scenario& scenario, TouchpointId touchpoint, GateId gate);

/// Fault of a scenario as a whole: where in the file ("station.scan.pen") and what is wrong.
struct Fault {
  std::string where;
  std::string what;
  bool operator==(const Fault&) const = default;
};

/// All that is wrong with it, in order; a scenario without faults can be drawn and run.
std::vector<Fault> faults_of(const Scenario& scenario);

}  // namespace gateflow
