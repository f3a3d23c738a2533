#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/summary.hpp"
#include "sim/cli/look.hpp"

namespace gateflow {

/// One evening for people: a verdict first, then tables, a chart, and what to look at next.
/// What says nothing is left out: the only gate, columns of zeros.
/// `call` is the scenario as it was asked for, for what to look at next.
std::string summary_text(const Summary& evening, const std::string& call, const Look& look);

/// Several evenings: each headline figure with its interval. Requires at least one.
std::string summary_text(const std::vector<Summary>& evenings, std::size_t asked,
                         const std::string& call, const Look& look);

}  // namespace gateflow
