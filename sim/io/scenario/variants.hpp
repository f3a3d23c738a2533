#pragma once

#include <string>
#include <vector>

#include "sim/io/scenario/override.hpp"

namespace gateflow {

/// What the file without any of its variants is called.
inline constexpr const char* the_file_itself = "base";

/// The evening under another name, with some values laid over the file's own.
struct VariantText {
  std::string name;
  Place at;
  std::vector<Overlay> overlays;
};

/// Takes the tables `[variant.NAME]` out of a scenario's tree, in the order of the file. What they
/// say replaces whole keys: `[variant.fast.station.scan] service_s` the one of `[station.scan]`.
std::vector<VariantText> take_variants(Node& tree, FaultList& faults);

}  // namespace gateflow
