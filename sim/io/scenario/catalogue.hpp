#pragma once

#include <string_view>

#include "sim/io/scenario/toml_tree.hpp"

namespace gateflow {

/// The kinds of case and tempers that are shipped: assets/cases.toml, as it was when this was
/// built.
std::string_view catalogue_text();

/// Puts into a scenario's tree what it takes from the catalogue: for each case that is like one of
/// the catalogue, the keys it does not say itself; the tempers, where the crowd has a roughness and
/// the scenario no tempers. False: it is like a case that is not there, and a fault says so.
bool fill_from_catalogue(Node& root, FaultList& faults);

}  // namespace gateflow
