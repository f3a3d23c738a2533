#pragma once

#include <vector>

#include "tests/oracles/watch.hpp"

namespace gateflow::oracles {

struct Replication {
  Figures figures;
  std::vector<double> controls;  ///< each of mean 0
};

/// Fills in the figures that are ratios or variances: a mean over runs of such a figure would be
/// off by what one run is short. They are worked out from the sums of all runs together; what each
/// run is given is that value and its own share in the deviation from it, to first order.
void pool(std::vector<Replication>& all);

}  // namespace gateflow::oracles
