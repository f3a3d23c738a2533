#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/season.hpp"
#include "sim/cli/look.hpp"

namespace gateflow {

/// Seasons for people: what changed from the first evening to the last, in words, then tables and
/// charts over the evenings. `asked`: replications. Requires at least one season.
std::string season_text(const Scenario& scenario, const std::vector<SeasonRun>& seasons,
                        std::size_t asked, const std::string& call, const Look& look);

}  // namespace gateflow
