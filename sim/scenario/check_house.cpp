#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

bool is_factor(double factor) {
  return factor >= 0 && factor <= 1000;
}

void check_tempers(const Scenario& scenario, Findings& findings) {
  check_names(scenario.tempers, "temper", findings);
  double polite = 0, rough = 0;
  for (const Temper& t : scenario.tempers) {
    const std::string where = "temper." + t.name;
    findings.unless(is_weight(t.polite_share), where + ".polite_share", "a share is 0 or more");
    findings.unless(is_weight(t.rough_share), where + ".rough_share", "a share is 0 or more");
    findings.unless(t.handling > 0 && is_factor(t.handling), where + ".handling_factor",
                    "a factor is above 0 and at most 1000");
    findings.unless(is_factor(t.argues), where + ".argues_factor", "a factor is from 0 to 1000");
    findings.unless(is_factor(t.loud), where + ".loud_factor", "a factor is from 0 to 1000");
    polite += t.polite_share;
    rough += t.rough_share;
  }
  const double r = scenario.house.roughness;
  findings.unless(scenario.tempers.empty() || (1 - r) * polite + r * rough > 0, "temper",
                  "nobody has any of the tempers: all their shares are 0");
}

}  // namespace

void check_house(const Scenario& scenario, Findings& findings) {
  const House& house = scenario.house;
  if (house.supervisors) {
    findings.unless(house.supervisors->count >= 1, "supervisors.count", "there is one at least");
    findings.unless(is_instant(house.supervisors->walk), "supervisors.walk_s",
                    "a walk lasts 0 s to forty days");
  }
  findings.unless(is_chance(house.told), "house.told_share", "a share is from 0 to 1");
  findings.unless(is_factor(house.told_argues), "house.told_argues_factor",
                  "a factor is from 0 to 1000");
  findings.unless(is_factor(house.script_handling), "house.script_handling_factor",
                  "a factor is from 0 to 1000");
  findings.unless(is_chance(house.script_spread), "house.script_spread_factor",
                  "a spread is from 0 to 1");
  findings.unless(is_chance(house.triage_error), "house.triage_error_share",
                  "a share is from 0 to 1");
  findings.unless(is_instant(house.triage_notice), "house.triage_notice_s",
                  "noticing lasts 0 s to forty days");
  findings.unless(is_factor(house.scene_slows), "house.scene_slows_share",
                  "a share is from 0 to 1000");
  findings.unless(is_instant(house.scene_lasts), "house.scene_lasts_min",
                  "a scene is felt for 0 minutes to forty days");
  findings.unless(is_chance(house.roughness), "crowd.roughness", "a roughness is from 0 to 1");
  check_tempers(scenario, findings);
}

}  // namespace gateflow
