#pragma once

#include <cstddef>
#include <optional>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// How the evening felt to a set of people, of those who came.
struct FeltFigures {
  std::size_t people = 0;
  Time mean{}, p95{};                 ///< felt wait, as WaitFigures
  std::optional<double> to_actual{};  ///< all felt waits / all waits; none where nobody waited
  std::size_t beyond_expectation = 0;
  std::size_t offended = 0;  ///< saw somebody favoured
  double satisfaction = 0;   ///< mean, 0 to 1
  double value_lost = 0;     ///< by being late, in all
  bool operator==(const FeltFigures&) const = default;
};

}  // namespace gateflow
