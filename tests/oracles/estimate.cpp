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
#include "tests/oracles/controls.hpp"
#include "tests/oracles/pooled.hpp"
#include "tests/oracles/watch.hpp"

namespace gateflow::oracles {

namespace {

/// Arrivals by drawn gaps, for processes that are no Poisson process.
void arrive_by_gaps(Scenario& scenario, const Experiment& x, Luck luck) {
  std::vector<double> u(x.people);
  Stream(luck, 7).fill(0, u);
  ArrivalStamps stamps;
  double at = 0;
  for (const double draw : u) stamps.at.push_back(from_seconds(at += quantile(*x.gaps, draw)));
  scenario.sources = {{"street", std::move(stamps), {ClassId{0}}}};
}

Replication run_once(const Experiment& x, const Controls& controls, Luck luck) {
  Scenario scenario = x.scenario;
  if (x.gaps) arrive_by_gaps(scenario, x, luck);
  const Crowd crowd = draw_crowd(scenario, luck);
  const Floor floor(scenario);
  Watch watch(scenario, crowd, x.warm_up, x.at_minutes);
  const World end = run_evening(floor, crowd, watch);
  Figures figures = watch.figures(end.now);
  figures["cost"] = figures["Lq"] + x.aside_cost_s * figures["divert_rate"];
  return {std::move(figures), controls.of(scenario, crowd, watch)};
}

/// Five hundred crowds, of which only the arrivals are looked at.
Replication look_at_arrivals(const Experiment& x, const Controls&, Luck luck) {
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

Estimated plain(const Eigen::VectorXd& y) {
  const auto n = static_cast<double>(y.size());
  const double mean = y.mean();
  return {mean, std::sqrt((y.array() - mean).square().sum() / (n - 1) / n),
          static_cast<std::size_t>(y.size())};
}

/// The controls as columns of one length, after a column of ones; those that never moved left out.
Eigen::MatrixXd columns_of(const std::vector<Replication>& all) {
  const auto n = static_cast<Eigen::Index>(all.size());
  Eigen::MatrixXd x = Eigen::MatrixXd::Ones(n, 1);
  for (std::size_t k = 0; k < all[0].controls.size(); ++k) {
    Eigen::VectorXd column(n);
    for (Eigen::Index r = 0; r < n; ++r) column(r) = all[static_cast<std::size_t>(r)].controls[k];
    const double size = column.norm() / std::sqrt(static_cast<double>(n));
    if (size == 0) continue;
    x.conservativeResize(Eigen::NoChange, x.cols() + 1);
    x.rightCols(1) = column / size;
  }
  return x;
}

/// Regression on the controls, read off where they have their known means (Lavenberg and Welch).
/// The standard error does not take the noise to be alike in all runs: it weighs each one's
/// residual, as it would be had the run not been fitted to (the jackknife, HC3).
Estimated with_controls(const Eigen::VectorXd& y, const std::vector<Replication>& all) {
  const auto n = y.size();
  if (all[0].controls.empty()) return plain(y);
  const Eigen::MatrixXd x = columns_of(all);
  if (n < 5 * x.cols()) return plain(y);
  const Eigen::MatrixXd inverse = x.completeOrthogonalDecomposition().pseudoInverse();
  const Eigen::VectorXd beta = inverse * y;
  const Eigen::ArrayXd fitted_to = x.cwiseProduct(inverse.transpose()).rowwise().sum();
  const Eigen::ArrayXd residual = (y - x * beta).array() / (1 - fitted_to).max(1e-6);
  const double variance = (inverse.row(0).transpose().array() * residual).square().sum();
  return {beta(0), std::sqrt(variance), static_cast<std::size_t>(n)};
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

/// How many replications more it takes for the worst figure to be known well enough, by what is
/// known after so many.
std::size_t still_needed(const std::map<std::string, Estimated>& results, const Asked& asked,
                         std::size_t done) {
  double factor = 0;
  for (const auto& [figure, error] : asked)
    factor = std::max(factor, std::pow(results.at(figure).error / error, 2));
  if (factor <= 1) return 0;
  return static_cast<std::size_t>(static_cast<double>(done) * std::min(1.1 * factor - 1, 4.0)) + 1;
}

}  // namespace

std::map<std::string, Estimated> estimate(const Experiment& experiment, const Asked& asked,
                                          std::uint64_t seed, double seconds, unsigned threads) {
  const auto start = std::chrono::steady_clock::now();
  const Controls controls(experiment);
  const auto once = experiment.arrivals_only ? look_at_arrivals : run_once;
  std::vector<Replication> all;
  for (std::size_t more = 40;;) {
    const std::size_t done = all.size();
    all.resize(done + more);
    std::vector<std::thread> workers;
    for (unsigned t = 0; t < threads; ++t)
      workers.emplace_back([&, t] {
        for (std::size_t r = done + t; r < done + more; r += threads)
          all[r] = once(experiment, controls, {seed, static_cast<std::uint32_t>(r)});
      });
    for (std::thread& worker : workers) worker.join();
    pool(all);

    std::map<std::string, Estimated> results;
    for (const auto& [figure, error] : asked) results[figure] = of_figure(all, figure);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    const double a_run = passed.count() / static_cast<double>(all.size());
    const double left = seconds - passed.count();
    more = std::min(still_needed(results, asked, all.size()),
                    static_cast<std::size_t>(std::max(left, 0.0) / a_run));
    if (more == 0) return results;
  }
}

}  // namespace gateflow::oracles
