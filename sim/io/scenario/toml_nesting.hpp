#pragma once

#include <optional>
#include <string_view>

#include "sim/io/place.hpp"

namespace gateflow {

/// Where a dotted key, in a header or before '=', has more parts than any scenario needs: each part
/// becomes a table inside the one before, and the parser itself has no bound for them.
std::optional<Place> too_deep_key(std::string_view toml);

}  // namespace gateflow
