#include "sim/analysis/break_even.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/crowd/purpose.hpp"
#include "sim/ledger/separate_gates.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {

namespace {

constexpr std::array holds_s{10.0, 20.0, 40.0, 80.0, 160.0, 320.0};
constexpr std::size_t lengths = holds_s.size();
using Costs = std::array<double, lengths>;  ///< in seconds, by length of the hold

/// What a hold of any length costs all others.
class CostCurve {
 public:
  /// Of means; each length is made to cost at least what the next shorter does.
  explicit CostCurve(Costs costs) : costs_(costs) {
    double least = 0;
    for (double& cost : costs_) cost = least = std::max(least, cost);
  }

  double operator()(double hold_s) const {
    double from = 0, cost = 0;
    for (std::size_t k = 0; k < lengths; ++k) {
      const double slope = (costs_[k] - cost) / (holds_s[k] - from);
      if (hold_s <= holds_s[k] || k + 1 == lengths) return cost + slope * (hold_s - from);
      from = holds_s[k];
      cost = costs_[k];
    }
    return cost;
  }

  double first_second() const { return costs_[0] / holds_s[0]; }

 private:
  Costs costs_;
};

/// Handling times of the cases at a touchpoint, as equally likely values of each kind.
struct Handling {
  struct Value {
    double seconds, weight;
  };
  std::vector<Value> values;
  std::optional<double> aside_s;  ///< mean service at the help desk, of kinds with one
};

/// Of all people, whatever their class.
double share_of(const Scenario& scenario, const Case& kind) {
  double sum = 0, all = 0;
  for (const ClassId id : keys_of(scenario.classes)) {
    sum += scenario.classes[id].share * (kind.share.has(id) ? kind.share[id] : 0);
    all += scenario.classes[id].share;
  }
  return all > 0 ? sum / all : 0;
}

/// A handling time of a calm person, as the house's script leaves it.
double scripted(const Scenario& scenario, const Distribution& law, double u) {
  return by_script(scenario.house, law, quantile(law, u));
}

double mean_of(const Scenario& scenario, const Distribution& law) {
  constexpr unsigned points = 400;
  double sum = 0;
  for (unsigned k = 0; k < points; ++k) sum += scripted(scenario, law, (k + 0.5) / points);
  return sum / points;
}

/// Cases of one kind that happen by script, each as likely as one in a million by chance: they
/// count where nothing happens by chance.
constexpr double weight_of_scripted = 1e-6;

void add_scripted(const Scenario& scenario, CaseId id, std::vector<Handling::Value>& values) {
  for (const ScriptedCase& scripted : scenario.scripted)
    if (scripted.kind == id && scripted.in_lane)
      values.push_back({in_seconds(*scripted.in_lane), weight_of_scripted});
}

bool is_scripted_by_law(const Scenario& scenario, CaseId id) {
  return std::ranges::any_of(scenario.scripted,
                             [&](const ScriptedCase& s) { return s.kind == id && !s.in_lane; });
}

Handling handling_at(const Scenario& scenario, TouchpointId touchpoint) {
  constexpr unsigned points = 60;
  Handling handling;
  double handled = 0, aside = 0;
  for (const CaseId id : keys_of(scenario.cases)) {
    const Case& kind = scenario.cases[id];
    if (kind.touchpoint != touchpoint) continue;
    const std::size_t before = handling.values.size();
    const double by_law =
        share_of(scenario, kind) + (is_scripted_by_law(scenario, id) ? weight_of_scripted : 0);
    for (unsigned k = 0; by_law > 0 && k < points; ++k)
      handling.values.push_back(
          {scripted(scenario, kind.in_lane_s, (k + 0.5) / points), by_law / points});
    add_scripted(scenario, id, handling.values);
    const double at_desk_s = mean_of(scenario, kind.at_desk_s);
    if (handling.values.size() == before || at_desk_s == 0) continue;
    const double weight = std::max(by_law, weight_of_scripted);
    aside += weight * at_desk_s;
    handled += weight;
  }
  double all = 0;
  for (const Handling::Value& value : handling.values) all += value.weight;
  for (Handling::Value& value : handling.values) value.weight /= all;
  if (handled > 0) handling.aside_s = aside / handled;
  return handling;
}

using HandlingTimes = Table<TouchpointId, Handling>;

HandlingTimes handling_times(const Scenario& scenario) {
  HandlingTimes times;
  for (const TouchpointId touchpoint : keys_of(scenario.touchpoints))
    times.push_back(handling_at(scenario, touchpoint));
  return times;
}

/// The way to the help desk of that station's people, where some rule sends them to one.
Time way_aside(const Floor& floor, StationId station) {
  const GateId gate = floor.station(station).gate ? floor.station(station).gate : GateId{0};
  const std::vector<StationId> desks = desks_used(floor, gate);
  return desks.empty() ? Time{} : floor.station(desks.front()).walk;
}

double cost_of_limit(const Handling& handling, const CostCurve& curve, double aside_s,
                     double limit_s) {
  double cost = 0;
  for (const auto& [seconds, weight] : handling.values)
    cost += weight * (curve(std::min(seconds, limit_s)) + (seconds > limit_s ? aside_s : 0));
  return cost;
}

/// In seconds; infinite: never send aside.
double best_limit(const Handling& handling, const CostCurve& curve, double aside_s) {
  double best = std::numeric_limits<double>::infinity();
  double least = cost_of_limit(handling, curve, aside_s, best);
  constexpr double longest = 3600, finest = 1, growth = 1.1;
  for (double limit = 0; limit <= longest; limit = std::max(limit + finest, limit * growth)) {
    const double cost = cost_of_limit(handling, curve, aside_s, limit);
    if (cost >= least * (1 - 1e-12)) continue;
    least = cost;
    best = limit;
  }
  return best;
}

Time as_limit(double seconds) {
  return std::isinf(seconds) ? never : from_seconds(seconds);
}

/// A station and stretch, with what was measured there evening by evening.
struct Measured {
  StationId station;
  Time from{}, to{};
  std::vector<Costs> evenings;
};

CostCurve mean_curve(const std::vector<Costs>& evenings, const auto& pick) {
  Costs sum{};
  for (std::size_t k = 0; k < evenings.size(); ++k)
    for (std::size_t length = 0; length < lengths; ++length)
      sum[length] += evenings[pick(k)][length] / static_cast<double>(evenings.size());
  return CostCurve(sum);
}

BreakEven advice_on(const Floor& floor, const Measured& measured, const Handling& handling,
                    const BreakEvenAsked& asked) {
  const double aside_s = asked.aside_cost
                             ? in_seconds(*asked.aside_cost)
                             : *handling.aside_s + in_seconds(way_aside(floor, measured.station));
  const auto same = [](std::size_t k) { return k; };
  const CostCurve curve = mean_curve(measured.evenings, same);

  constexpr std::size_t resamples = 120;
  const std::size_t n = measured.evenings.size();
  const auto dice = stream_of(asked.luck, floor.station(measured.station).name, "break-even");
  std::vector<double> limits;
  for (std::size_t sample = 0; sample < resamples; ++sample) {
    const auto pick = [&](std::size_t k) {
      return static_cast<std::size_t>(dice(sample * n + k) * static_cast<double>(n));
    };
    limits.push_back(best_limit(handling, mean_curve(measured.evenings, pick), aside_s));
  }
  std::ranges::sort(limits);
  return {.station = measured.station,
          .from = measured.from,
          .to = measured.to,
          .aside_cost = from_seconds(aside_s),
          .limit = as_limit(best_limit(handling, curve, aside_s)),
          .limit_low = as_limit(limits[resamples / 40]),
          .limit_high = as_limit(limits[resamples - 1 - resamples / 40]),
          .first_second_s = curve.first_second()};
}

/// Cases come up there, and it is known what stepping aside costs.
bool may_be_advised(const Handling& handling, const BreakEvenAsked& asked) {
  return !handling.values.empty() && (asked.aside_cost || handling.aside_s);
}

std::vector<Measured> stretches(const Floor& floor, Time from, Time to, const BreakEvenAsked& asked,
                                const HandlingTimes& handling) {
  const Time window = asked.window;
  std::vector<Measured> all;
  for (Time at = from / window * window; at < to; at += window)
    for (const StationId station : keys_of(floor.scenario().stations))
      if (may_be_advised(handling[floor.facts(station).touchpoint], asked))
        all.push_back({station, at, at + window, {}});
  return all;
}

/// False: stopped.
bool measure(const Floor& floor, const Crowd& crowd, const Endings& endings, unsigned threads,
             const GoOn& go_on, std::vector<Measured>& all) {
  std::vector<WhatIf> what_ifs;
  for (const Measured& m : all)
    for (const double hold_s : holds_s)
      what_ifs.push_back({m.from + (m.to - m.from) / 2, HoldAt{m.station, from_seconds(hold_s)}});
  const auto found = differences_by_parts(floor, crowd, endings, what_ifs, 0, threads, go_on);
  if (found.size() < what_ifs.size()) return false;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (!found[k * lengths].happened) continue;
    Costs costs{};
    for (std::size_t length = 0; length < lengths; ++length) {
      const Difference& d = found[k * lengths + length];
      costs[length] = in_seconds(d.longer - d.shorter);
    }
    all[k].evenings.push_back(costs);
  }
  return true;
}

}  // namespace

BreakEvens break_evens_of(const Floor& floor, const BreakEvenAsked& asked, const Advance& advance) {
  const HandlingTimes handling = handling_times(floor.scenario());
  BreakEvens answer;
  std::vector<Measured> all;
  Luck luck = asked.luck;
  for (; answer.finished < asked.evenings; ++luck.replication) {
    const Crowd crowd = draw_crowd(floor.scenario(), luck);
    if (crowd.size() == 0) break;
    Endings endings(crowd.size());
    const Time end = run_evening(floor, crowd, endings).now;
    if (answer.finished == 0)
      all = stretches(floor, crowd.arrival[PersonId{0}], end, asked, handling);
    if (all.empty()) break;
    const GoOn go_on = in_equal_parts(advance, all.size() * lengths);
    if (!measure(floor, crowd, endings, asked.threads, go_on, all)) break;
    ++answer.finished;
  }
  for (const Measured& m : all)
    if (!m.evenings.empty())
      answer.rows.push_back(
          advice_on(floor, m, handling[floor.facts(m.station).touchpoint], asked));
  return answer;
}

}  // namespace gateflow
