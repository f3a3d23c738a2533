#include "sim/analysis/cut_off.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>

namespace gateflow {
namespace {

/// Over stretches that double, so that a short body and a long tail are both met.
template <class Function>
double integral(const Function& f, double to) {
  using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
  double sum = 0;
  double from = 0;
  for (double end = std::min(to, 1.0); from < to; from = end, end = std::min(to, 2 * end))
    sum += Rule::integrate(f, from, end, 10, 1e-12);
  return sum;
}

}  // namespace

CutOff cut_off_at(const CutLane& lane, double at) {
  const double first = integral(lane.longer_than, at);
  const double second = integral([&](double t) { return 2 * t * lane.longer_than(t); }, at);
  const double load = lane.arrivals_per_s * first;
  CutOff out{.at = at, .mean_wait = 0, .share_aside = lane.longer_than(at), .cost = 0};
  out.mean_wait = load < 1 ? lane.arrivals_per_s * second / (2 * (1 - load))
                           : std::numeric_limits<double>::infinity();
  out.cost = out.mean_wait + lane.aside_cost_s * out.share_aside;
  return out;
}

CutOff best_cut_off(const CutLane& lane, double least, double most) {
  constexpr unsigned looks = 200;
  const auto age = [&](double k) {
    return least + (most - least) * (std::exp2(10 * k / looks) - 1) / 1023;
  };
  unsigned best = 0;  // of infinite costs, the first
  for (unsigned k = 1; k <= looks; ++k)
    if (cut_off_at(lane, age(k)).cost < cut_off_at(lane, age(best)).cost) best = k;
  if (std::isinf(cut_off_at(lane, age(best)).cost)) return cut_off_at(lane, age(best));
  const double low = age(best == 0 ? 0 : best - 1.0);
  double high = age(std::min(best + 1.0, double{looks}));
  while (std::isinf(cut_off_at(lane, high).cost)) high = (age(best) + high) / 2;
  const auto [at, cost] = boost::math::tools::brent_find_minima(
      [&](double t) { return cut_off_at(lane, t).cost; }, low, high, 40);
  // The least cost may lie at an end, where no slope leads to it.
  for (const double end : {low, high})
    if (cut_off_at(lane, end).cost <= cost) return cut_off_at(lane, end);
  return cut_off_at(lane, at);
}

}  // namespace gateflow
