#include "sim/crowd/people_with_cases.hpp"

#include <algorithm>

#include "sim/crowd/purpose.hpp"

namespace gateflow {
namespace {

/// In a crowd of that roughness, cumulated; empty where nobody has a temper.
std::vector<double> cumulated_shares(const Scenario& scenario) {
  const double rough = scenario.house.roughness;
  std::vector<double> up_to;
  double sum = 0;
  for (const Temper& t : scenario.tempers)
    up_to.push_back(sum += (1 - rough) * t.polite_share + rough * t.rough_share);
  for (double& share : up_to) share /= sum;
  return up_to;
}

TemperId temper_at(const std::vector<double>& up_to, double u) {
  const auto at = std::ranges::upper_bound(up_to, u);
  return TemperId{static_cast<std::size_t>(at - up_to.begin())};
}

std::vector<CaseId> others_at(const Scenario& scenario, CaseId kind) {
  std::vector<CaseId> others;
  for (const CaseId id : keys_of(scenario.cases))
    if (id != kind && scenario.cases[id].touchpoint == scenario.cases[kind].touchpoint)
      others.push_back(id);
  return others;
}

}  // namespace

PeopleWithCases::PeopleWithCases(const Scenario& scenario, CaseId kind, std::string_view owner,
                                 Luck luck)
    : scenario_(scenario),
      house_(scenario.house),
      others_(others_at(scenario, kind)),
      up_to_(cumulated_shares(scenario)),
      told_(stream_of(luck, owner, "told")),
      temper_(stream_of(luck, owner, "temper")),
      triage_(stream_of(luck, owner, "triage", scenario.cases[kind].name)) {}

TemperId PeopleWithCases::temper(std::size_t ordinal) const {
  return up_to_.empty() ? TemperId{} : temper_at(up_to_, temper_(ordinal));
}

TemperId PeopleWithCases::temper_of(const Scenario& scenario, double u) {
  const std::vector<double> up_to = cumulated_shares(scenario);
  return up_to.empty() ? TemperId{} : temper_at(up_to, u);
}

CaseId PeopleWithCases::taken_for(std::size_t ordinal) const {
  if (house_.triage_error == 0 || others_.empty()) return {};
  const double u = triage_(ordinal);
  if (u >= house_.triage_error) return {};
  const double which = u / house_.triage_error * static_cast<double>(others_.size());
  return others_[static_cast<std::size_t>(which)];
}

double PeopleWithCases::seconds(const Distribution& law, double u, TemperId temper) const {
  const double calm = by_script(house_, law, quantile(law, u));
  return temper ? calm * scenario_.tempers[temper].handling : calm;
}

}  // namespace gateflow
