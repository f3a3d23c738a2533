#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// A line in which people stand one behind the other: of a lane, or the common one of a station.
using StandingLineId = Id<struct StandingLineTag>;

/// For how long in all a line has been held up.
class HoldClock {
 public:
  void set(bool held, Time now, Time told_after) {
    if (held == is_held()) return;
    if (held) {
      since_ = now;
      return;
    }
    explained_ = explained(now, told_after);
    held_ += now - since_;
    since_ = never;
  }

  Time held(Time now) const { return held_ + (is_held() ? now - since_ : Time{}); }

  /// Of that, after the reason was told: each time once it had lasted so long.
  Time explained(Time now, Time told_after) const {
    if (!is_held() || now - since_ <= told_after) return explained_;
    return explained_ + (now - since_ - told_after);
  }

 private:
  bool is_held() const { return since_ != never; }

  Time since_ = never;
  Time held_{}, explained_{};
};

/// Follows which lines are held up. A lane is while it is broken, from when a case comes up in it
/// until that person has left it, and while somebody in it finds no room ahead. A common line is
/// while all open lanes of its station are; so is the wait before a full pen.
class HeldLines {
 public:
  /// The reason for a hold is told once it has lasted so long; never: it is not.
  HeldLines(const Lanes& lanes, std::size_t stations, Time told_after)
      : lanes_(lanes),
        told_after_(told_after),
        lane_(lanes.size()),
        station_(stations),
        clocks_(lanes.size() + stations) {}

  std::size_t size() const { return clocks_.size(); }
  StandingLineId line_of(StationId station, LaneId lane) const {
    return StandingLineId{lane ? lane.index() : lane_.size() + station.index()};
  }

  Time held(StandingLineId line, Time now) const { return clocks_[line].held(now); }
  Time explained(StandingLineId line, Time now) const {
    return clocks_[line].explained(now, told_after_);
  }

  void opened(LaneId lane, Time now) { set(lane, now, Open, true); }
  void closed(LaneId lane, Time now) { set(lane, now, Open, false); }
  void broke(LaneId lane, Time now) { set(lane, now, Broken, true); }
  void repaired(LaneId lane, Time now) { set(lane, now, Broken, false); }
  void case_arose(LaneId lane, Time now) { set(lane, now, InCase, true); }
  void blocked(LaneId lane, Time now) { set(lane, now, Blocked, true); }
  void left(LaneId lane, Time now) {
    if (lane_[lane] & (InCase | Blocked)) set(lane, now, InCase | Blocked, false);
  }

 private:
  enum Sign : unsigned { Open = 1, InCase = 2, Blocked = 4, Broken = 8 };
  struct AtStation {
    std::uint32_t open = 0;
    std::uint32_t held = 0;  ///< of the open lanes
  };

  static bool is_held(unsigned signs) { return (signs & ~unsigned{Open}) != 0; }

  void set(LaneId lane, Time now, unsigned signs, bool on) {
    const StationId station = lanes_.station(lane);
    AtStation& here = station_[station];
    count(here, lane_[lane], -1);
    lane_[lane] = on ? lane_[lane] | signs : lane_[lane] & ~signs;
    count(here, lane_[lane], +1);
    clocks_[line_of(station, lane)].set(is_held(lane_[lane]), now, told_after_);
    clocks_[line_of(station, {})].set(here.open > 0 && here.held == here.open, now, told_after_);
  }

  static void count(AtStation& here, unsigned signs, int by) {
    if ((signs & Open) == 0) return;
    here.open += static_cast<std::uint32_t>(by);
    here.held += is_held(signs) ? static_cast<std::uint32_t>(by) : 0u;
  }

  const Lanes& lanes_;
  Time told_after_;
  Table<LaneId, unsigned> lane_;  ///< its signs
  Table<StationId, AtStation> station_;
  Table<StandingLineId, HoldClock> clocks_;
};

}  // namespace gateflow
