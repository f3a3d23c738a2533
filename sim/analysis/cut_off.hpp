#pragma once

#include <functional>

namespace gateflow {

/// A first-come lane whose services may be cut off: whoever is not done by then is sent aside to a
/// desk where nobody waits.
struct CutLane {
  /// Chance that a service takes longer than so many seconds.
  std::function<double(double)> longer_than;
  double arrivals_per_s = 0;
  double aside_cost_s = 0;  ///< what being sent aside costs the one
};

/// What a lane does in the long run with services cut at that age, all in seconds.
struct CutOff {
  double at = 0;           ///< age of a service
  double mean_wait = 0;    ///< in line; infinite where the line grows without end
  double share_aside = 0;  ///< of the people
  double cost = 0;         ///< a person: the mean wait and the share aside times its cost
};

/// The mean of M/G/1 (Pollaczek and Khinchine) with services min(S, at). Requires at >= 0.
CutOff cut_off_at(const CutLane& lane, double at);

/// The age from `least` to `most` at which the cost is least: where the cost of going on for a
/// moment is the gain, c h(T) = lam (T + Wq(T)) / (1 - rho_T), or at one of the two ends. Requires
/// finite ends.
CutOff best_cut_off(const CutLane& lane, double least, double most);

}  // namespace gateflow
