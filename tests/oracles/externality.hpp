#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "tests/oracles/entry.hpp"

namespace gateflow::oracles {

struct Estimated;

/// What one replication says of somebody's absence.
struct AbsenceFigures {
  double cost = 0;      ///< seconds that the others would have waited less
  double delayed = 0;   ///< people
  double tangible = 0;  ///< seconds that they waited while the one was served
};

/// How an entry about the cost of one customer to the others is answered: each replication runs
/// evenings with and without that customer's service, which is told as a case.
struct Absence {
  std::function<AbsenceFigures(std::uint32_t replication)> draw;
  double AbsenceFigures::*figure = &AbsenceFigures::cost;
  bool spread = false;  ///< the standard deviation is asked for, not the mean
};

std::optional<Absence> absence(const Entry& entry);

/// Replicates until the standard error is small enough, or the time is up. Replications that were
/// drawn for another figure of the same model are used again.
Estimated estimate(const Absence& absence, std::vector<AbsenceFigures>& drawn, double error,
                   double seconds, unsigned threads);

}  // namespace gateflow::oracles
