#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

void check_evening(const Scenario& scenario, Findings& findings) {
  findings.unless(is_instant(scenario.start), "evening.start",
                  "the start is not within the forty days an evening can span");
  findings.unless(scenario.until == never || (is_instant(scenario.until) && scenario.until > 0s),
                  "evening.until", "the end is not within the forty days an evening can span");
}

void check_goals(const Scenario& scenario, Findings& findings) {
  const Goals& goals = scenario.goals;
  findings.unless(!goals.p95_wait || (*goals.p95_wait > 0s && *goals.p95_wait <= horizon),
                  "goals.p95_wait_min", "a wait is above 0 and at most forty days");
  findings.unless(!goals.in_by_start || is_chance(*goals.in_by_start), "goals.in_by_start_share",
                  "a share is from 0 to 1");
  if (!goals.density_per_m2) return;
  findings.unless(*goals.density_per_m2 > 0 && *goals.density_per_m2 <= 100, "goals.density_per_m2",
                  "a density is above 0 and at most 100 people per square metre");
  const bool any_zone = std::ranges::any_of(
      scenario.stations, [](const Station& station) { return static_cast<bool>(station.zone); });
  findings.unless(any_zone, "goals.density_per_m2",
                  "no station is in a zone, so no density is known");
}

}  // namespace

std::string item(const std::string& where, std::size_t index) {
  return where + '[' + std::to_string(index) + ']';
}

std::vector<Fault> faults_of(const Scenario& scenario) {
  Findings findings;
  check_evening(scenario, findings);
  check_venue(scenario, findings);
  check_classes(scenario, findings);
  check_sources(scenario, findings);
  check_cases(scenario, findings);
  check_goals(scenario, findings);
  check_season(scenario, findings);
  check_feelings(scenario, findings);
  return findings.take();
}

}  // namespace gateflow
