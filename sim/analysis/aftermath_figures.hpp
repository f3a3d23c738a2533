#pragma once

#include <cstddef>
#include <optional>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// What came after an evening.
struct AftermathFigures {
  std::size_t dissatisfied = 0;  ///< of those who came
  std::size_t closed = 0;        ///< complaints to the house
  std::size_t in_public = 0;     ///< and in public at once
  std::size_t acknowledged_in_time = 0;
  std::size_t answered_in_time = 0;
  std::size_t satisfied = 0;                           ///< by the answer
  Time answer_mean{}, answer_p95{}, answer_longest{};  ///< from the complaint to its answer
  std::size_t turned_public = 0;                       ///< of the closed ones
  std::size_t reached = 0;                             ///< by all public complaints
  std::size_t kept = 0;                                ///< of the dissatisfied, who come again
  std::optional<double> satisfaction;                  ///< mean of all who came, after the answers

  std::size_t complaints() const { return closed + in_public; }
  std::size_t lost() const { return dissatisfied - kept; }
  bool operator==(const AftermathFigures&) const = default;
};

}  // namespace gateflow
