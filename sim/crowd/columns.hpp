#pragma once

#include <span>

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/crowd/routes.hpp"

namespace gateflow {

// These draw one kind of column each, for people whose class and gate are known. A column that
// nobody needs stays empty.

/// Ordinary service wherever a station lies on somebody's route.
void draw_efforts(const Scenario& scenario, const Routes& routes, std::span<const Cohort> cohorts,
                  Crowd& crowd);

void draw_patience(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);
void draw_baulking(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);
void draw_absence(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);

/// Where people come up to stations at which the nearest or any lane is chosen.
void draw_approaches(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);

/// What their tickets say, where a station goes by it.
void draw_tickets(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);

/// Who is who, where the scenario asks how it felt.
void number_by_source(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd);

}  // namespace gateflow
