#pragma once

#include <vector>

#include "sim/analysis/summary.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Each goal that was stated, and whether these figures meet it, in the order of `Goals`.
std::vector<GoalFigures> judge(const Goals& goals, const GroupFigures& all,
                               const std::vector<ZoneFigures>& zones);

/// Whether what was found is what was asked for, or better.
bool meets(GoalKind kind, double asked, double found);

}  // namespace gateflow
