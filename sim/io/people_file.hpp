#pragma once

#include "sim/analysis/accounts.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/trace/trace.hpp"

namespace gateflow {

/// A CSV table with a row for every visit of every person to a station, person by person, and one
/// row for who never came to any. Columns:
///
/// - person (numbered from 1 in order of arrival), class, gate, group (number of its first
///   member), arrived;
/// - visit (numbered from 1), station, lane (from 1, the last they stood before or were served
///   in), came, waited_s, called, case, blocked_s, left, visit_end;
/// - outcome, ended (when), in_by_start (yes or no), late_s (of those admitted after the start);
/// - where the scenario asks how it felt: felt_wait_s, offended (yes or no), satisfaction (0 to 1),
///   value_lost; and what came after it: complaint (empty, closed, public, or turned-public);
/// - brought, cost_to_serve: where `money` is not empty, the person's, on each of their rows.
///
/// Instants are times of day such as 19:32:05.250000 that go on past 24:00, spans are seconds with
/// six decimals, both exact. Cells that do not apply are empty. Who still waits at `cut` has waited
/// until then. Throws CannotWrite.
void write_people(const Scenario& scenario, const Crowd& crowd, const Trace& trace, Time cut,
                  const Table<PersonId, PersonMoney>& money, WholeFile& file);

}  // namespace gateflow
