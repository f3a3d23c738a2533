#include "sim/analysis/how_it_felt.hpp"

#include <vector>

#include "sim/analysis/accounts.hpp"
#include "sim/analysis/aftermath_report.hpp"
#include "sim/analysis/felt_wait.hpp"
#include "sim/analysis/wait_figures.hpp"

namespace gateflow {
namespace {

/// Counts one group while everyone passes by.
struct FeltCount {
  std::vector<Time> felt;
  FeltFigures figures;
  double all_felt = 0, all_waited = 0, satisfaction = 0;

  void add(const Opinion& opinion) {
    felt.push_back(opinion.felt);
    all_felt += static_cast<double>(opinion.felt.count());
    all_waited += static_cast<double>(opinion.waited.count());
    figures.beyond_expectation += opinion.beyond_expectation;
    figures.offended += opinion.offended;
    figures.value_lost += opinion.value_lost;
    satisfaction += opinion.satisfaction;
  }

  FeltFigures finished() {
    const WaitFigures waits = wait_figures(felt);
    figures.people = waits.people;
    figures.mean = waits.mean;
    figures.p95 = waits.p95;
    if (all_waited > 0) figures.to_actual = all_felt / all_waited;
    if (waits.people > 0) figures.satisfaction = satisfaction / static_cast<double>(waits.people);
    return figures;
  }
};

/// To all, at each gate, to each class.
void tell_feelings(const Scenario& scenario, const Crowd& crowd, const Opinions& opinions,
                   Summary& summary) {
  FeltCount all;
  Table<GateId, FeltCount> gates(scenario.gates.size());
  Table<ClassId, FeltCount> classes(scenario.classes.size());
  for (const PersonId person : keys<PersonId>(opinions.people())) {
    if (!opinions.came(person)) continue;
    const Opinion opinion = opinions.of(person);
    all.add(opinion);
    gates[crowd.gate_of(person)].add(opinion);
    classes[crowd.class_of(person)].add(opinion);
  }
  summary.all.felt = all.finished();
  for (const GateId gate : keys_of(gates))
    summary.gates[gate.index()].felt = gates[gate].finished();
  for (const ClassId id : keys_of(classes))
    summary.classes[id.index()].felt = classes[id].finished();
}

}  // namespace

void tell_how_it_felt(const Scenario& scenario, const Crowd& crowd, Experience& experience,
                      Summary& summary) {
  experience.close(summary.end);
  const Opinions opinions(scenario, crowd, experience, summary.end);
  tell_feelings(scenario, crowd, opinions, summary);
  if (!scenario.aftermath) return;
  summary.aftermath = AftermathReport(scenario, crowd, experience, opinions).figures();
  if (summary.money)
    summary.money->complaints = cost_of_complaints(*scenario.money, *summary.aftermath);
}

}  // namespace gateflow
