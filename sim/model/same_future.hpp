#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/world.hpp"

namespace gateflow {

/// Whether two evenings of that crowd, run until the same instant, go on alike from here: whatever
/// happens to somebody in one of them happens to the same person in the other, at the same time.
///
/// True is proven, never assumed: everything that the rest of the evening depends on is compared.
/// What it does not depend on is left out: which number a guest has, when waits began (where nobody
/// runs out of patience), bookings that nobody waits for any more, and which of several lanes is
/// which, where exchanging them changes nothing. False may be a pair that would go on alike.
///
/// Takes time in the number of people present; a difference is mostly found at once.
bool same_future(const Floor& floor, const Crowd& crowd, const World& a, const World& b);

}  // namespace gateflow
