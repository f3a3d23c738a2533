#pragma once

#include <map>
#include <string>

#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

struct Estimated {
  double value = 0;
  double error = 0;  ///< standard error
  std::size_t replications = 0;
};

/// What is asked of an experiment: the figure, and the standard error that is good enough.
using Asked = std::map<std::string, double>;

/// Replicates until every figure is known well enough, or the time is up.
std::map<std::string, Estimated> estimate(const Experiment& experiment, const Asked& asked,
                                          std::uint64_t seed, double seconds, unsigned threads);

}  // namespace gateflow::oracles
