#include <fmt/format.h>

#include <algorithm>

#include "sim/analysis/comparison.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common_options.hpp"
#include "sim/cli/compare_text.hpp"
#include "sim/cli/evenings.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/scenario_input.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/io/comparison_file.hpp"
#include "sim/io/scenario/variants.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

struct CompareOptions : CommonOptions {
  std::optional<std::string> base, by, csv;
};

CompareOptions options_from(const Arguments& arguments) {
  CompareOptions options{common_options(arguments), arguments.text("base"), arguments.text("by"),
                         arguments.text("csv")};
  if (!arguments.has("replications")) options.replications = 20;
  if (options.replications < 2)
    throw UsageError("one evening says nothing of chance: --replications is 2 or more here");
  return options;
}

struct Variant {
  std::string name;
  Scenario scenario;
};

/// The file itself, then its variants; none: there are faults, and they are told.
std::optional<std::vector<Variant>> variants_from(const CompareOptions& options) {
  std::vector<Variant> variants;
  std::vector<std::string> names;
  auto base = scenario_from(options.file, options.set, {}, &names);
  if (!base) return std::nullopt;
  variants.push_back({the_file_itself, std::move(*base)});
  for (const std::string& name : names) {
    auto scenario = scenario_from(options.file, options.set, name);
    if (!scenario) return std::nullopt;
    variants.push_back({name, std::move(*scenario)});
  }
  return variants;
}

std::size_t base_among(const std::vector<Variant>& variants, const CompareOptions& options) {
  const std::string asked = options.base.value_or(the_file_itself);
  std::vector<std::string> names;
  for (const Variant& variant : variants) names.push_back(variant.name);
  const auto found = std::ranges::find(names, asked);
  if (found == names.end())
    throw UsageError(fmt::format("--base: there is no variant {}; {}", in_quotes(asked),
                                 nearest_or_all(asked, names)));
  return static_cast<std::size_t>(found - names.begin());
}

/// A few evenings of every variant at a time, so that those finished by then can be compared after
/// an interruption.
std::vector<VariantRun> run(const std::vector<Variant>& variants, const CompareOptions& options) {
  std::vector<VariantRun> runs;
  std::vector<Floor> floors;
  for (const Variant& variant : variants) {
    runs.push_back({variant.name, {}});
    floors.emplace_back(variant.scenario);
  }
  Progress progress(options.progress, options.replications * variants.size());
  EveningsAsked asked;
  asked.seed = options.seed.value_or(variants.front().scenario.seed);
  asked.threads = options.threads;
  const std::uint32_t block = std::max(options.threads, 8u);
  for (; asked.first < options.replications && !is_interrupted(); asked.first += asked.count) {
    asked.count = std::min(block, options.replications - asked.first);
    for (std::size_t k = 0; k < variants.size(); ++k)
      for (Summary& evening : run_evenings(floors[k], asked, progress).summaries)
        runs[k].evenings.push_back(std::move(evening));
  }
  return runs;
}

std::string figure_asked_for(const CompareOptions& options, const Comparison& comparison) {
  const std::string by = options.by.value_or("wait_mean_s");
  std::vector<std::string> keys;
  for (const ComparedVariant& variant : comparison.variants)
    for (const ComparedFigure& each : variant.figures)
      if (each.figure.section == "evening" &&
          std::ranges::find(keys, each.figure.key) == keys.end())
        keys.emplace_back(each.figure.key);
  if (std::ranges::find(keys, by) == keys.end())
    throw UsageError(fmt::format("--by: an evening has no figure {}; {}", in_quotes(by),
                                 nearest_or_all(by, keys)));
  return by;
}

}  // namespace

ExitCode compare_command(const Arguments& arguments) {
  const CompareOptions options = options_from(arguments);
  const auto variants = variants_from(options);
  if (!variants) return ExitCode::InvalidInput;
  if (variants->size() == 1)
    throw UsageError(
        fmt::format("{} has no [variant.NAME]: there is nothing to compare", options.file));
  const std::size_t base = base_among(*variants, options);
  const auto csv = output_file(options, "csv", options.csv);

  watch_for_interruption();
  const Comparison comparison = compare(run(*variants, options), base);
  const bool interrupted = comparison.evenings < options.replications;
  if (interrupted)
    tell_error(fmt::format("{} of {} evenings were finished for every variant", comparison.evenings,
                           options.replications));
  if (comparison.evenings == 0) return ExitCode::Interrupted;

  const std::string by = figure_asked_for(options, comparison);
  if (csv) {
    write_comparison(comparison, *csv);
    csv->put_in_place();
  }
  const Scenario& scenario = variants->front().scenario;
  const std::uint64_t seed = options.seed.value_or(scenario.seed);
  const Origin origin = origin_of(options);
  print(options.json ? comparison_json(origin, scenario.name, seed, comparison)
                     : compare_text(scenario, comparison, by, seed, call_of(options, scenario),
                                    options.look));
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace gateflow
