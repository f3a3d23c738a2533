#include <fmt/format.h>

#include "sim/analysis/price.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common_options.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/price_text.hpp"
#include "sim/cli/scenario_input.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/cli/words.hpp"
#include "sim/io/price_file.hpp"

namespace gateflow {
namespace {

struct PriceOptions : CommonOptions {
  Time hold, every;
  std::optional<std::string> csv;
};

PriceOptions options_from(const Arguments& arguments) {
  PriceOptions options{common_options(arguments), arguments.span("hold").value_or(60s),
                       arguments.span("every").value_or(5min), arguments.text("csv")};
  if (options.replication && options.replications > 1)
    throw UsageError("--replication and --replications exclude each other here");
  return options;
}

std::optional<Prices> run(const PriceOptions& options, const Floor& floor) {
  const PriceAsked asked{
      .hold = options.hold,
      .every = options.every,
      .luck = {options.seed.value_or(floor.scenario().seed), options.replication.value_or(0)},
      .evenings = options.replications,
      .threads = options.threads};
  Progress progress(options.progress, options.replications);
  return prices_of(floor, asked, [&](double part) {
    progress.advance(part);
    return !is_interrupted();
  });
}

}  // namespace

ExitCode price_command(const Arguments& arguments) {
  const PriceOptions options = options_from(arguments);
  const std::optional<Scenario> scenario =
      scenario_from(options.file, options.set, options.variant);
  if (!scenario) return ExitCode::InvalidInput;
  const Floor floor(*scenario);
  const auto csv = output_file(options, "csv", options.csv);

  watch_for_interruption();
  const std::optional<Prices> prices = run(options, floor);
  if (!prices)
    throw UsageError(fmt::format(
        "--every {} asks for more than {} stations and times; a longer step asks for fewer",
        fmt::format("{} s", in_seconds(options.every)), grouped(most_price_points)));
  const bool interrupted = is_interrupted();
  if (interrupted)
    tell_error(
        fmt::format("{} of {} evenings were finished", prices->finished, options.replications));
  if (interrupted && prices->finished == 0) return ExitCode::Interrupted;

  if (csv) {
    write_prices(*scenario, *prices, *csv);
    csv->put_in_place();
  }
  const Origin origin = origin_of(options);
  print(options.json ? prices_json(origin, *scenario, *prices)
                     : price_text(*scenario, *prices, call_of(options, *scenario), options.look));
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace gateflow
