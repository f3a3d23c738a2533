#pragma once

#include <string>

#include "sim/analysis/comparison.hpp"
#include "sim/cli/look.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// A verdict in words, then the variants in a table, the best by that figure of the evening first.
std::string compare_text(const Scenario& scenario, const Comparison& comparison,
                         std::string_view by, std::uint64_t seed, const std::string& call,
                         const Look& look);

}  // namespace gateflow
