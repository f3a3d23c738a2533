#include "sim/analysis/hold_up_kinds.hpp"

namespace gateflow {

namespace {

/// One evening's figures of one kind.
struct Sums {
  std::size_t cases = 0;
  double total_s = 0, direct_s = 0, delayed = 0, missed = 0;
};

Sums sums_of(const HoldUps& evening, CaseId kind) {
  Sums sums;
  for (const HoldUpCost& row : evening.rows) {
    if (row.hold_up.kind != kind) continue;
    ++sums.cases;
    sums.total_s += in_seconds(row.total());
    sums.direct_s += in_seconds(row.direct());
    sums.delayed += row.delayed;
    sums.missed += row.starts_missed;
  }
  return sums;
}

double share_of(const HoldUps& evening, const std::string& kind) {
  double charged = 0;
  for (const CauseShare& cause : evening.causes)
    if (cause.kind == CauseKind::Case && cause.of == kind) charged += in_seconds(cause.waited);
  return evening.waited > Time{} ? charged / in_seconds(evening.waited) : 0;
}

}  // namespace

std::vector<HoldUpKind> hold_up_kinds(const Scenario& scenario,
                                      const std::vector<HoldUps>& evenings) {
  std::vector<HoldUpKind> kinds;
  for (const CaseId kind : keys_of(scenario.cases)) {
    const std::string& name = scenario.cases[kind].name;
    std::vector<double> cases, total_s, direct_s, delayed, missed, shares;
    for (const HoldUps& evening : evenings) {
      const Sums sums = sums_of(evening, kind);
      const auto n = static_cast<double>(sums.cases);
      cases.push_back(n);
      shares.push_back(share_of(evening, name));
      if (sums.cases == 0) continue;
      total_s.push_back(sums.total_s / n);
      direct_s.push_back(sums.direct_s / n);
      delayed.push_back(sums.delayed / n);
      missed.push_back(sums.missed / n);
    }
    if (total_s.empty()) continue;
    kinds.push_back({name, estimate(cases), estimate(total_s), estimate(direct_s),
                     estimate(delayed), estimate(missed), estimate(shares)});
  }
  return kinds;
}

}  // namespace gateflow
