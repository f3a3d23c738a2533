#pragma once

#include <string>

#include "sim/analysis/summary.hpp"

namespace gateflow {

/// The evening in a few sentences: who was in by when, who waited how long and where.
std::string verdict(const Summary& evening);

}  // namespace gateflow
