#include "sim/analysis/goals.hpp"

#include <algorithm>

namespace gateflow {
namespace {

/// Nobody came: nobody is late.
double share_in_by_start(const GroupFigures& all) {
  const std::size_t came = all.outcomes.came();
  if (came == 0 || !all.punctuality) return 1;
  return static_cast<double>(all.punctuality->in_by_start) / static_cast<double>(came);
}

GoalFigures goal(GoalKind kind, double asked, double found) {
  return {kind, asked, found, {}, meets(kind, asked, found)};
}

GoalFigures density_goal(double asked, const std::vector<ZoneFigures>& zones) {
  const auto densest = std::ranges::max_element(zones, {}, &ZoneFigures::peak_per_m2);
  if (densest == zones.end()) return goal(GoalKind::Density, asked, 0);
  GoalFigures figures = goal(GoalKind::Density, asked, densest->peak_per_m2);
  figures.zone = densest->name;
  figures.met = std::ranges::all_of(
      zones, [](const ZoneFigures& zone) { return zone.first_above_goal == never; });
  return figures;
}

}  // namespace

bool meets(GoalKind kind, double asked, double found) {
  return kind == GoalKind::InByStart ? found >= asked : found <= asked;
}

std::vector<GoalFigures> judge(const Goals& goals, const GroupFigures& all,
                               const std::vector<ZoneFigures>& zones) {
  std::vector<GoalFigures> figures;
  if (goals.p95_wait)
    figures.push_back(
        goal(GoalKind::P95Wait, in_seconds(*goals.p95_wait), in_seconds(all.waits.p95)));
  if (goals.in_by_start)
    figures.push_back(goal(GoalKind::InByStart, *goals.in_by_start, share_in_by_start(all)));
  if (goals.density_per_m2) figures.push_back(density_goal(*goals.density_per_m2, zones));
  return figures;
}

}  // namespace gateflow
