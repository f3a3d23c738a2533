#pragma once

#include <cstddef>
#include <span>

#include "sim/kernel/draws.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/audience.hpp"

namespace gateflow {

/// Appends so many instants in ascending order, distributed as independent ones with the curve as
/// their density would be once sorted.
void add_spread_along(std::span<const Knot> curve, std::size_t instants, const Stream& stream,
                      Table<PersonId, Time>& arrival);

/// Appends the instants of a Poisson process whose rate is the curve divided by `people_each`, in
/// ascending order, but not more than `limit`. Returns how many.
std::size_t add_poisson_along(std::span<const Knot> curve, double people_each, std::size_t limit,
                              const Stream& stream, Table<PersonId, Time>& arrival);

}  // namespace gateflow
