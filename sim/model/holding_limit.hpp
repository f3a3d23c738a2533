#pragma once

#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/house.hpp"
#include "sim/scenario/ladder.hpp"

namespace gateflow {

/// The law of a handling time as the house's script leaves it. Both must outlive it.
struct HandlingLaw {
  const Distribution& drawn_s;
  const House& house;

  double cdf(double seconds) const;
  double quantile(double u) const;
};

/// How many people behind are enough for a case of some age to be held in the lane no longer.
class HoldingLimit {
 public:
  /// Requires a limit.
  HoldingLimit(const LineLimit& limit, const HandlingLaw& handling);

  /// The first age from `from` on at which so many behind are enough; never: at none.
  Time age(unsigned behind, Time from) const;

 private:
  struct Enough {
    Time age{};  ///< from then on, until the next
    double people = 0;
  };
  std::vector<Enough> enough_;  ///< by age, the first one 0
};

/// The rate at which a case of age `age_s` comes to its end, at best over any further stretch of
/// holding: sup over d of (F(age + d) - F(age)) / integral of 1 - F over (age, age + d); a second
/// is the unit. With a falling hazard it is the hazard. Over stretches until 0.1 % are left.
/// Requires an age at which some are. The index of Gittins for a job that may be cut (Aalto, Ayesta
/// and Righter 2009).
double completion_rate(const HandlingLaw& handling, double age_s);

}  // namespace gateflow
