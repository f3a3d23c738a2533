#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sim/kernel/draws.hpp"

namespace gateflow {

/// The two draws of one block of Philox4x32-10: key = seed, counter = (block, stream, replication).
std::array<double, 2> draws_of_block(const Luck& luck, std::uint32_t stream, std::uint64_t block);

/// The draws of one block after the other, of as many whole blocks as there is room for: the same
/// bits, several times faster.
void draws_of_blocks(const Luck& luck, std::uint32_t stream, std::uint64_t first_block,
                     std::span<double> out);

}  // namespace gateflow
