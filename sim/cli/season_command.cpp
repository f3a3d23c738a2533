#include <fmt/format.h>

#include "sim/analysis/seasons.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common_options.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/scenario_input.hpp"
#include "sim/cli/season_text.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/cli/words.hpp"
#include "sim/io/season_file.hpp"

namespace gateflow {
namespace {

struct SeasonOptions : CommonOptions {
  std::uint32_t evenings = 20;
  std::optional<std::string> csv;
};

SeasonOptions options_from(const Arguments& arguments) {
  constexpr std::uint64_t most_kept = 100'000;  // a few kilobytes each
  SeasonOptions options{
      common_options(arguments),
      narrow<std::uint32_t>(arguments.number("evenings", 1, most_evenings)).value_or(20),
      arguments.text("csv")};
  if (options.replication && options.replications > 1)
    throw UsageError("--replication and --replications exclude each other here");
  if (options.replication.value_or(0) >= most_replications)
    throw UsageError(fmt::format("--replication is from 0 to {} here", most_replications - 1));
  if (std::uint64_t{options.evenings} * options.replications > most_kept)
    throw UsageError(fmt::format("--evenings {} times --replications {} are more than {} evenings",
                                 options.evenings, options.replications, grouped(most_kept)));
  return options;
}

std::vector<SeasonRun> run(const SeasonOptions& options, const Scenario& scenario) {
  const SeasonAsked asked{.seed = options.seed.value_or(scenario.seed),
                          .first = options.replication.value_or(0),
                          .replications = options.replications,
                          .evenings = options.evenings,
                          .threads = options.threads};
  Progress progress(options.progress, std::size_t{options.replications} * options.evenings);
  return seasons_of(scenario, asked, [&](double part) {
    progress.advance(part * options.evenings);
    progress.evening_finished();
    return !is_interrupted();
  });
}

}  // namespace

ExitCode season_command(const Arguments& arguments) {
  const SeasonOptions options = options_from(arguments);
  const std::optional<Scenario> scenario =
      scenario_from(options.file, options.set, options.variant);
  if (!scenario) return ExitCode::InvalidInput;
  const auto csv = output_file(options, "csv", options.csv);

  watch_for_interruption();
  const std::vector<SeasonRun> seasons = run(options, *scenario);
  const bool interrupted = seasons.size() < options.replications;
  if (interrupted)
    tell_error(fmt::format("{} of {} seasons were finished", seasons.size(), options.replications));
  if (seasons.empty()) return ExitCode::Interrupted;

  if (csv) {
    write_season(*scenario, seasons, *csv);
    csv->put_in_place();
  }
  const Origin origin = origin_of(options);
  print(options.json ? season_json(origin, *scenario, seasons)
                     : season_text(*scenario, seasons, options.replications,
                                   call_of(options, *scenario), options.look));
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace gateflow
