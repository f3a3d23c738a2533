#pragma once

#include <span>
#include <vector>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// Work that comes to a desk at an instant and takes so long.
struct DeskWork {
  Time comes{};
  Time takes{};
};

/// When each piece is done by so many people, first come, first served. Requires work in the order
/// in which it comes, within forty days, and at least one to do it. Nothing takes longer than a
/// hundred years.
std::vector<Time> done_in_order(std::span<const DeskWork> work, unsigned servers);

}  // namespace gateflow
