#include "sim/crowd/mix.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

#include "sim/crowd/cohort.hpp"

namespace gateflow {

std::vector<GateId> Mix::gates_of(const Scenario& scenario, ClassId ticket_class) {
  std::vector<GateId> gates;
  const auto& route = scenario.classes[ticket_class].route;
  for (const GateId gate : keys_of(route))
    if (!route[gate].empty() && scenario.gates[gate].share > 0) gates.push_back(gate);
  return gates;
}

void Mix::set(ClassId ticket_class, GateId gate, const Distribution* distribution) {
  if (distribution == nullptr) {
    for_all_ = false;
    return;
  }
  const auto same = std::ranges::find_if(
      parts_, [&](const Distribution* part) { return *part == *distribution; });
  const auto part = static_cast<std::uint8_t>(same - parts_.begin());
  assert(part < nobody);
  part_of_[ticket_class.index() * gates_ + gate.index()] = part;
  if (same == parts_.end()) parts_.push_back(distribution);
}

void Mix::to_values(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                    std::span<double> uniforms) const {
  if (for_all_ && parts_.size() == 1)
    quantiles(*parts_.front(), uniforms);
  else
    part_by_part(classes, gates, uniforms);
}

/// Sorts the block by part, so that each part's quantiles are taken in one go.
void Mix::part_by_part(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                       std::span<double> uniforms) const {
  assert(uniforms.size() <= block_size);
  std::array<std::uint8_t, block_size> part{};
  std::array<std::uint16_t, nobody + 2> begin{};
  for (std::size_t i = 0; i < uniforms.size(); ++i) {
    part[i] = part_of_[classes[i] * gates_ + gates[i]];
    ++begin[part[i] + std::size_t{1}];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());

  std::array<double, block_size> sorted{};
  std::array<std::uint16_t, block_size> place{};
  auto next = begin;
  for (std::size_t i = 0; i < uniforms.size(); ++i) {
    place[i] = next[part[i]]++;
    sorted[place[i]] = uniforms[i];
  }
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    const auto count = static_cast<std::size_t>(begin[p + 1] - begin[p]);
    quantiles(*parts_[p], {sorted.data() + begin[p], count});
  }
  std::fill(sorted.begin() + begin[nobody], sorted.end(), none_);
  for (std::size_t i = 0; i < uniforms.size(); ++i) uniforms[i] = sorted[place[i]];
}

}  // namespace gateflow
