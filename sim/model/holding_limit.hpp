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

  /// A drawn time as it is by the script.
  double scripted(double drawn) const { return by_script(house, drawn_s, drawn); }
};

/// How many people behind are enough for a case of some age to be held in the lane no longer.
class HoldingLimit {
 public:
  /// Requires a limit.
  HoldingLimit(const LineLimit& limit, const HandlingLaw& handling);

  /// The first age from `from` on at which so many behind are enough; never: at none. `stretch`:
  /// the person's handling takes so many times as long as the law says.
  Time age(unsigned behind, Time from, double stretch = 1) const;

 private:
  struct Enough {
    Time age{};  ///< from then on, until the next
    double people = 0;
  };
  std::vector<Enough> enough_;  ///< by age, the first one 0
  bool by_law_ = false;         ///< ages are the law's, so a stretch matters
};

/// The rate at which a case of age `age_s` comes to its end, at best over any further stretch of
/// holding: sup over d of (F(age + d) - F(age)) / integral of 1 - F over (age, age + d); a second
/// is the unit. With a falling hazard it is the hazard. Over stretches until 0.1 % are left, at one
/// of some hundred ages, the last not above `age_s`. The index of Gittins for a job that may be cut
/// (Aalto, Ayesta and Righter 2009).
double completion_rate(const HandlingLaw& handling, double age_s);

}  // namespace gateflow
