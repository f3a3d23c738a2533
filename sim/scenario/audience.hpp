#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// One stretch of a route: the walk to a station, then the station.
struct Leg {
  StationId station;
  Time walk{};
  bool operator==(const Leg&) const = default;
};

struct TicketClass {
  std::string name;
  double share = 1;       ///< relative to the other classes of the same source
  unsigned priority = 0;  ///< lower goes first within a line, without interrupting a service
  std::optional<Distribution> patience_s;  ///< gives up once the waits so far reach this
  std::optional<Distribution> baulk_at;    ///< leaves at the sight of a line longer than this
  double no_show = 0;                      ///< share who hold a ticket and never come
  Distribution group_size = Constant{1};   ///< people who arrive together, at least 1
  Table<GateId, std::vector<Leg>> route;   ///< never empty at a gate that has tickets
  double price = 0;                        ///< of a ticket
  double spend_per_min = 0;                ///< inside, by each person
  Time expected_wait = 642s;               ///< in all
  double value_per_minute_late = 0;        ///< what the evening is worth to them
  Time late_from{};                        ///< after the start: what comes before it costs nothing
  bool operator==(const TicketClass&) const = default;
};

/// A corner of a piecewise linear arrival curve; two knots of one instant make a jump.
struct Knot {
  Time at{};
  double rate = 0;  ///< people per second, or any unit where the number of people is given
  bool operator==(const Knot&) const = default;
};

/// Arrivals along a curve: that number of people spread by its shape, or, without a number, a
/// Poisson process whose rate it is (then a curve of groups times their mean size).
struct ArrivalCurve {
  std::vector<Knot> knots;
  std::optional<unsigned> people;
  bool operator==(const ArrivalCurve&) const = default;
};

/// So many people within an interval, evenly, or in batches (flights) at uniform instants.
struct CountedInterval {
  Time from{}, to{};
  unsigned people = 0;
  unsigned batches = 0;  ///< 0: no batches
  bool operator==(const CountedInterval&) const = default;
};

struct ArrivalCounts {
  std::vector<CountedInterval> intervals;
  Distribution batch_spread_s = Constant{0};  ///< how long after its batch each person comes
  bool operator==(const ArrivalCounts&) const = default;
};

struct ArrivalStamps {
  std::vector<Time> at;
  bool operator==(const ArrivalStamps&) const = default;
};

/// Trains: every period a pulse of people.
struct ArrivalPulses {
  Time first{}, last{};
  Time every{};
  Distribution size = Constant{1};      ///< people a pulse, rounded
  Distribution delay_s = Constant{0};   ///< by which each pulse is late
  Distribution spread_s = Constant{0};  ///< how long after its pulse each person comes
  bool operator==(const ArrivalPulses&) const = default;
};

using Arrivals = std::variant<ArrivalCurve, ArrivalCounts, ArrivalStamps, ArrivalPulses>;

/// People who come by one pattern, each of one of these classes (by the classes' shares).
/// Its name addresses its draws: other sources can come and go without changing its people.
struct Source {
  std::string name;
  Arrivals arrivals;
  std::vector<ClassId> classes;
  bool operator==(const Source&) const = default;
};

}  // namespace gateflow
