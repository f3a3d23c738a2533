#pragma once

#include "sim/scenario/scenario.hpp"

namespace gateflow::bench {

/// M/M/c with one line, services of mean 1 s, so many people.
Scenario mmc(unsigned lanes, double per_second, unsigned people);

/// gate.toml: 20,000 people an hour through lanes of bag check and scan in series, no room between.
Scenario gate(unsigned lanes);

}  // namespace gateflow::bench
