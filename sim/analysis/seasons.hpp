#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/analysis/season.hpp"

namespace gateflow {

struct SeasonAsked {
  std::uint64_t seed = 1;
  std::uint32_t first = 0;  ///< replication
  std::uint32_t replications = 1;
  std::uint32_t evenings = 20;
  unsigned threads = 1;
};

/// One evening of a season. Requires a scenario without faults.
SeasonEvening season_evening(const Scenario& scenario, const Carried& carried, Luck luck);

/// Whole seasons, in the order of their replications, several at a time; what comes out does not
/// depend on how many. Stopped by `advance`, those that are not finished are left out.
std::vector<SeasonRun> seasons_of(const Scenario& scenario, const SeasonAsked& asked,
                                  const Advance& advance = {});

}  // namespace gateflow
