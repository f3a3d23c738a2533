#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/analysis/summary.hpp"

namespace gateflow {

/// What a summary file says about where it comes from.
struct Origin {
  std::string version;           ///< of the program
  std::string file;              ///< the scenario was read from
  std::vector<std::string> set;  ///< values laid over the file's
  std::size_t asked = 1;         ///< evenings; fewer are there if the run was interrupted
  std::string variant{};         ///< of the file's; empty: the file itself
};

/// "hold", or null.
nlohmann::ordered_json variant_json(const Origin& origin);

/// One evening for programs, as docs/json.md tells.
std::string summary_json(const Origin& origin, const Summary& evening);

/// Several evenings of one scenario: each figure with its mean, confidence interval and values.
/// Requires at least one.
std::string summary_json(const Origin& origin, const std::vector<Summary>& evenings);

}  // namespace gateflow
