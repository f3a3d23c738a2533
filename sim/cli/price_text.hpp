#pragma once

#include <string>

#include "sim/analysis/price.hpp"
#include "sim/cli/look.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// A map of what a hold-up costs, station by time, and a table of the dearest times.
std::string price_text(const Scenario& scenario, const Prices& prices, const std::string& call,
                       const Look& look);

}  // namespace gateflow
