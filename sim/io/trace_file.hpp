#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "sim/io/diagnostic.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/trace/trace.hpp"

/// Trace files: a CSV table with one row a happening, in order, after some lines that begin with
/// `#` and say what it is the trace of:
///
///     # gateflow trace 1
///     # scenario "Club night"
///     # seed 7
///     # replication 0
///     # happenings 4210
///     # signature 9e3779b97f4a7c15
///     time,what,person,station,lane,case,ahead
///     20:04:11.250000,called,17,scan A,2,,
///     20:04:14.000000,blocked,17,scan A,2,,turnstile A
///
/// Times are times of day that go on past 24:00, exact to the microsecond. Persons and the lanes
/// of a station are numbered from 1. A lane is one of the station in its row; `ahead` names the
/// station a person cannot go on to (blocked) or is sent to (stepped-aside). Cells that do not
/// apply are empty.
namespace gateflow {

/// Requires a trace of an evening of that scenario, and no two of its stations or cases of one
/// name: names are all that the file knows of them. Throws CannotWrite.
void write_trace(const Trace& trace, const Scenario& scenario, WholeFile& file);

struct ReadTrace {
  std::optional<Trace> trace;  ///< none if there are faults
  std::vector<Diagnostic> faults;
};

/// Reads back what write_trace wrote; anything else is a fault: other columns, names that the
/// scenario does not have, rows missing or changed.
ReadTrace read_trace(const std::filesystem::path& path, const Scenario& scenario);

}  // namespace gateflow
