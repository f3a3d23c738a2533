#include "sim/model/holding_limit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gateflow {
namespace {

/// Ages of a case, ascending from 0, by the script.
struct Ages {
  std::vector<double> age, done;  ///< and the share that has come to its end by then
  std::vector<double> rest;       ///< integral of what is left, up to the next age
};

/// Drawn times at which another 2 % of what was left have come to their end, until 0.1 % are left;
/// and no two further apart than a hundredth of the whole, where nothing ends between.
std::vector<double> drawn_times(const Distribution& law) {
  std::vector<double> times{0};
  const double last = quantile(law, 0.999), widest = last / 100;
  const auto go_to = [&](double time) {
    while (time > times.back() + 1.5 * widest) times.push_back(times.back() + widest);
    if (time > times.back()) times.push_back(time);
  };
  for (double left = 0.98; left > 0.001; left *= 0.98) go_to(quantile(law, 1 - left));
  go_to(last);
  return times;
}

/// Of 1 - F, by the midpoint rule, which meets steps of the law at the ends of the stretch.
double integral_of_rest(const Distribution& law, double from, double to) {
  constexpr unsigned parts = 4;
  double sum = 0;
  for (unsigned k = 0; k < parts; ++k) sum += 1 - cdf(law, from + (to - from) * (k + 0.5) / parts);
  return sum * (to - from) / parts;
}

/// The script's law is never turned round: each age comes with the share of the drawn time it is
/// of. A script that draws times to their mean lets none end before a first one.
Ages ages_of(const HandlingLaw& law) {
  const std::vector<double> drawn = drawn_times(law.drawn_s);
  const double first = law.scripted(0), widest = law.scripted(drawn.back()) / 100;
  Ages ages;
  for (double age = 0; age < first; age += widest) {
    ages.age.push_back(age);
    ages.done.push_back(0);
    ages.rest.push_back(std::min(widest, first - age));
  }
  const double scale = law.house.script_spread * law.house.script_handling;
  for (std::size_t k = 0; k < drawn.size(); ++k) {
    const bool last = k + 1 == drawn.size();
    ages.age.push_back(law.scripted(drawn[k]));
    ages.done.push_back(cdf(law.drawn_s, drawn[k]));
    ages.rest.push_back(last ? 0 : scale * integral_of_rest(law.drawn_s, drawn[k], drawn[k + 1]));
  }
  return ages;
}

/// At each age, with further stretches that end at a later one.
std::vector<double> completion_rates(const Ages& ages) {
  const std::size_t n = ages.age.size();
  std::vector<double> rates(n, 0);
  for (std::size_t k = 0; k + 1 < n; ++k) {
    double held = 0;
    for (std::size_t to = k + 1; to < n; ++to) {
      held += ages.rest[to - 1];
      if (held > 0) rates[k] = std::max(rates[k], (ages.done[to] - ages.done[k]) / held);
    }
  }
  if (n > 1) rates.back() = rates[n - 2];
  return rates;
}

/// Where a law ends, if it does: beyond, nothing is known of a case that still goes on.
double end_of(const Distribution& law) {
  const double far = quantile(law, 1 - 1e-9), further = quantile(law, 1 - 1e-12);
  return further <= far * (1 + 1e-6) ? further : std::numeric_limits<double>::infinity();
}

}  // namespace

HoldingLimit::HoldingLimit(const LineLimit& limit, const HandlingLaw& handling) {
  if (const auto* waiting = std::get_if<UntilWaiting>(&limit))
    enough_.push_back({Time{}, static_cast<double>(waiting->people)});
  const auto* dearer = std::get_if<UntilDearer>(&limit);
  if (dearer == nullptr) return;
  by_law_ = true;
  const double weight = in_seconds(dearer->aside_cost) * (1 - dearer->load);
  const Ages ages = ages_of(handling);
  const std::vector<double> rates = completion_rates(ages);
  for (std::size_t k = 0; k < rates.size(); ++k)
    enough_.push_back({from_seconds(ages.age[k]), weight * rates[k]});
  const double end = end_of(handling.drawn_s);
  if (std::isfinite(end)) enough_.push_back({from_seconds(handling.scripted(end)) + Time{1}, 0});
}

Time HoldingLimit::age(unsigned behind, Time from, double stretch) const {
  const bool stretched = by_law_ && stretch != 1;
  const Time by_law = stretched ? from_seconds(in_seconds(from) / stretch) : from;
  const double people = stretched ? behind * stretch : behind;
  const auto after = std::ranges::upper_bound(enough_, by_law, {}, &Enough::age);
  for (auto at = after - 1; at != enough_.end(); ++at)
    if (at->people <= people)
      return std::max(from, stretched ? from_seconds(in_seconds(at->age) * stretch) : at->age);
  return never;
}

double completion_rate(const HandlingLaw& handling, double age_s) {
  const Ages ages = ages_of(handling);
  const auto after = std::ranges::upper_bound(ages.age, age_s);
  return completion_rates(ages)[static_cast<std::size_t>(after - ages.age.begin()) - 1];
}

}  // namespace gateflow
