#pragma once

#include <cstddef>
#include <span>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// A sample of waits: how many, their mean (rounded half up to the microsecond), their quantiles
/// by nearest rank (the smallest wait that at least that share did not exceed), and the longest.
struct WaitFigures {
  std::size_t people = 0;
  Time mean{}, p50{}, p95{}, p99{}, longest{};
  bool operator==(const WaitFigures&) const = default;
};

/// Brings the waits into another order. Requires waits of at least 0.
WaitFigures wait_figures(std::span<Time> waits);

/// Mean of a sum that is told in two parts, so that no sum of spans can overflow.
class SpanSum {
 public:
  void add(Time span) {
    seconds_ += span.count() / per_second;
    rest_ += span.count() % per_second;
    ++count_;
  }

  std::size_t count() const { return static_cast<std::size_t>(count_); }

  /// Rounded half up; 0 of none.
  Time mean() const {
    if (count_ == 0) return {};
    const std::int64_t whole = seconds_ / count_ * per_second;
    const std::int64_t rest = seconds_ % count_ * per_second + rest_;
    return Time{whole + (rest + count_ / 2) / count_};
  }

 private:
  static constexpr std::int64_t per_second = 1'000'000;
  std::int64_t seconds_ = 0, rest_ = 0, count_ = 0;
};

}  // namespace gateflow
