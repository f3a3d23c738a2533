#pragma once

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/crowd.hpp"

namespace gateflow {

/// Appends the people of a source: their arrivals, classes, gates and groups. A group comes at one
/// instant: its own where arrivals are drawn along a curve, else that of its first member.
///
/// A random number of people (a Poisson process, pulses) is cut at Limits::people in the crowd.
Cohort add_cohort(const Scenario& scenario, const Source& source, Luck luck, Crowd& crowd);

}  // namespace gateflow
