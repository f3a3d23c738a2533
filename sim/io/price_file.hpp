#pragma once

#include <string>

#include "sim/analysis/price.hpp"
#include "sim/io/summary_json.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Every point with its mean and interval for programs, as docs/json.md tells.
std::string prices_json(const Origin& origin, const Scenario& scenario, const Prices& prices);

/// A row a station and instant: mean, half-width of the 95 % interval, and evenings.
void write_prices(const Scenario& scenario, const Prices& prices, WholeFile& file);

}  // namespace gateflow
