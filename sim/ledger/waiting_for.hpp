#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// A lane that people wait for, or, numbered after the lanes, a station none of whose lanes is
/// open.
using SpotId = Id<struct SpotTag>;

/// A spot and those who wait for it, directly or through a lane that is blocked on it.
///
/// A blocked spot leads on to the spot its person waits for. Waits run up at the roots only: each
/// person's start is taken off when they begin to wait and the instant added when they stop, so
/// that a step costs one addition, however many wait.
struct Spot {
  std::uint64_t owed = 0;  ///< microseconds, modulo 2^64: charge() makes it a sum of waits
  std::uint32_t waiting = 0;
  SpotId ahead;  ///< where a blocked spot leads on; none: a root
};

/// Who waits for whom: a forest whose roots hold everyone up.
class WaitingFor {
 public:
  explicit WaitingFor(std::size_t spots) : spots_(spots) {}

  const Spot& operator[](SpotId spot) const { return spots_[spot]; }
  std::size_t size() const { return spots_.size(); }

  SpotId root(SpotId spot) const {
    while (spots_[spot].ahead) spot = spots_[spot].ahead;
    return spot;
  }

  void add(SpotId spot, std::uint32_t people, Time now) {
    Spot* s = &spots_[spot];
    for (; s->ahead; s = &spots_[s->ahead]) s->waiting += people;
    s->waiting += people;
    s->owed -= people * instant(now);
  }

  void remove(SpotId spot, std::uint32_t people, Time now) {
    Spot* s = &spots_[spot];
    for (; s->ahead; s = &spots_[s->ahead]) s->waiting -= people;
    s->waiting -= people;
    s->owed += people * instant(now);
  }

  /// The waits that ran up at a root since it was last charged.
  Time charge(SpotId root, Time now) {
    Spot& s = spots_[root];
    const std::uint64_t running = s.waiting * instant(now);
    const auto sum = static_cast<std::int64_t>(s.owed + running);
    s.owed = 0 - running;
    return Time{sum};
  }

  /// Requires a root that has been charged now, and a target that does not lead back to it.
  void block(SpotId spot, SpotId target, Time now) {
    add(target, spots_[spot].waiting + 1, now);
    spots_[spot].ahead = target;
  }

  /// A root again, with nothing run up. What ran up at the old root stays there.
  void unblock(SpotId spot, Time now) {
    Spot& s = spots_[spot];
    remove(s.ahead, s.waiting + 1, now);
    s.ahead = {};
    s.owed = 0 - s.waiting * instant(now);
  }

 private:
  static std::uint64_t instant(Time now) { return static_cast<std::uint64_t>(now.count()); }

  Table<SpotId, Spot> spots_;
};

}  // namespace gateflow
