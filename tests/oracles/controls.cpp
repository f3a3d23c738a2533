#include "tests/oracles/controls.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gateflow::oracles {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Mean of min(x, limit) to the given power.
double limited(const Distribution& law, double limit, int power) {
  if (std::isinf(limit)) return power == 1 ? mean(law) : variance(law) + mean(law) * mean(law);
  constexpr int steps = 400'000;
  double sum = 0;
  for (int k = 0; k < steps; ++k)
    sum += std::pow(std::min(quantile(law, (k + 0.5) / steps), limit), power);
  return sum / steps;
}

/// A sample mean of squares says something only where the fourth moment is finite.
bool has_moments(const Distribution& law) {
  return !std::holds_alternative<Lomax>(law);
}

double rate_of(const Experiment& x) {
  const auto* curve = std::get_if<ArrivalCurve>(&x.scenario.sources.at(0).arrivals);
  const bool constant = curve && curve->knots.size() == 2 && !curve->people;
  return constant ? curve->knots[0].rate : 0;
}

bool alone(const Scenario& scenario) {
  return std::ranges::all_of(scenario.classes, [](const TicketClass& c) {
    return std::holds_alternative<Constant>(c.group_size);
  });
}

/// What each person adds to a sum: the deviations, weighted in all ways that are known to be fair.
class Sums {
 public:
  void add(double deviation, double of_square, double wait, double place) {
    const double values[] = {deviation,         of_square,        wait > 0 ? deviation : 0,
                             wait * deviation,  wait * of_square, wait * wait * deviation,
                             place * deviation, place * of_square};
    for (std::size_t k = 0; k < std::size(values); ++k) sums_[k] += values[k];
    ++people_;
  }

  void append_to(std::vector<double>& found) const {
    for (const double sum : sums_) found.push_back(sum / static_cast<double>(people_));
  }

 private:
  double sums_[8] = {};
  std::size_t people_ = 0;
};

}  // namespace

Controls::Controls(const Experiment& x) {
  const Scenario& s = x.scenario;
  if (x.gaps)
    gap_ = {mean(*x.gaps), limited(*x.gaps, unlimited, 2)};
  else if (const double rate = rate_of(x); rate > 0 && alone(s) && s.classes.size() == 1)
    gap_ = {1 / rate, 2 / (rate * rate)};

  const Case* kind = s.cases.empty() ? nullptr : &s.cases[CaseId{0}];
  Moments handling;
  if (kind) {
    const auto& resolve = std::get<Resolve>(s.rules[kind->rule].ladder.at(0));
    limit_ = resolve.up_to;
    if (limit_ == never && !has_moments(kind->in_lane_s)) return;
    const double limit = limit_ == never ? unlimited : in_seconds(limit_);
    const double share = kind->share[ClassId{0}];
    handling = {share * limited(kind->in_lane_s, limit, 1),
                share * limited(kind->in_lane_s, limit, 2)};
  }
  std::vector<Moments> moments;
  for (const Distribution& law : s.touchpoints[TouchpointId{0}].service_s) {
    if (!has_moments(law)) return;
    const double m = mean(law);
    moments.push_back(
        {m + handling.mean, limited(law, unlimited, 2) + 2 * m * handling.mean + handling.square});
  }
  service_ = moments;
}

std::vector<double> Controls::of(const Scenario& scenario, const Crowd& crowd,
                                 const Watch& watch) const {
  std::vector<double> found;
  add_services(crowd, watch, found);
  add_gaps(crowd, watch, found);
  add_counts(scenario, crowd, found);
  return found;
}

double Controls::service(const Crowd& crowd, PersonId person) const {
  double seconds = in_seconds(crowd.effort[TouchpointId{0}][person]);
  for (const CaseRow& row : crowd.cases_of(person))
    seconds += in_seconds(std::min(row.in_lane, limit_));
  return seconds;
}

void Controls::add_services(const Crowd& crowd, const Watch& watch,
                            std::vector<double>& found) const {
  std::vector<Sums> of_class(service_.size());
  if (of_class.empty()) return;
  for (const Watch::Wait& wait : watch.waits()) {
    if (!wait.called) continue;
    const std::size_t k = crowd.class_of(wait.person).index();
    const double s = service(crowd, wait.person);
    of_class[k].add(s - service_[k].mean, s * s - service_[k].square, wait.seconds,
                    watch.place(wait.person));
  }
  for (const Sums& sums : of_class) sums.append_to(found);
}

void Controls::add_gaps(const Crowd& crowd, const Watch& watch, std::vector<double>& found) const {
  if (!gap_) return;
  Sums sums;
  for (const Watch::Wait& wait : watch.waits()) {
    const PersonId next{wait.person.index() + 1};
    if (next.index() == crowd.size()) continue;
    const double gap = in_seconds(crowd.arrival[next] - crowd.arrival[wait.person]);
    sums.add(gap - gap_->mean, gap * gap - gap_->square, wait.seconds, watch.place(wait.person));
  }
  sums.append_to(found);
}

/// Arrivals along a curve in each quarter of its time, where it says how many to expect.
void Controls::add_counts(const Scenario& scenario, const Crowd& crowd,
                          std::vector<double>& found) const {
  const auto* curve = std::get_if<ArrivalCurve>(&scenario.sources[0].arrivals);
  if (gap_ || !curve || curve->people || !alone(scenario)) return;
  constexpr int parts = 4;
  const Time end = curve->knots.back().at;
  std::vector<double> counts(parts);
  for (const Time at : crowd.arrival)
    ++counts[static_cast<std::size_t>(std::min<std::int64_t>(parts * at / end, parts - 1))];
  for (std::size_t k = 0; k < parts; ++k) {
    double expected = 0;
    const Time from = end * static_cast<int>(k) / parts, to = end * static_cast<int>(k + 1) / parts;
    for (std::size_t i = 1; i < curve->knots.size(); ++i) {
      const Knot &a = curve->knots[i - 1], &b = curve->knots[i];
      const Time low = std::max(from, a.at), high = std::min(to, b.at);
      if (low >= high) continue;
      const double middle = in_seconds(low + (high - low) / 2 - a.at) / in_seconds(b.at - a.at);
      expected += in_seconds(high - low) * (a.rate + middle * (b.rate - a.rate));
    }
    found.push_back(counts[k] / expected - 1);
  }
}

}  // namespace gateflow::oracles
