#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/waiting_lines.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// Curves over the evening by intervals of `step`: people who arrived and were admitted within
/// each, and who waited, in all and at each station, at its end.
struct Curves {
  Time from{};
  Time step{1min};
  std::vector<std::uint32_t> arrived, admitted, waiting;
  Table<StationId, std::vector<std::uint32_t>> waiting_at;

  std::size_t size() const { return arrived.size(); }
  Time end_of(std::size_t interval) const {
    return from + static_cast<std::int64_t>(interval + 1) * step;
  }
  bool operator==(const Curves&) const = default;
};

/// Records the curves live: by the minute, and by 5 or 15 minutes where an evening lasts longer
/// than 24 h or 5 days, so that no evening has more than 1,440 intervals.
class CurveRecorder {
 public:
  CurveRecorder(Time first_arrival, std::size_t stations);

  /// To be called before anything at that instant is counted.
  void move_to(Time now, const WaitingLines& lines) {
    while (now >= interval_end_) end_interval(lines);
  }
  void arrived() { ++arrived_; }
  void admitted() { ++admitted_; }

  /// With the last interval, which may not be over.
  Curves finished(const WaitingLines& lines) const;

 private:
  void end_interval(const WaitingLines& lines);
  void make_coarser();

  Curves curves_;
  Time interval_end_;
  std::uint32_t arrived_ = 0, admitted_ = 0;  ///< in the interval that is on
};

}  // namespace gateflow
