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
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr const char* the_file_itself = "base";

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

std::vector<VariantRun> run(const std::vector<Variant>& variants, const CompareOptions& options) {
  std::vector<VariantRun> runs;
  Progress progress(options.progress, options.replications * variants.size());
  for (const Variant& variant : variants) {
    const Floor floor(variant.scenario);
    EveningsAsked asked;
    asked.seed = options.seed.value_or(variants.front().scenario.seed);
    asked.count = options.replications;
    asked.threads = options.threads;
    runs.push_back({variant.name, run_evenings(floor, asked, progress).summaries});
  }
  return runs;
}

std::string figure_asked_for(const CompareOptions& options, const Comparison& comparison) {
  const std::string by = options.by.value_or("wait_mean_s");
  std::vector<std::string> keys;
  for (const ComparedFigure& each : comparison.variants.front().figures)
    if (each.figure.section == "evening") keys.emplace_back(each.figure.key);
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
  const std::size_t base = base_among(*variants, options);
  std::optional<WholeFile> csv;
  if (options.csv) csv.emplace(*options.csv);

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
