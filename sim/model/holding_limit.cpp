#include "sim/model/holding_limit.hpp"

#include <algorithm>
#include <cmath>

namespace gateflow {
namespace {

/// From an age on, ages at which another 2 % of what was left have come to their end, until 0.1 %
/// are left; and no two further apart than a hundredth of the whole, where nothing ends between.
std::vector<double> ages_from(const HandlingLaw& law, double first) {
  std::vector<double> ages{first};
  const double at_first = 1 - law.cdf(first);
  const double last = law.quantile(1 - 0.001 * at_first);
  const double widest = (last - first) / 100;
  const auto go_to = [&](double age) {
    while (age > ages.back() + 1.5 * widest) ages.push_back(ages.back() + widest);
    if (age > ages.back()) ages.push_back(age);
  };
  for (double left = 0.98; left > 0.001; left *= 0.98) go_to(law.quantile(1 - left * at_first));
  go_to(last);
  return ages;
}

/// Of 1 - F, by the midpoint rule, which meets steps of the law at the ends of the stretch.
double integral_of_rest(const HandlingLaw& law, double from, double to) {
  constexpr unsigned parts = 4;
  double sum = 0;
  for (unsigned k = 0; k < parts; ++k) sum += 1 - law.cdf(from + (to - from) * (k + 0.5) / parts);
  return sum * (to - from) / parts;
}

/// Rates at ages[k], each with further stretches that end at a later age of the list.
std::vector<double> completion_rates(const HandlingLaw& law, const std::vector<double>& ages) {
  std::vector<double> done, rest;
  for (std::size_t k = 0; k < ages.size(); ++k) {
    done.push_back(law.cdf(ages[k]));
    rest.push_back(k + 1 < ages.size() ? integral_of_rest(law, ages[k], ages[k + 1]) : 0);
  }
  std::vector<double> rates(ages.size(), 0);
  for (std::size_t k = 0; k + 1 < ages.size(); ++k) {
    double held = 0;
    for (std::size_t to = k + 1; to < ages.size(); ++to) {
      held += rest[to - 1];
      if (held > 0) rates[k] = std::max(rates[k], (done[to] - done[k]) / held);
    }
  }
  if (rates.size() > 1) rates.back() = rates[rates.size() - 2];
  return rates;
}

}  // namespace

double HandlingLaw::cdf(double seconds) const {
  if (house.script_handling == 0) return 1;
  const double at = house.script_handling == 1 ? seconds : seconds / house.script_handling;
  if (house.script_spread == 1) return gateflow::cdf(drawn_s, at);
  const double usual = mean(drawn_s);
  if (house.script_spread == 0) return at >= usual ? 1 : 0;
  return gateflow::cdf(drawn_s, usual + (at - usual) / house.script_spread);
}

double HandlingLaw::quantile(double u) const {
  return by_script(house, drawn_s, gateflow::quantile(drawn_s, u));
}

HoldingLimit::HoldingLimit(const LineLimit& limit, const HandlingLaw& handling) {
  if (const auto* waiting = std::get_if<UntilWaiting>(&limit))
    enough_.push_back({Time{}, static_cast<double>(waiting->people)});
  const auto* dearer = std::get_if<UntilDearer>(&limit);
  if (dearer == nullptr) return;
  const std::vector<double> ages = ages_from(handling, 0);
  const std::vector<double> rates = completion_rates(handling, ages);
  const double weight = in_seconds(dearer->aside_cost) * (1 - dearer->load);
  for (std::size_t k = 0; k < ages.size(); ++k)
    enough_.push_back({from_seconds(ages[k]), weight * rates[k]});
}

Time HoldingLimit::age(unsigned behind, Time from) const {
  const auto after = std::ranges::upper_bound(enough_, from, {}, &Enough::age);
  for (auto at = after - 1; at != enough_.end(); ++at)
    if (at->people <= behind) return std::max(at->age, from);
  return never;
}

double completion_rate(const HandlingLaw& handling, double age_s) {
  return completion_rates(handling, ages_from(handling, age_s)).front();
}

}  // namespace gateflow
