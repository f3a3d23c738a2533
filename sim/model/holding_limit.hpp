#pragma once

#include <algorithm>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/ladder.hpp"

namespace gateflow {

/// From which age on a case is held in the lane no longer, by the number of people who wait behind.
class HoldingLimit {
 public:
  /// For 0, 1, 2... people behind; the last age for all larger numbers. Requires one age at least.
  explicit HoldingLimit(std::vector<Time> ages) : ages_(std::move(ages)) {}

  /// Never: it may be held for ever.
  Time age(unsigned behind) const { return ages_[std::min<std::size_t>(behind, ages_.size() - 1)]; }

 private:
  std::vector<Time> ages_;
};

/// Requires a limit, and for UntilDearer the law of the handling time in the lane.
HoldingLimit holding_limit_of(const LineLimit& limit, const Distribution& handling_s);

/// The rate at which a case of age `age_s` comes to its end, at best over any further stretch of
/// holding: sup over d of (F(age + d) - F(age)) / integral of 1 - F over (age, age + d); a second
/// is the unit. With a falling hazard it is the hazard. Over stretches until 0.1 % are left.
/// Requires an age at which some are. The index of Gittins for a job that may be cut (Aalto, Ayesta
/// and Righter 2009).
double completion_rate(const Distribution& handling_s, double age_s);

}  // namespace gateflow
