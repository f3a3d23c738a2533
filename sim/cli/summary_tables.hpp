#pragma once

#include <string>
#include <vector>

#include "sim/analysis/summary.hpp"
#include "sim/cli/look.hpp"

/// The tables of one evening. Each is empty where it would say nothing.
namespace gateflow {

std::string goals_table(const std::vector<GoalFigures>& goals, const Look& look);
/// All people, then gates and classes where there are several.
std::string people_table(const Summary& evening, const Look& look);
std::string stations_table(const Summary& evening, const Look& look);
std::string cases_table(const Summary& evening, const Look& look);
std::string zones_table(const Summary& evening, const Look& look);

/// "95 % wait at most 10 min", and the figure alone in the unit of its goal.
std::string goal_in_words(GoalKind kind, double asked);
std::string goal_value(GoalKind kind, double value);

/// Long names in tables are cut.
std::string short_name(const std::string& name);

}  // namespace gateflow
