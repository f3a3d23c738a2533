#pragma once

#include <string>

#include "sim/analysis/break_even.hpp"
#include "sim/cli/look.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// How long a lane should be held, station by station and stretch by stretch.
std::string advice_text(const Scenario& scenario, const BreakEvens& advice,
                        const BreakEvenAsked& asked, const Look& look);

}  // namespace gateflow
