#include "sim/cli/common_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "sim/cli/commands.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

When colour_of(const Arguments& arguments) {
  const std::string word = arguments.text("color").value_or("auto");
  return word == "always" ? When::Always : word == "never" ? When::Never : When::Auto;
}

ProgressStyle progress_of(const Arguments& arguments) {
  const std::string word = arguments.text("progress").value_or("auto");
  if (arguments.has("quiet") || word == "none") return ProgressStyle::None;
  return word == "plain" ? ProgressStyle::Plain : progress_style_of_stderr();
}

}  // namespace

CommonOptions common_options(const Arguments& arguments) {
  constexpr std::uint64_t most_evenings = 100'000, most_threads = 1024;
  CommonOptions options;
  options.file = arguments.operands().front();
  options.set = arguments.texts("set");
  options.variant = arguments.text("variant").value_or("");
  options.seed = arguments.number("seed", 0, INT64_MAX);
  options.replications =
      narrow<std::uint32_t>(arguments.number("replications", 1, most_evenings)).value_or(1);
  options.replication = narrow<std::uint32_t>(arguments.number("replication", 0, UINT32_MAX));
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  options.threads = narrow<unsigned>(arguments.number("threads", 1, most_threads)).value_or(cores);
  options.json = arguments.has("json");
  options.progress = progress_of(arguments);
  options.look = look_of_stdout(
      colour_of(arguments), narrow<unsigned>(arguments.number("width", least_width, most_width)));
  return options;
}

Origin origin_of(const CommonOptions& options) {
  return {std::string(version()), options.file, options.set, options.replications, options.variant};
}

std::unique_ptr<WholeFile> output_file(const CommonOptions& options, std::string_view option,
                                       const std::optional<std::string>& path) {
  if (!path) return nullptr;
  std::error_code unknown;
  if (std::filesystem::equivalent(*path, options.file, unknown))
    throw UsageError(fmt::format("--{} would replace the scenario {}", option, options.file));
  return std::make_unique<WholeFile>(*path);
}

std::string call_of(const CommonOptions& options, const Scenario& scenario) {
  std::string call = shell_word(options.file);
  if (!options.variant.empty()) call += " --variant " + shell_word(options.variant);
  for (const std::string& each : options.set) call += " --set " + shell_word(each);
  if (options.seed.value_or(scenario.seed) != scenario.seed)
    call += fmt::format(" --seed {}", *options.seed);
  if (options.replication.value_or(0) > 0)
    call += fmt::format(" --replication {}", *options.replication);
  return call;
}

}  // namespace gateflow
