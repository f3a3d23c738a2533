#pragma once

#include "sim/analysis/experience.hpp"
#include "sim/analysis/summary.hpp"

namespace gateflow {

/// Adds to the summary of an evening how it felt, to all, at each gate and to each class, and what
/// came after it, where the scenario asks. Closes the experience.
void tell_how_it_felt(const Scenario& scenario, const Crowd& crowd, Experience& experience,
                      Summary& summary);

}  // namespace gateflow
