#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "sim/kernel/draws.hpp"
#include "sim/scenario/audience.hpp"

namespace gateflow {

/// The people of one source: neighbours in every column until the whole crowd is put in order, in
/// the order of their ordinals within the source.
struct Cohort {
  const Source* source = nullptr;
  std::size_t first = 0;  ///< row of ordinal 0
  std::size_t people = 0;
};

/// Columns are drawn in blocks that stay in the nearest cache.
inline constexpr std::size_t block_size = 2048;

/// Calls use(offset, uniforms) block by block for the draws first, ..., first + count - 1 of a
/// stream; offsets count from 0. The uniforms may be overwritten.
template <class Use>
void for_each_block(const Stream& stream, std::size_t first, std::size_t count, Use use) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): each one is drawn before it is used
  std::array<double, block_size> uniforms;
  for (std::size_t done = 0; done < count; done += block_size) {
    const std::span<double> block{uniforms.data(), std::min(block_size, count - done)};
    stream.fill(first + done, block);
    use(done, block);
  }
}

}  // namespace gateflow
