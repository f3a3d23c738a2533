#pragma once

#include <span>
#include <vector>

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/crowd/order.hpp"
#include "sim/crowd/routes.hpp"

namespace gateflow {

/// Fills `cases` by chance, by row and then in the scenario's order of cases, while people are
/// still cohort by cohort. Somebody who would have two at one touchpoint has the first of them.
void draw_cases(const Scenario& scenario, const Routes& routes, std::span<const Cohort> cohorts,
                Crowd& crowd);

/// Adds what is scripted for the n-th person to come, in place of any other case they have at that
/// touchpoint; where fewer come, it happens to nobody. Still by row.
void add_scripted_cases(const Scenario& scenario, std::span<const Cohort> cohorts,
                        const ArrivalOrder& order, Crowd& crowd);

/// Brings the cases into the order of persons, and fills `first_case`.
void order_cases(const ArrivalOrder& order, Crowd& crowd);

}  // namespace gateflow
