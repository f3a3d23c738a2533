#include "sim/model/holding_limit.hpp"

#include <cmath>

namespace gateflow {
namespace {

/// From an age on, ages at which another 2 % of what was left have come to their end, until
/// 0.1 % are left.
std::vector<double> ages_from(const Distribution& law, double first) {
  std::vector<double> ages{first};
  const double at_first = 1 - cdf(law, first);
  for (double left = 0.98; left > 0.001; left *= 0.98) {
    const double age = quantile(law, 1 - left * at_first);
    if (age > ages.back()) ages.push_back(age);
  }
  return ages;
}

/// Of 1 - F, by the midpoint rule, which meets steps of the law at the ends of the stretch.
double integral_of_rest(const Distribution& law, double from, double to) {
  constexpr unsigned parts = 4;
  double sum = 0;
  for (unsigned k = 0; k < parts; ++k) sum += 1 - cdf(law, from + (to - from) * (k + 0.5) / parts);
  return sum * (to - from) / parts;
}

/// Rates at ages[k], each with further stretches that end at a later age of the list.
std::vector<double> completion_rates(const Distribution& law, const std::vector<double>& ages) {
  std::vector<double> done, rest;
  for (std::size_t k = 0; k < ages.size(); ++k) {
    done.push_back(cdf(law, ages[k]));
    rest.push_back(k + 1 < ages.size() ? integral_of_rest(law, ages[k], ages[k + 1]) : 0);
  }
  std::vector<double> rates(ages.size(), 0);
  for (std::size_t k = 0; k + 1 < ages.size(); ++k) {
    double held = 0;
    for (std::size_t to = k + 1; to < ages.size(); ++to) {
      held += rest[to - 1];
      rates[k] = std::max(rates[k], (done[to] - done[k]) / held);
    }
  }
  if (rates.size() > 1) rates.back() = rates[rates.size() - 2];
  return rates;
}

HoldingLimit limit_of(const std::monostate&, const Distribution&) {
  return HoldingLimit({never});
}

HoldingLimit limit_of(const UntilWaiting& limit, const Distribution&) {
  std::vector<Time> ages(limit.people, never);
  ages.push_back(Time{});
  return HoldingLimit(std::move(ages));
}

HoldingLimit limit_of(const UntilDearer& limit, const Distribution& law) {
  constexpr std::size_t most = 100'000;  // people behind; more are as many
  const std::vector<double> ages = ages_from(law, 0);
  const double weight = in_seconds(limit.aside_cost) * (1 - limit.load);
  std::vector<double> enough;  // people behind at each age
  for (const double rate : completion_rates(law, ages)) enough.push_back(weight * rate);

  std::vector<Time> by_people;
  do {
    const auto people = static_cast<double>(by_people.size());
    const auto at = std::ranges::find_if(enough, [&](double n) { return n <= people; });
    by_people.push_back(at == enough.end()
                            ? never
                            : from_seconds(ages[static_cast<std::size_t>(at - enough.begin())]));
  } while (by_people.back() > Time{} && by_people.size() < most);
  return HoldingLimit(std::move(by_people));
}

}  // namespace

double completion_rate(const Distribution& handling_s, double age_s) {
  return completion_rates(handling_s, ages_from(handling_s, age_s)).front();
}

HoldingLimit holding_limit_of(const LineLimit& limit, const Distribution& handling_s) {
  return std::visit([&](const auto& l) { return limit_of(l, handling_s); }, limit);
}

}  // namespace gateflow
