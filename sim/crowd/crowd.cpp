#include "sim/crowd/crowd.hpp"

#include <vector>

#include "sim/crowd/arrivals.hpp"
#include "sim/crowd/case_draws.hpp"
#include "sim/crowd/columns.hpp"
#include "sim/crowd/groups.hpp"
#include "sim/crowd/order.hpp"
#include "sim/crowd/routes.hpp"

namespace gateflow {
namespace {

std::vector<Cohort> add_cohorts(const Scenario& scenario, Luck luck, Crowd& crowd) {
  std::vector<Cohort> cohorts;
  for (const Source& source : scenario.sources)
    cohorts.push_back(add_cohort(scenario, source, luck, crowd));
  if (!crowd.group.empty()) fill_up_groups(crowd);
  return cohorts;
}

void order_groups(const ArrivalOrder& order, Crowd& crowd) {
  if (order.is_kept()) return;
  order.apply(crowd.group);  // still by the row of the first
  PersonId first;
  for (const PersonId person : keys_of(crowd.group)) {
    if (crowd.group[person].index() == order.row(person)) first = person;
    crowd.group[person] = first;
  }
}

void put_in_order(const ArrivalOrder& order, Crowd& crowd) {
  order_cases(order, crowd);
  order.apply(crowd.arrival);
  order.apply(crowd.ticket_class);
  order.apply(crowd.gate);
  order_groups(order, crowd);
  order.apply(crowd.patience);
  order.apply(crowd.baulk_at);
  order.apply(crowd.ticket);
  order.apply(crowd.absent);
  order.apply(crowd.of_source);
  for (auto& column : crowd.effort) order.apply(column);
  for (auto& column : crowd.approach) order.apply(column);
}

}  // namespace

std::span<const CaseRow> Crowd::cases_of(PersonId person) const {
  if (cases.empty()) return {};
  const std::size_t first = first_case[person];
  std::size_t end = first;
  while (end < cases.size() && cases[end].person == person) ++end;
  return std::span(cases).subspan(first, end - first);
}

Crowd draw_crowd(const Scenario& scenario, Luck luck) {
  Crowd crowd;
  crowd.luck = luck;
  const std::vector<Cohort> cohorts = add_cohorts(scenario, luck, crowd);
  const Routes routes(scenario);
  draw_efforts(scenario, routes, cohorts, crowd);
  draw_patience(scenario, cohorts, crowd);
  draw_baulking(scenario, cohorts, crowd);
  draw_absence(scenario, cohorts, crowd);
  draw_approaches(scenario, cohorts, crowd);
  draw_tickets(scenario, cohorts, crowd);
  number_by_source(scenario, cohorts, crowd);
  draw_cases(scenario, routes, cohorts, crowd);

  const ArrivalOrder order(crowd.arrival);
  add_scripted_cases(scenario, cohorts, order, crowd);
  put_in_order(order, crowd);
  return crowd;
}

}  // namespace gateflow
