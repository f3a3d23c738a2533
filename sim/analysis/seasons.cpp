#include "sim/analysis/seasons.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "sim/analysis/how_it_felt.hpp"
#include "sim/analysis/summarize.hpp"
#include "sim/analysis/tally.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {
namespace {

/// The seasons that several threads share out among themselves.
class Seasons {
 public:
  Seasons(const Scenario& scenario, const SeasonAsked& asked, const Advance& advance)
      : scenario_(scenario), asked_(asked), advance_(advance), seasons_(asked.replications) {}

  std::vector<SeasonRun> run() {
    const unsigned workers = std::clamp(asked_.threads, 1u, std::max(asked_.replications, 1u));
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < workers; ++i) others.emplace_back([this] { work(); });
      work();
    }
    if (failure_) std::rethrow_exception(failure_);
    std::vector<SeasonRun> finished;
    for (std::optional<SeasonRun>& season : seasons_)
      if (season) finished.push_back(std::move(*season));
    return finished;
  }

 private:
  void work() {
    try {
      while (!stopped_) {
        const std::uint32_t index = next_++;
        if (index >= asked_.replications) return;
        seasons_[index] = season(asked_.first + index);
      }
    } catch (...) {
      const std::lock_guard lock(failing_);
      stopped_ = true;
      failure_ = std::current_exception();
    }
  }

  /// None: stopped.
  std::optional<SeasonRun> season(std::uint32_t replication) {
    SeasonRun run;
    Carried carried = first_evening(scenario_);
    for (std::uint32_t e = 0; e < asked_.evenings; ++e) {
      if (stopped_) return std::nullopt;
      run.push_back(season_evening(scenario_, carried, luck_of(asked_.seed, replication, e)));
      carried = next(carried, scenario_, run.back().summary);
      if (advance_ && !advance_(1.0 / asked_.evenings)) {
        stopped_ = true;
        if (e + 1 < asked_.evenings) return std::nullopt;
      }
    }
    return run;
  }

  const Scenario& scenario_;
  const SeasonAsked& asked_;
  const Advance& advance_;
  std::atomic<std::uint32_t> next_{0};
  std::vector<std::optional<SeasonRun>> seasons_;  ///< none: not finished
  std::atomic<bool> stopped_{false};
  std::mutex failing_;
  std::exception_ptr failure_;
};

Summary evening_of(const Floor& floor, const Crowd& crowd) {
  Tally tally(floor, crowd);
  run_evening(floor, crowd, tally);
  return summarize(floor, crowd, std::move(tally));
}

Summary felt_evening(const Floor& floor, const Crowd& crowd) {
  Tally tally(floor, crowd);
  Experience experience(floor, crowd);
  Several both(tally, experience);
  run_evening(floor, crowd, both);
  Summary summary = summarize(floor, crowd, std::move(tally));
  tell_how_it_felt(floor.scenario(), crowd, experience, summary);
  return summary;
}

}  // namespace

SeasonEvening season_evening(const Scenario& scenario, const Carried& carried, Luck luck) {
  const Scenario evening = with(scenario, carried);
  const Floor floor(evening);
  const Crowd crowd = crowd_of(evening, carried, luck);
  SeasonEvening out{carried,
                    evening.feelings ? felt_evening(floor, crowd) : evening_of(floor, crowd)};
  out.summary.curves = {};
  return out;
}

std::vector<SeasonRun> seasons_of(const Scenario& scenario, const SeasonAsked& asked,
                                  const Advance& advance) {
  return Seasons(scenario, asked, advance).run();
}

}  // namespace gateflow
