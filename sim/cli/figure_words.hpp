#pragma once

#include <string>

#include "sim/analysis/figures.hpp"
#include "sim/cli/look.hpp"

/// Figures of a summary in tables.
namespace gateflow {

std::string in_words(Unit unit, double value);

/// How far from the mean: shares in percentage points, instants in time.
std::string distance_in_words(Unit unit, double value);

/// "4m47s ± 12s"; "-" of none.
std::string mean_in_words(Unit unit, const Estimate& estimate, const Look& look);

/// The same of a difference, with its sign: "+36 ± 4".
std::string change_in_words(Unit unit, const Estimate& change, const Look& look);

}  // namespace gateflow
