#include "tests/oracles/externality.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <vector>

#include "sim/crowd/purpose.hpp"
#include "sim/ledger/ledger.hpp"
#include "sim/ledger/what_if.hpp"
#include "sim/model/evening.hpp"
#include "tests/oracles/estimate.hpp"
#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

namespace {

/// One first-come lane where all of everybody's service is a case, so that it can be taken away.
class OneLane {
 public:
  OneLane() {
    scenario_.gates.push_back({"main", 1});
    Station station;
    station.name = "lane";
    station.touchpoint = scenario_.touchpoints.push_back({"lane", {}});
    TicketClass general;
    general.route.push_back({{scenario_.stations.push_back(station), Time{}}});
    scenario_.classes.push_back(general);
    Case work;
    work.touchpoint = station.touchpoint;
    work.rule = scenario_.rules.push_back({"resolve", {Resolve{}}});
    scenario_.cases.push_back(work);
    crowd_.effort.resize(1);
  }

  void add(double arrival_s, double service_s) {
    const PersonId person = crowd_.arrival.push_back(from_seconds(arrival_s));
    crowd_.ticket_class.push_back(0);
    crowd_.gate.push_back(0);
    crowd_.effort[TouchpointId{0}].push_back(Time{});
    crowd_.first_case.push_back(person.value);
    crowd_.cases.push_back(
        {.person = person, .kind = CaseId{0}, .in_lane = from_seconds(service_s)});
  }

  /// Mean over these people.
  double charged_to_each(std::size_t first, std::size_t end) const {
    const Floor floor(scenario_);
    Ledger ledger(floor, crowd_);
    const World over = run_evening(floor, crowd_, ledger);
    ledger.close(over.now);
    double sum = 0;
    for (const HoldUp& h : ledger.hold_ups())
      if (h.person.index() >= first && h.person.index() < end) sum += in_seconds(h.charged);
    return sum / static_cast<double>(end - first);
  }

  /// Means over these people.
  AbsenceFigures without_each(std::size_t first, std::size_t end) const {
    const Floor floor(scenario_);
    Ledger ledger(floor, crowd_);
    Endings endings(crowd_.size());
    Several sinks(ledger, endings);
    run_evening(floor, crowd_, sinks);
    AbsenceFigures sums;
    std::vector<WhatIf> what_ifs;
    for (const HoldUp& h : ledger.hold_ups()) {
      if (h.person.index() < first || h.person.index() >= end) continue;
      what_ifs.push_back({h.arose, Spare{h.person, TouchpointId{0}}});
      sums.tangible += in_seconds(h.charged);
    }
    for (const Difference& d : differences(floor, crowd_, endings, what_ifs, 0)) {
      sums.cost += in_seconds(d.shorter - d.longer);
      sums.delayed += d.people_shorter;
    }
    const auto n = static_cast<double>(end - first);
    return {sums.cost / n, sums.delayed / n, sums.tangible / n};
  }

 private:
  Scenario scenario_;
  Crowd crowd_;
};

double exponential(double u) {
  return -std::log(u);
}

/// The tagged one finds v of work and takes x; others come until the line has been empty once.
AbsenceFigures tagged(double lambda, const Distribution& service, double v, double x,
                      std::uint32_t replication) {
  OneLane lane;
  const auto dice = stream_of({replication, 0}, "tagged", "oracle");
  lane.add(0, v);
  lane.add(0, x);
  double at = 0, free_at = v + x;
  for (std::uint64_t k = 0; at < free_at; ++k) {
    at += exponential(dice(2 * k)) / lambda;
    const double s = quantile(service, dice(2 * k + 1));
    lane.add(at, s);
    free_at = std::max(free_at, at) + (at < free_at ? s : 0);
  }
  return lane.without_each(1, 2);
}

/// The same after so many who came before; the tagged one comes at a random instant.
AbsenceFigures tagged_in_steady_state(double lambda, const Distribution& service, double x,
                                      std::uint32_t replication) {
  constexpr std::size_t before = 300;
  OneLane lane;
  const auto dice = stream_of({replication, 1}, "tagged", "oracle");
  double at = 0, free_at = 0;
  for (std::uint64_t k = 0; k <= before || at < free_at; ++k) {
    at += exponential(dice(2 * k)) / lambda;
    const double s = k == before ? x : quantile(service, dice(2 * k + 1));
    lane.add(at, s);
    free_at = std::max(free_at, at) + s;
    if (k > before && at + 1e-9 > free_at - s) break;
  }
  return lane.without_each(before, before + 1);
}

/// What the ledger charges to each of the services in a long run, in the mean.
AbsenceFigures charged_in_steady_state(double lambda, const Distribution& service,
                                       std::uint32_t replication) {
  constexpr std::size_t warm_up = 5000, counted = 40'000;
  OneLane lane;
  const auto dice = stream_of({replication, 2}, "tagged", "oracle");
  double at = 0;
  for (std::uint64_t k = 0; k < warm_up + counted; ++k) {
    at += exponential(dice(2 * k)) / lambda;
    lane.add(at, quantile(service, dice(2 * k + 1)));
  }
  return {0, 0, lane.charged_to_each(warm_up, warm_up + counted)};
}

Distribution service_of(const Entry& e) {
  const std::string kind = e.has("service") ? e.parameters["service"] : "det 1";
  if (kind == "uniform") return Uniform{e.number("a"), e.number("b")};
  if (kind == "lognormal") return Lognormal{1, std::sqrt(e.number("cv2"))};
  if (kind == "h2") {  // balanced means
    const double c = e.number("cv2"), p = (1 + std::sqrt((c - 1) / (c + 1))) / 2;
    return Hyperexponential{p, 1 / (2 * p), 1 / (2 * (1 - p))};
  }
  return law_of(kind);
}

struct Moments {
  double mean = 0, error = 0;
};

Moments moments_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double mean = 0, squares = 0;
  for (const double v : values) mean += v / n;
  for (const double v : values) squares += (v - mean) * (v - mean);
  return {mean, std::sqrt(squares / (n - 1) / n)};
}

/// Of the mean, or, by the delta method, of the standard deviation.
Estimated estimated(const std::vector<double>& values, bool spread) {
  const Moments first = moments_of(values);
  if (!spread) return {first.mean, first.error, values.size()};
  std::vector<double> squares;
  for (const double v : values) squares.push_back((v - first.mean) * (v - first.mean));
  const Moments second = moments_of(squares);
  const double deviation = std::sqrt(second.mean);
  return {deviation, second.error / (2 * deviation), values.size()};
}

}  // namespace

std::optional<Absence> absence(const Entry& e) {
  Absence a;
  if (e.metric.starts_with("n_affected")) a.figure = &AbsenceFigures::delayed;
  if (e.metric.find("tangible") != std::string::npos) a.figure = &AbsenceFigures::tangible;
  a.spread = e.metric.ends_with("sd");
  const auto lambda = [&] { return e.number("lam"); };
  if (e.model.find("customer of service x arrives at workload v") != std::string::npos) {
    a.draw = [l = lambda(), s = service_of(e), v = e.number("v"),
              x = e.number("x")](std::uint32_t r) { return tagged(l, s, v, x, r); };
    return a;
  }
  if (e.model.find("stationary FCFS M/D/1, tagged") != std::string::npos) {
    a.draw = [l = lambda(), x = e.number("x")](std::uint32_t r) {
      return tagged_in_steady_state(l, Constant{1}, x, r);
    };
    return a;
  }
  if (e.model == "M/G/1 FIFO" && e.metric == "mean_tangible_externality") {
    a.draw = [l = lambda(), s = service_of(e)](std::uint32_t r) {
      return charged_in_steady_state(l, s, r);
    };
    return a;
  }
  return std::nullopt;
}

Estimated estimate(const Absence& absence, std::vector<AbsenceFigures>& drawn, double error,
                   double seconds, unsigned threads) {
  const auto began = std::chrono::steady_clock::now();
  std::size_t batch = drawn.empty() ? 64 : 0;
  for (;;) {
    const std::size_t first = drawn.size();
    drawn.resize(first + batch);
    {
      std::vector<std::jthread> crew;
      for (unsigned t = 0; t < threads; ++t)
        crew.emplace_back([&, t] {
          for (std::size_t k = first + t; k < drawn.size(); k += threads)
            drawn[k] = absence.draw(static_cast<std::uint32_t>(k + 1));
        });
    }
    std::vector<double> values;
    for (const AbsenceFigures& figures : drawn) values.push_back(figures.*absence.figure);
    const Estimated found = estimated(values, absence.spread);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - began;
    if (found.error <= error || elapsed.count() > seconds) return found;
    batch = drawn.size() / 2;
  }
}

}  // namespace gateflow::oracles
