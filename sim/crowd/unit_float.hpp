#pragma once

namespace gateflow {

/// A place in [0, 1) as a float. Rounding alone would take the last ones to 1.
constexpr float unit_float(double place) {
  constexpr float last = 0x1.fffffep-1f;
  const auto rounded = static_cast<float>(place);
  return rounded < last ? rounded : last;
}

}  // namespace gateflow
