#pragma once

#include <span>

#include "sim/crowd/crowd.hpp"

namespace gateflow {

/// The crowd of these people alone, numbered anew in their order, each with all their draws.
/// Requires ascending people; a group is in it whole or not at all.
Crowd part_of(const Crowd& crowd, std::span<const PersonId> people);

}  // namespace gateflow
