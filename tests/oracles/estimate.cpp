#include "tests/oracles/estimate.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "sim/crowd/crowd.hpp"
#include "sim/model/evening.hpp"
#include "tests/oracles/watch.hpp"

namespace gateflow::oracles {

namespace {

/// Quantities of the drawn crowd whose means are known, to take out their part of the noise.
struct Controls {
  std::vector<double> found, known;
};

struct Replication {
  Figures figures;
  Controls controls;
};

/// Arrivals by drawn gaps, for processes that are no Poisson process.
void arrive_by_gaps(Scenario& scenario, const Experiment& x, Luck luck) {
  std::vector<double> u(x.people);
  Stream(luck, 7).fill(0, u);
  ArrivalStamps stamps;
  double at = 0;
  for (const double draw : u) stamps.at.push_back(from_seconds(at += quantile(*x.gaps, draw)));
  scenario.sources = {{"street", std::move(stamps), {ClassId{0}}}};
}

Controls controls_of(const Scenario& scenario, const Crowd& crowd) {
  Controls c;
  const Distribution& law = scenario.touchpoints[TouchpointId{0}].service_s[ClassId{0}];
  const bool one_law = scenario.classes.size() == 1 && !std::holds_alternative<Lomax>(law);
  if (!one_law || variance(law) == 0) return c;
  double sum = 0, squares = 0;
  for (const Time effort : crowd.effort[TouchpointId{0}]) {
    const double s = in_seconds(effort);
    sum += s;
    squares += s * s;
  }
  const auto n = static_cast<double>(crowd.size());
  c.found = {sum / n, squares / n};
  c.known = {mean(law), variance(law) + mean(law) * mean(law)};
  const auto* curve = std::get_if<ArrivalCurve>(&scenario.sources[0].arrivals);
  const bool constant = curve && curve->knots.size() == 2 && !curve->people &&
                        std::holds_alternative<Constant>(scenario.classes[ClassId{0}].group_size);
  if (constant) {
    c.found.push_back(n);
    c.known.push_back(curve->knots[0].rate * in_seconds(curve->knots[1].at));
  }
  return c;
}

Replication run_once(const Experiment& x, Luck luck) {
  Scenario scenario = x.scenario;
  if (x.gaps) arrive_by_gaps(scenario, x, luck);
  const Crowd crowd = draw_crowd(scenario, luck);
  const Floor floor(scenario);
  Watch watch(scenario, crowd, x.warm_up, x.at_minutes);
  const World end = run_evening(floor, crowd, watch);
  Figures figures = watch.figures(end.now);
  figures["total_wait_min"] = figures["total_wait"] / 60;
  figures["mean_wait_min"] = figures["mean_wait"] / 60;
  return {std::move(figures), controls_of(scenario, crowd)};
}

/// Five hundred crowds, of which only the arrivals are looked at.
Replication look_at_arrivals(const Experiment& x, Luck luck) {
  constexpr std::uint32_t crowds = 500;
  const double half =
      in_minutes(std::get<ArrivalCurve>(x.scenario.sources[0].arrivals).knots[1].at);
  double people = 0, squares = 0, first_half = 0, time = 0, time_squares = 0;
  for (std::uint32_t k = 0; k < crowds; ++k) {
    const Crowd crowd = draw_crowd(x.scenario, {luck.seed, luck.replication * crowds + k});
    const auto n = static_cast<double>(crowd.size());
    people += n;
    squares += n * n;
    for (const Time at : crowd.arrival) {
      const double minute = in_minutes(at);
      first_half += minute < half;
      time += minute;
      time_squares += minute * minute;
    }
  }
  const double mean_count = people / crowds, mean_time = time / people;
  return {{{"mean_count", mean_count},
           {"var_count", (squares - people * mean_count) / (crowds - 1)},
           {"mean_first_half", first_half / crowds},
           {"mean_arrival_time", mean_time},
           {"var_arrival_time", time_squares / people - mean_time * mean_time}},
          {}};
}

/// Shares of a random number of people are estimated as a ratio of sums: value of replication r
/// linearised around it.
void use_ratios(std::vector<Replication>& all) {
  const auto ratio = [&](const std::string& figure, double scale, auto numerator) {
    if (all.empty() || !all.front().figures.contains("arrivals")) return;
    double top = 0, bottom = 0;
    for (Replication& r : all) {
      top += numerator(r.figures);
      bottom += r.figures["arrivals"];
    }
    const double whole = top / bottom, mean_bottom = bottom / static_cast<double>(all.size());
    for (Replication& r : all)
      r.figures[figure] =
          scale * (whole + (numerator(r.figures) - whole * r.figures["arrivals"]) / mean_bottom);
  };
  ratio("mean_wait_min", 1.0 / 60, [](Figures& f) { return f["total_wait"]; });
  ratio("frac_delayed", 1, [](Figures& f) { return f["P_wait"] * f["arrivals"]; });
}

Estimated plain(const Eigen::VectorXd& y) {
  const auto n = static_cast<double>(y.size());
  const double mean = y.mean();
  return {mean, std::sqrt((y.array() - mean).square().sum() / (n - 1) / n),
          static_cast<std::size_t>(y.size())};
}

/// Regression on the controls, read off where they have their known means (Lavenberg and Welch).
Estimated with_controls(const Eigen::VectorXd& y, const std::vector<Replication>& all) {
  const auto n = y.size();
  const auto p = static_cast<Eigen::Index>(all[0].controls.found.size());
  if (p == 0 || n < 10 * (p + 1)) return plain(y);
  Eigen::MatrixXd x(n, p + 1);
  for (Eigen::Index r = 0; r < n; ++r) {
    const Controls& c = all[static_cast<std::size_t>(r)].controls;
    x(r, 0) = 1;
    for (Eigen::Index k = 0; k < p; ++k) {
      const auto i = static_cast<std::size_t>(k);
      x(r, k + 1) = c.found[i] / c.known[i] - 1;
    }
  }
  const Eigen::MatrixXd inverse = (x.transpose() * x).inverse();
  const Eigen::VectorXd beta = inverse * (x.transpose() * y);
  const double variance = (y - x * beta).squaredNorm() / static_cast<double>(n - p - 1);
  return {beta(0), std::sqrt(variance * inverse(0, 0)), static_cast<std::size_t>(n)};
}

Estimated of_figure(const std::vector<Replication>& all, const std::string& figure) {
  Eigen::VectorXd y(static_cast<Eigen::Index>(all.size()));
  for (std::size_t r = 0; r < all.size(); ++r) {
    const auto found = all[r].figures.find(figure);
    if (found == all[r].figures.end()) throw std::runtime_error("unknown figure '" + figure + "'");
    y(static_cast<Eigen::Index>(r)) = found->second;
  }
  return with_controls(y, all);
}

}  // namespace

std::map<std::string, Estimated> estimate(const Experiment& experiment, const Asked& asked,
                                          double seconds, unsigned threads) {
  const auto start = std::chrono::steady_clock::now();
  constexpr std::size_t at_least = 40;
  const auto once = experiment.arrivals_only ? look_at_arrivals : run_once;
  std::vector<Replication> all;
  for (;;) {
    const std::size_t done = all.size();
    const std::size_t more = std::max<std::size_t>(at_least, done / 2);
    all.resize(done + more);
    std::vector<std::thread> workers;
    for (unsigned t = 0; t < threads; ++t)
      workers.emplace_back([&, t] {
        for (std::size_t r = done + t; r < done + more; r += threads)
          all[r] = once(experiment, {20'240'601, static_cast<std::uint32_t>(r)});
      });
    for (std::thread& worker : workers) worker.join();
    use_ratios(all);

    std::map<std::string, Estimated> results;
    bool enough = true;
    for (const auto& [figure, error] : asked) {
      results[figure] = of_figure(all, figure);
      enough = enough && results[figure].error <= error;
    }
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    const double next = passed.count() * 1.5;  // what one more round would end at
    if (enough || next > seconds) return results;
  }
}

}  // namespace gateflow::oracles
