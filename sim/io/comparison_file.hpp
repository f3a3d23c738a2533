#pragma once

#include <string>

#include "sim/analysis/comparison.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/whole_file.hpp"

namespace gateflow {

/// Every figure of every variant with its change to the base, as docs/json.md tells.
std::string comparison_json(const Origin& origin, const std::string& scenario, std::uint64_t seed,
                            const Comparison& comparison);

/// A row a variant and figure.
void write_comparison(const Comparison& comparison, WholeFile& file);

}  // namespace gateflow
