#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/arguments.hpp"
#include "sim/cli/look.hpp"
#include "sim/cli/progress.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What every verb that runs evenings takes.
struct CommonOptions {
  std::string file;
  std::vector<std::string> set;  ///< values laid over the file's
  std::string variant;           ///< of the file's; empty: the file itself
  std::optional<std::uint64_t> seed;
  std::uint32_t replications = 1;
  std::optional<std::uint32_t> replication;
  unsigned threads = 1;
  bool json = false;
  ProgressStyle progress = ProgressStyle::None;
  Look look;
};

/// Throws UsageError for what is out of range.
CommonOptions common_options(const Arguments& arguments);

/// The scenario as it was asked for, for commands that are suggested next: its file, and the seed
/// and replication where they are not the usual ones.
std::string call_of(const CommonOptions& options, const Scenario& scenario);

Origin origin_of(const CommonOptions& options);

/// Opens a file for results; none: none was asked for. Throws UsageError where it would replace the
/// scenario.
std::unique_ptr<WholeFile> output_file(const CommonOptions& options, std::string_view option,
                                       const std::optional<std::string>& path);

template <class Number>
std::optional<Number> narrow(std::optional<std::uint64_t> number) {
  return number ? std::optional(static_cast<Number>(*number)) : std::nullopt;
}

}  // namespace gateflow
