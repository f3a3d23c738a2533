#include "sim/crowd/curve.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace gateflow {

CumulativeCurve::CumulativeCurve(std::span<const Knot> knots) {
  double sum = 0;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const double begin = in_seconds(knots[i - 1].at);
    const double end = in_seconds(knots[i].at);
    const double from = knots[i - 1].rate;
    const double to = knots[i].rate;
    const double people = (from + to) / 2 * (end - begin);
    assert(people >= 0);
    if (people <= 0) continue;
    stretches_.push_back({begin, end, from, (to - from) / (end - begin), sum, sum + people});
    sum += people;
  }
}

void CumulativeCurve::Walk::to_instants(std::span<double> counts) {
  const std::vector<Stretch>& stretches = curve_.stretches_;
  assert(counts.empty() || !stretches.empty());
  while (!counts.empty()) {
    const bool last = at_ + 1 == stretches.size();
    const auto end = last ? counts.end() : std::ranges::lower_bound(counts, stretches[at_].above);
    const auto here = static_cast<std::size_t>(end - counts.begin());
    CumulativeCurve::to_instants(stretches[at_], counts.first(here));
    counts = counts.subspan(here);
    if (!counts.empty()) ++at_;
  }
}

void CumulativeCurve::to_instants(const Stretch& stretch, std::span<double> counts) {
  const auto [begin, end, rate, slope, below, above] = stretch;
  if (slope == 0) {
    for (double& y : counts) y = std::min(begin + (y - below) / rate, end);
    return;
  }
  // The root of rate x + slope x^2 / 2 = y - below that stays exact as the slope goes to 0.
  for (double& y : counts) {
    const double people = y - below;
    const double rate_then = std::sqrt(std::max(rate * rate + 2 * slope * people, 0.0));
    const double span = 2 * people / std::max(rate + rate_then, std::numeric_limits<double>::min());
    y = std::min(begin + span, end);
  }
}

}  // namespace gateflow
