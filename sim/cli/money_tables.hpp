#pragma once

#include <string>

#include "sim/analysis/summary.hpp"
#include "sim/cli/look.hpp"

namespace gateflow {

/// An evening in money, by position and by kind of case; empty where nobody counts it.
std::string money_tables(const Summary& evening, const Look& look);

}  // namespace gateflow
