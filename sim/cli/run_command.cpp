#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "sim/analysis/figures.hpp"
#include "sim/analysis/hold_ups.hpp"
#include "sim/cli/case_choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common_options.hpp"
#include "sim/cli/evenings.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/scenario_input.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/summary_text.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/io/people_file.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/trace_file.hpp"

namespace gateflow {
namespace {

struct RunOptions : CommonOptions {
  std::optional<std::string> trace, people;
  std::optional<unsigned> without_case;

  bool records() const { return trace || people; }
};

/// Of several evenings one has to be chosen for the files that tell a single one.
void check_choice(const RunOptions& options) {
  if (options.replications == 1) return;
  if (options.records() && !options.replication)
    throw UsageError(fmt::format("{} tells one evening: choose it with --replication K, 0 to {}",
                                 options.trace ? "--trace" : "--people", options.replications - 1));
  if (!options.records() && options.replication)
    throw UsageError(
        "--replication with --replications chooses the evening of --trace or --people,"
        " and neither is given");
  if (options.replication && *options.replication >= options.replications)
    throw UsageError(
        fmt::format("--replication {} is not among them: --replications {} are 0 to {}",
                    *options.replication, options.replications, options.replications - 1));
}

RunOptions options_from(const Arguments& arguments) {
  RunOptions options{common_options(arguments), arguments.text("trace"), arguments.text("people"),
                     narrow<unsigned>(arguments.number("without-case", 1, UINT32_MAX))};
  check_choice(options);
  if (options.trace && options.trace == options.people)
    throw UsageError("--trace and --people name the same file");
  if (options.without_case && options.replications > 1)
    throw UsageError(
        "--without-case is about one evening: choose it with --replication instead of "
        "--replications");
  return options;
}

EveningsAsked asked_for(const RunOptions& options, const Scenario& scenario) {
  EveningsAsked asked;
  asked.seed = options.seed.value_or(scenario.seed);
  asked.count = options.replications;
  asked.threads = options.threads;
  if (options.replications == 1) asked.first = options.replication.value_or(0);
  if (options.records()) asked.record = options.replication.value_or(asked.first);
  return asked;
}

/// Files are opened before the work begins, so that a place where they cannot be is known at once.
class RecordingFiles {
 public:
  explicit RecordingFiles(const RunOptions& options) {
    trace_ = output_file(options, "trace", options.trace);
    people_ = output_file(options, "people", options.people);
  }

  void write(const Scenario& scenario, const EveningsRun& run) {
    if (!run.recording) return;
    const auto& [crowd, trace] = *run.recording;
    if (trace_) write_trace(trace, scenario, *trace_);
    if (people_) {
      const Time end = end_of(run, trace);
      write_people(scenario, crowd, trace, end, money_of(scenario, crowd, trace, end), *people_);
    }
    if (trace_) trace_->put_in_place();
    if (people_) people_->put_in_place();
  }

 private:
  /// Empty where the scenario does not count it.
  static Table<PersonId, PersonMoney> money_of(const Scenario& scenario, const Crowd& crowd,
                                               const Trace& trace, Time end) {
    if (!scenario.money) return {};
    return money_by_person(Floor(scenario), crowd, trace, end);
  }

  static Time end_of(const EveningsRun& run, const Trace& trace) {
    const auto evening = std::ranges::find(run.summaries, trace.luck, &Summary::luck);
    return evening->end;
  }

  std::unique_ptr<WholeFile> trace_, people_;
};

CommonOptions without_replication(const CommonOptions& options) {
  CommonOptions others = options;
  others.replication.reset();
  return others;
}

void print_results(const RunOptions& options, const Scenario& scenario, const EveningsRun& run) {
  const auto& evenings = run.summaries;
  const Origin origin = origin_of(options);
  if (options.replications == 1)
    print(options.json ? summary_json(origin, evenings.front())
                       : summary_text(evenings.front(), call_of(options, scenario), options.look));
  else
    print(options.json
              ? summary_json(origin, evenings)
              : summary_text(evenings, options.replications,
                             call_of(without_replication(options), scenario), options.look));
}

bool all_goals_met(const std::vector<Summary>& evenings) {
  return std::ranges::all_of(goals_of(evenings),
                             [](const ReplicatedGoal& goal) { return goal.goal.met; });
}

/// How many evenings are there when they were not all waited for.
void tell_what_is_kept(const RunOptions& options, const EveningsRun& run) {
  if (run.summaries.empty())
    tell_error("no evening was finished");
  else
    tell_error(
        fmt::format("{} of {} evenings were finished", run.summaries.size(), options.replications));
  if (options.records() && !run.recording)
    tell_error("the one to be recorded was not among them: no file is written");
}

}  // namespace

ExitCode run_command(const Arguments& arguments) {
  const RunOptions options = options_from(arguments);
  const std::optional<Scenario> scenario =
      scenario_from(options.file, options.set, options.variant);
  if (!scenario) return ExitCode::InvalidInput;
  RecordingFiles files(options);
  const Floor floor(*scenario);
  EveningsAsked asked = asked_for(options, *scenario);
  if (options.without_case) {
    const Crowd crowd = draw_crowd(*scenario, {asked.seed, asked.first});
    const std::vector<HoldUp> cases = cases_of_evening(floor, crowd);
    const std::optional<unsigned> chosen =
        checked_case(*options.without_case, cases.size(), options.file);
    if (!chosen) return ExitCode::InvalidInput;
    asked.spare = std::get<Spare>(without(floor, cases[*chosen - 1]).change);
  }

  watch_for_interruption();
  const EveningsRun run = [&] {
    Progress progress(options.progress, options.replications);
    return run_evenings(floor, asked, progress);
  }();
  const bool interrupted = run.summaries.size() < options.replications;
  if (interrupted) tell_what_is_kept(options, run);

  files.write(*scenario, run);
  if (!run.summaries.empty()) print_results(options, *scenario, run);
  if (interrupted) return ExitCode::Interrupted;
  return all_goals_met(run.summaries) ? ExitCode::Done : ExitCode::GoalMissed;
}

}  // namespace gateflow
