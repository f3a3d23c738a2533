#include "sim/crowd/shares.hpp"

#include <cassert>

namespace gateflow {

Shares::Shares(std::span<const Choice> choices) {
  double sum = 0;
  for (const Choice& choice : choices) {
    if (choice.share <= 0) continue;
    which_.push_back(choice.which);
    up_to_.push_back(sum += choice.share);
  }
  assert(sum > 0 && which_.size() <= 255);
  for (double& bound : up_to_) bound /= sum;

  std::uint8_t i = 0;
  for (int cell = 0; cell < cells; ++cell) {
    while (cell >= up_to_[i] * cells) ++i;
    first_in_cell_[static_cast<std::size_t>(cell)] = i;
  }
}

}  // namespace gateflow
