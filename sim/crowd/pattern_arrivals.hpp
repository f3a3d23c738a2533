#pragma once

#include <cstddef>
#include <vector>

#include "sim/kernel/draws.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/audience.hpp"

namespace gateflow {

/// People of each stretch of a pattern (an interval, a batch, a pulse), in order. No group reaches
/// from one into the next.
using Sections = std::vector<std::size_t>;

// These append an instant a person, by ordinal and not always sorted, and return the sections.

/// People of an interval come at independent uniform instants in [from, to). With batches those
/// are the batches' instants; the first ones have one person more where the number does not divide
/// evenly, and each person follows their batch by a spread of their own.
Sections add_arrivals(const ArrivalCounts& counts, const Source& source, Luck luck,
                      Table<PersonId, Time>& arrival);

/// The stamps, sorted; one section.
Sections add_arrivals(const ArrivalStamps& stamps, const Source& source, Luck luck,
                      Table<PersonId, Time>& arrival);

/// Each pulse with a delay and a size of its own (rounded half up, at least 0), each person after
/// their pulse by a spread of their own. Stops where the crowd would outgrow Limits::people.
Sections add_arrivals(const ArrivalPulses& pulses, const Source& source, Luck luck,
                      Table<PersonId, Time>& arrival);

}  // namespace gateflow
