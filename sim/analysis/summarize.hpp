#pragma once

#include "sim/analysis/summary.hpp"
#include "sim/analysis/tally.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

/// The figures of an evening that has run with this tally as its sink.
/// Who still waits when it is cut has waited until then; a lane that is still open or busy has
/// been so until then.
Summary summarize(const Floor& floor, const Crowd& crowd, Tally tally);

}  // namespace gateflow
