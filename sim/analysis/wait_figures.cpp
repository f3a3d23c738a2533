#include "sim/analysis/wait_figures.hpp"

#include <algorithm>

namespace gateflow {
namespace {

/// Index of the quantile by nearest rank in a sorted sample of n >= 1.
std::size_t rank_of(std::size_t percent, std::size_t n) {
  return (percent * n + 99) / 100 - 1;
}

}  // namespace

WaitFigures wait_figures(std::span<Time> waits) {
  if (waits.empty()) return {};
  SpanSum sum;
  for (const Time wait : waits) sum.add(wait);

  WaitFigures figures{.people = waits.size(), .mean = sum.mean()};
  // Each quantile parts the sample, so the next need only look above it.
  auto from = waits.begin();
  const auto quantile = [&](std::size_t percent) {
    const auto at = waits.begin() + static_cast<std::ptrdiff_t>(rank_of(percent, waits.size()));
    std::nth_element(from, at, waits.end());
    from = at;
    return *at;
  };
  figures.p50 = quantile(50);
  figures.p95 = quantile(95);
  figures.p99 = quantile(99);
  figures.longest = *std::max_element(from, waits.end());
  return figures;
}

}  // namespace gateflow
