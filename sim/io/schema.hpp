#pragma once

#include <string>

namespace gateflow {

/// The JSON Schema (draft 4) of the scenario file, for editors: made of the same descriptions that
/// the reader follows. What only makes sense across keys (names that have to exist, laws whose
/// numbers fit together) the reader alone can tell.
std::string scenario_schema();

}  // namespace gateflow
