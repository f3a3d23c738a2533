#pragma once

#include <string>

#include "sim/analysis/summary.hpp"
#include "sim/cli/look.hpp"

/// How an evening felt, and what came after it. Each is empty where the scenario does not ask.
namespace gateflow {

/// All people, then gates and classes where there are several.
std::string feelings_table(const Summary& evening, const Look& look);
std::string aftermath_table(const Summary& evening, const Look& look);

}  // namespace gateflow
