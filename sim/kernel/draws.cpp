#include "sim/kernel/draws.hpp"

#include "sim/kernel/philox.hpp"

namespace gateflow {

double Stream::operator()(std::uint64_t index) const {
  return draws_of_block(luck_, stream_, index / 2)[index % 2];
}

void Stream::fill(std::uint64_t first, std::span<double> out) const {
  if (out.empty()) return;
  if (first % 2 == 1) {
    out.front() = (*this)(first);
    return fill(first + 1, out.subspan(1));
  }
  draws_of_blocks(luck_, stream_, first / 2, out);
  if (out.size() % 2 == 1) out.back() = (*this)(first + out.size() - 1);
}

}  // namespace gateflow
