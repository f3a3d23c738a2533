#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// How the time of a lane, or of several, was spent.
struct LaneTime {
  Time open{};     ///< staffed, or unstaffed and serving out its line
  Time service{};  ///< ordinary service
  Time cases{};    ///< held up by a case
  Time blocked{};  ///< held up for want of room ahead
  Time broken{};   ///< out of order; nothing else counts then, except blocked

  LaneTime& operator+=(const LaneTime& other) {
    open += other.open;
    service += other.service;
    cases += other.cases;
    blocked += other.blocked;
    broken += other.broken;
    return *this;
  }
  bool operator==(const LaneTime&) const = default;
};

/// What goes on in each lane, live, and for how long it did.
class LaneTimes {
 public:
  explicit LaneTimes(std::size_t lanes) : lanes_(lanes) {}

  void opened(LaneId lane, Time now) { lanes_[lane].opened = now; }
  void closed(LaneId lane, Time now);
  void broke(LaneId lane, Time now);
  void repaired(LaneId lane, Time now);

  void called(LaneId lane, Time now) { lanes_[lane].turn_to(Activity::Service, now); }
  void case_arose(LaneId lane, Time now) { lanes_[lane].turn_to(Activity::Case, now); }
  void blocked(LaneId lane, Time now) { lanes_[lane].turn_to(Activity::Blocked, now); }
  void left(LaneId lane, Time now) { lanes_[lane].turn_to(Activity::None, now); }

  /// With all that is still going on at that instant counted up to it.
  LaneTime until(LaneId lane, Time end) const;

 private:
  enum class Activity : std::uint8_t { None, Service, Case, Blocked };
  static constexpr std::size_t activities = 4;

  struct Lane {
    std::array<Time, activities> spent{};
    Time since{};         ///< the activity, or the latest failure or repair during it, began
    Time opened = never;  ///< never: closed
    Time broke = never;   ///< never: in order
    Time open{}, broken{};
    Activity activity = Activity::None;

    /// A broken lane does not serve: until the repair its clock stands still.
    void turn_to(Activity next, Time now) {
      const bool counts = broke == never || activity == Activity::Blocked;
      if (counts) spent[static_cast<std::size_t>(activity)] += now - since;
      activity = next;
      since = now;
    }
  };

  Table<LaneId, Lane> lanes_;
};

}  // namespace gateflow
