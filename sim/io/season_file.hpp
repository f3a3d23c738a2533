#pragma once

#include <string>
#include <vector>

#include "sim/analysis/season.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/whole_file.hpp"

namespace gateflow {

/// Whole seasons for programs, as docs/json.md tells. Requires at least one.
std::string season_json(const Origin& origin, const Scenario& scenario,
                        const std::vector<SeasonRun>& seasons);

/// A CSV table with a row for every evening of every season: replication (from 0), evening (from
/// 1), then the figures, and those of each kind as "KIND factor". Throws CannotWrite.
void write_season(const Scenario& scenario, const std::vector<SeasonRun>& seasons, WholeFile& file);

}  // namespace gateflow
