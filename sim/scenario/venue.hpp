#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// A place where people wait. Density = people / area; an area of 0 means nobody asks.
struct Zone {
  std::string name;
  double area_m2 = 0;
  bool operator==(const Zone&) const = default;
};

/// A way into the venue, named on the ticket of a share of the people (relative to the others').
struct Gate {
  std::string name;
  double share = 1;
  bool operator==(const Gate&) const = default;
};

/// A kind of check that people go through (bag check, scan, help desk), wherever it stands.
struct Touchpoint {
  std::string name;
  /// Ordinary service of one person in seconds, by ticket class; empty at a help desk, whose
  /// service is what each case needs there.
  Table<ClassId, Distribution> service_s;
  bool operator==(const Touchpoint&) const = default;
};

enum class QueueLayout : std::uint8_t {
  Lanes,       ///< a line before each lane
  Serpentine,  ///< one line for all lanes of the station
};

/// How a person picks among the lanes that are open to them.
enum class LaneChoice : std::uint8_t {
  Shortest,   ///< fewest people, waiting and in service
  LeastWork,  ///< least ordinary service time before one's own
  Nearest,    ///< nearest to where the person comes up to the station (uniform along its front)
  ByTicket,   ///< as the ticket says (the alphabet, seat blocks): the same place at every station
  Random,     ///< any open lane alike
  SameLane,   ///< straight on from the lane before: lane k leads to lane k
};

/// Among lanes that are equal by the choice.
enum class TieBreak : std::uint8_t { LeastWork, LowestNumber };

/// What those do who come from outside and find the pen full.
enum class WhenFull : std::uint8_t { WaitOutside, Leave };

/// What becomes of a line whose lane closes.
enum class OnClose : std::uint8_t {
  ServeOut,  ///< nobody joins any more, those in line are still served
  Rejoin,    ///< those in line join the other lanes, in their order
};

/// From this instant on, lanes 1 to `lanes` are staffed.
struct StaffChange {
  Time from{};
  unsigned lanes = 0;
  bool operator==(const StaffChange&) const = default;
};

/// Lanes 'first' to 'first + count - 1', counted from 0.
struct LaneRange {
  unsigned first = 0;
  unsigned count = 0;
  bool operator==(const LaneRange&) const = default;
};

/// Each lane breaks down by itself; what is being served then waits and goes on after the repair.
struct Breakdowns {
  Distribution every_s;  ///< running time from one repair to the next failure
  Distribution repair_s;
  bool only_while_serving = false;  ///< running time counts only while somebody is served
  bool operator==(const Breakdowns&) const = default;
};

/// A touchpoint at a gate, or one for all gates: lanes, their staff, and the room before them.
struct Station {
  std::string name;  ///< unique, for people: "bag-check A"
  TouchpointId touchpoint;
  GateId gate;  ///< none: shared by all gates
  ZoneId zone;  ///< where its people wait; none: not counted
  unsigned lanes = 1;
  QueueLayout layout = QueueLayout::Lanes;
  LaneChoice choice = LaneChoice::Shortest;
  TieBreak ties = TieBreak::LeastWork;
  /// Room for people waiting (those on their way to it included), without those in service; with
  /// SameLane the room before each lane. None: no limit.
  std::optional<unsigned> pen;
  WhenFull when_full = WhenFull::WaitOutside;
  /// By time, ascending; before the first change no lane is staffed. Empty: all lanes, always.
  std::vector<StaffChange> staffing;
  OnClose on_close = OnClose::ServeOut;
  std::optional<Breakdowns> breakdowns;
  /// The lanes a class may use; empty table: every class may use all.
  Table<ClassId, LaneRange> lanes_for;
  /// The way to it for those sent aside; on a route, the leg says it.
  Time walk{};
  /// Length of line that one person takes, and people side by side, for lines in metres.
  double spacing_m = 0.65;
  unsigned abreast = 1;
  /// Staff who go along its lines and look at tickets, the longest waiting first.
  unsigned floaters = 0;
  Time floater_check = 6s;  ///< a look at one person
  bool operator==(const Station&) const = default;
};

}  // namespace gateflow
