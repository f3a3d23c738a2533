#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "tests/oracles/entry.hpp"

namespace gateflow::oracles {

struct Estimated;

/// What one replication says of somebody's absence: "cost" to the others, people "delayed",
/// "tangible" (while they were served).
using AbsenceFigures = std::map<std::string, double>;

/// How an entry about the cost of one customer to the others is answered: each replication runs
/// evenings with and without that customer's service, which is told as a case.
struct Absence {
  std::function<AbsenceFigures(std::uint32_t replication)> draw;
  std::string figure;
  bool spread = false;  ///< the standard deviation is asked for, not the mean
};

std::optional<Absence> absence(const Entry& entry);

/// Replicates until the standard error is small enough, or the time is up.
Estimated estimate(const Absence& absence, double error, double seconds, unsigned threads);

}  // namespace gateflow::oracles
