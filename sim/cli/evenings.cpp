#include "sim/cli/evenings.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "sim/analysis/how_it_felt.hpp"
#include "sim/analysis/summarize.hpp"
#include "sim/analysis/tally.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {
namespace {

/// Runs the evening piece by piece, telling how far it is. False: interrupted.
template <class Sink>
bool run_in_pieces(const Floor& floor, const Crowd& crowd, const std::optional<Spare>& spare,
                   Sink& sink, Progress& progress) {
  constexpr Time piece = 5min;
  World world = empty_world(floor);
  if (spare) world.spared = spare->person, world.spared_at = spare->touchpoint;
  Evening<Sink> evening(floor, crowd, world, sink);
  const Time cut = std::min(floor.scenario().until, horizon);
  const double people = std::max(1.0, static_cast<double>(crowd.size()));
  evening.open();
  Time stop = world.now;
  std::uint32_t ended = 0;
  do {
    stop = std::min(stop + piece, cut);
    evening.run_until(stop);
    progress.advance(static_cast<double>(world.ended - ended) / people);
    ended = world.ended;
    if (is_interrupted()) return false;
  } while (stop < cut && world.ended < crowd.size());
  return true;
}

/// Who listens beside the tally: each only where asked for.
struct Others {
  Trace* trace = nullptr;
  Experience* experience = nullptr;

  bool are_there() const { return trace != nullptr || experience != nullptr; }
  void operator()(const Happening& happening) {
    if (trace != nullptr) (*trace)(happening);
    if (experience != nullptr) (*experience)(happening);
  }
};

/// The evenings that several threads share out among themselves.
class Batch {
 public:
  Batch(const Floor& floor, const EveningsAsked& asked, Progress& progress)
      : floor_(floor), asked_(asked), progress_(progress), summaries_(asked.count) {}

  EveningsRun run() {
    const unsigned workers = std::min(std::max(asked_.threads, 1u), asked_.count);
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < workers; ++i) others.emplace_back([this] { work(); });
      work();
    }
    if (failure_) std::rethrow_exception(failure_);
    return finished();
  }

 private:
  void work() {
    try {
      while (!is_interrupted() && !failed_) {
        const std::uint32_t index = next_++;
        if (index >= asked_.count) return;
        run_one(index);
      }
    } catch (...) {
      const std::lock_guard lock(failing_);
      failed_ = true;
      failure_ = std::current_exception();
    }
  }

  void run_one(std::uint32_t index) {
    const std::uint32_t replication = asked_.first + index;
    Crowd crowd = draw_crowd(floor_.scenario(), {asked_.seed, replication});
    Tally tally(floor_, crowd);
    const bool recorded = asked_.record == replication;
    Trace trace{floor_.scenario().name, crowd.luck, {}};
    std::optional<Experience> experience;
    if (floor_.scenario().feelings) experience.emplace(floor_, crowd);
    Others others{recorded ? &trace : nullptr, experience ? &*experience : nullptr};
    Several all(tally, others);
    const bool finished = others.are_there()
                              ? run_in_pieces(floor_, crowd, asked_.spare, all, progress_)
                              : run_in_pieces(floor_, crowd, asked_.spare, tally, progress_);
    if (!finished) return;
    auto summary = std::make_unique<Summary>(summarize(floor_, crowd, std::move(tally)));
    if (experience) tell_how_it_felt(floor_.scenario(), crowd, *experience, *summary);
    if (index > 0) summary->curves = {};
    summaries_[index] = std::move(summary);
    if (recorded) recording_ = {std::move(crowd), std::move(trace)};
    progress_.evening_finished();
  }

  EveningsRun finished() {
    EveningsRun run;
    for (std::unique_ptr<Summary>& summary : summaries_)
      if (summary) run.summaries.push_back(std::move(*summary));
    run.recording = std::move(recording_);
    return run;
  }

  const Floor& floor_;
  const EveningsAsked& asked_;
  Progress& progress_;
  std::atomic<std::uint32_t> next_{0};
  std::vector<std::unique_ptr<Summary>> summaries_;  ///< null: not finished
  std::optional<Recording> recording_;
  std::atomic<bool> failed_{false};
  std::mutex failing_;
  std::exception_ptr failure_;
};

}  // namespace

EveningsRun run_evenings(const Floor& floor, const EveningsAsked& asked, Progress& progress) {
  return Batch(floor, asked, progress).run();
}

}  // namespace gateflow
