#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/aftermath_figures.hpp"
#include "sim/analysis/felt_figures.hpp"
#include "sim/analysis/lane_times.hpp"
#include "sim/analysis/minute_curves.hpp"
#include "sim/analysis/money.hpp"
#include "sim/analysis/peak.hpp"
#include "sim/analysis/wait_figures.hpp"
#include "sim/kernel/draws.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// How many of those with a ticket ended how; the parts add up to `tickets`.
struct Outcomes {
  std::size_t tickets = 0;
  std::size_t admitted = 0, turned_away = 0;
  std::size_t gave_up = 0;        ///< while they waited, or at the sight of the line
  std::size_t still_waiting = 0;  ///< on their way in when the evening was cut
  std::size_t never_came = 0;     ///< to the door: stayed away, or were due after the cut

  /// People who came to the door.
  std::size_t came() const { return tickets - never_came; }
  bool operator==(const Outcomes&) const = default;
};

/// In by the start or late, for a set of people.
struct Punctuality {
  std::size_t in_by_start = 0;
  std::size_t late = 0;  ///< admitted after the start
  Time mean_lateness{};  ///< of the late
  Time longest_lateness{};
  bool operator==(const Punctuality&) const = default;
};

/// People of a gate, of a class, or all. Waits are those of everyone who came, however it ended,
/// each the sum over all lines of the evening.
struct GroupFigures {
  std::string name;
  Outcomes outcomes;
  WaitFigures waits;
  std::optional<Punctuality> punctuality;  ///< where the scenario states a start
  std::optional<FeltFigures> felt;         ///< where it asks how it felt
  bool operator==(const GroupFigures&) const = default;
};

struct LongestLine {
  Peak people;
  unsigned lane = 0;  ///< its number from 1; 0: the common line of the station
  double metres = 0;
  bool operator==(const LongestLine&) const = default;
};

struct StationFigures {
  std::string name;
  unsigned lanes = 0;
  WaitFigures waits;        ///< of those who were called there
  std::size_t gave_up = 0;  ///< in its lines, or at the sight of them
  Peak waiting;             ///< in all its lines and outside
  Peak outside;             ///< before its full pen
  LongestLine longest_line;
  LaneTime time;          ///< of all its lanes together
  Time clear_at = never;  ///< the last one left it; never: nobody did

  /// Share of the open time that went into ordinary service and cases.
  double utilisation() const { return share_of_open(time.service + time.cases); }
  /// Share of the open time that was lost for want of room ahead.
  double blocked() const { return share_of_open(time.blocked); }

  bool operator==(const StationFigures&) const = default;

 private:
  double share_of_open(Time part) const {
    return time.open > Time{} ? in_seconds(part) / in_seconds(time.open) : 0;
  }
};

struct CaseFigures {
  std::string name;
  std::size_t arose = 0;
  std::size_t found = 0;          ///< by floaters, in the line
  std::size_t cleared = 0;        ///< of those: solved before the lane
  std::size_t solved = 0;         ///< in the lane, by its staff
  std::size_t supervised = 0;     ///< in the lane, by a supervisor
  std::size_t granted = 0;        ///< the house gave in
  std::size_t stepped_aside = 0;  ///< to the help desk
  std::size_t let_on = 0;         ///< the case ended, and they went on
  std::size_t turned_away = 0;
  std::size_t gave_up = 0;              ///< at the help desk, or in line with an open case
  std::size_t wrongly_let_on = 0;       ///< without a right to come in
  std::size_t wrongly_turned_away = 0;  ///< with one; those who gave up count
  Time in_lane{};                       ///< for which they held up their lanes, in all
  Time for_the_one{};                   ///< which it took those people themselves, in all
  bool operator==(const CaseFigures&) const = default;
};

/// People who wait in the lines of a zone's stations; those outside a full pen are not in it.
struct ZoneFigures {
  std::string name;
  Peak people;
  double area_m2 = 0;
  double peak_per_m2 = 0;         ///< 0 without an area
  Time first_above_goal = never;  ///< never: it was kept, or there is none
  Time above_goal{};              ///< for how long, in all
  bool operator==(const ZoneFigures&) const = default;
};

enum class GoalKind : std::uint8_t {
  P95Wait,    ///< in seconds
  InByStart,  ///< share of those who came
  Density,    ///< people per m2, in the zone where it was highest
};

struct GoalFigures {
  GoalKind kind = GoalKind::P95Wait;
  double asked = 0;
  double found = 0;
  std::string zone;  ///< for the density
  bool met = false;
  bool operator==(const GoalFigures&) const = default;
};

/// One evening in figures: what an organizer can act on.
struct Summary {
  std::string scenario;
  Luck luck;
  std::optional<Time> start;
  GroupFigures all;
  std::vector<GroupFigures> gates;
  std::vector<GroupFigures> classes;
  std::vector<StationFigures> stations;
  std::vector<CaseFigures> cases;
  std::vector<ZoneFigures> zones;
  std::vector<GoalFigures> goals;
  std::optional<MoneyFigures> money;          ///< where the scenario counts it
  std::optional<AftermathFigures> aftermath;  ///< where the scenario asks for it
  Curves curves;
  Peak waiting;  ///< in all lines of the venue
  Time first_arrival = never;
  Time last_admission = never;
  Time end{};  ///< the last thing happened, or the evening was cut
  bool operator==(const Summary&) const = default;
};

}  // namespace gateflow
