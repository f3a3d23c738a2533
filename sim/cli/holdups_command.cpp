#include <fmt/format.h>

#include <algorithm>

#include "sim/analysis/hold_ups.hpp"
#include "sim/cli/advice_text.hpp"
#include "sim/cli/case_choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common_options.hpp"
#include "sim/cli/evenings.hpp"
#include "sim/cli/hold_up_kinds_text.hpp"
#include "sim/cli/hold_ups_text.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/scenario_input.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/io/hold_ups_file.hpp"
#include "sim/ledger/account.hpp"
#include "sim/model/evening.hpp"

namespace gateflow {
namespace {

struct HoldUpsOptions : CommonOptions {
  std::optional<std::string> csv;
  unsigned top = 20;
  std::optional<unsigned> one_case, person;
  bool advice = false;
  std::optional<Time> aside_cost;
  bool says_replications = false;
};

HoldUpsOptions options_from(const Arguments& arguments) {
  HoldUpsOptions options{common_options(arguments),
                         arguments.text("csv"),
                         narrow<unsigned>(arguments.number("top", 1, 1'000'000)).value_or(20),
                         narrow<unsigned>(arguments.number("case", 1, UINT32_MAX)),
                         narrow<unsigned>(arguments.number("person", 1, UINT32_MAX)),
                         arguments.has("advice"),
                         arguments.span("aside-cost"),
                         arguments.has("replications")};
  const bool story = options.one_case || options.person;
  if (options.aside_cost && !options.advice) throw UsageError("--aside-cost is for --advice");
  if (options.advice && (story || options.csv || options.json))
    throw UsageError("--advice is text of its own: without --case, --person, --csv and --json");
  if (options.one_case && options.person)
    throw UsageError("--case and --person tell two stories: choose one");
  if (story && options.replications > 1)
    throw UsageError(
        "a story is of one evening: choose it with --replication instead of --replications");
  if (options.replication && options.replications > 1)
    throw UsageError("--replication and --replications exclude each other here");
  if (story && (options.json || options.csv))
    throw UsageError(
        "--case and --person tell their story in text; --json and --csv have every case");
  return options;
}

Luck luck_of(const HoldUpsOptions& options, const Scenario& scenario) {
  return {options.seed.value_or(scenario.seed), options.replication.value_or(0)};
}

/// Those that were finished before an interruption.
std::vector<HoldUps> run_all(const HoldUpsOptions& options, const Floor& floor) {
  Progress progress(options.progress, options.replications);
  const auto advance = [&](double part) {
    progress.advance(part);
    return !is_interrupted();
  };
  std::vector<HoldUps> evenings;
  Luck luck = luck_of(options, floor.scenario());
  for (; evenings.size() < options.replications && !is_interrupted(); ++luck.replication) {
    const Crowd crowd = draw_crowd(floor.scenario(), luck);
    auto evening = hold_ups_of(floor, crowd, 10, options.threads, advance);
    if (!evening) break;
    evenings.push_back(std::move(*evening));
    progress.evening_finished();
  }
  return evenings;
}

ExitCode tell_case(const HoldUpsOptions& options, const Floor& floor) {
  const Scenario& scenario = floor.scenario();
  const Luck luck = luck_of(options, scenario);
  const Crowd crowd = draw_crowd(scenario, luck);
  const std::vector<HoldUp> cases = cases_of_evening(floor, crowd);
  const auto number = checked_case(*options.one_case, cases.size(), options.file);
  if (!number) return ExitCode::InvalidInput;

  const HoldUpCost cost = cost_of_case(floor, crowd, *number, std::max(options.top, 10u));
  EveningsAsked asked;
  asked.seed = luck.seed;
  asked.first = luck.replication;
  Progress none(ProgressStyle::None, 2);
  const EveningsRun as_it_was = run_evenings(floor, asked, none);
  asked.spare = std::get<Spare>(without(floor, cost.hold_up).change);
  const EveningsRun other = run_evenings(floor, asked, none);
  if (as_it_was.summaries.empty() || other.summaries.empty()) return ExitCode::Interrupted;
  print(case_story(scenario, crowd, cost, as_it_was.summaries[0], other.summaries[0], options.top,
                   options.look));
  return ExitCode::Done;
}

ExitCode tell_person(const HoldUpsOptions& options, const Floor& floor) {
  const Crowd crowd = draw_crowd(floor.scenario(), luck_of(options, floor.scenario()));
  const auto number = checked_person(*options.person, crowd.size());
  if (!number) return ExitCode::InvalidInput;
  const PersonId person{*number - 1u};
  Account account(floor, crowd, person);
  Endings endings(crowd.size());
  Several sinks(account, endings);
  const World end = run_evening(floor, crowd, sinks);
  account.close(end_of(floor, end));
  print(person_story(floor.scenario(), crowd, person, endings[person], account, options.look));
  return ExitCode::Done;
}

ExitCode tell_advice(const HoldUpsOptions& options, const Floor& floor) {
  constexpr std::uint32_t usual_evenings = 10;
  BreakEvenAsked asked;
  asked.aside_cost = options.aside_cost;
  asked.luck = luck_of(options, floor.scenario());
  asked.evenings = options.says_replications ? options.replications : usual_evenings;
  asked.threads = options.threads;
  const BreakEvens advice = [&] {
    Progress progress(options.progress, asked.evenings);
    return break_evens_of(floor, asked, [&](double part) {
      progress.advance(part);
      return !is_interrupted();
    });
  }();
  if (is_interrupted())
    tell_error(fmt::format("{} of {} evenings were finished", advice.finished, asked.evenings));
  if (is_interrupted() && advice.finished == 0) return ExitCode::Interrupted;
  print(advice_text(floor.scenario(), advice, asked, options.look));
  return is_interrupted() ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace

ExitCode holdups_command(const Arguments& arguments) {
  const HoldUpsOptions options = options_from(arguments);
  const std::optional<Scenario> scenario =
      scenario_from(options.file, options.set, options.variant);
  if (!scenario) return ExitCode::InvalidInput;
  const Floor floor(*scenario);
  watch_for_interruption();
  if (options.one_case) return tell_case(options, floor);
  if (options.person) return tell_person(options, floor);
  if (options.advice) return tell_advice(options, floor);

  const auto csv = output_file(options, "csv", options.csv);
  const std::vector<HoldUps> evenings = run_all(options, floor);
  const bool interrupted = evenings.size() < options.replications;
  if (interrupted)
    tell_error(evenings.empty() ? "no evening was finished"
                                : fmt::format("{} of {} evenings were finished", evenings.size(),
                                              options.replications));
  if (evenings.empty()) return ExitCode::Interrupted;

  if (csv) {
    write_hold_ups(*scenario, evenings, *csv);
    csv->put_in_place();
  }
  const std::string call = call_of(options, *scenario);
  const Origin origin = origin_of(options);
  if (options.json) {
    print(hold_ups_json(origin, *scenario, evenings));
  } else if (options.replications > 1) {
    print(hold_up_kinds_text(*scenario, evenings, call, options.look));
  } else {
    print(hold_ups_text(*scenario, evenings.front(), options.top, call, options.look));
  }
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace gateflow
