#pragma once

#include <string>

#include "sim/io/scenario/toml_tree.hpp"

namespace gateflow {

/// Lays one value over a scenario's tree: `case.dead-phone.rule = "hold"`, with tables on the way
/// made where there are none. A value that begins with a letter and is no TOML word is text without
/// its quotes. False: it is not of that form, and a fault says so.
bool override_value(Node& root, const std::string& assignment, FaultList& faults);

}  // namespace gateflow
