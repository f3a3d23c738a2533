#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// What those who wait for a lane wait for.
enum class CauseKind : std::uint8_t {
  Service,    ///< the ordinary service of the person in it
  Case,       ///< the case of the person in it
  Walk,       ///< a place in it is kept for somebody who is still walking up
  Broken,     ///< it has broken down
  Unstaffed,  ///< it has closed, and so have the others of its station
  Doors,      ///< no lane of its station has opened yet
  Gridlock,   ///< it waits for lanes that wait for it
};
inline constexpr std::size_t cause_kinds = 7;

/// The word for it in files: "service".
std::string_view word_of(CauseKind kind);

/// The row of a ledger's hold-ups.
using HoldUpId = Id<struct HoldUpTag>;

/// What a wait is charged to at an instant.
struct Cause {
  CauseKind kind = CauseKind::Service;
  StationId station;  ///< of the lane at the root
  PersonId person;    ///< in that lane; none where nobody is
  HoldUpId hold_up;   ///< for a case
  bool operator==(const Cause&) const = default;
};

/// A case that came up, in a lane or found by a floater, and what is charged to it.
struct HoldUp {
  PersonId person;
  CaseId kind;
  StationId station;
  LaneId lane{};             ///< none: it never came to one
  Time arose{};              ///< in the lane; without one: when it was found
  Time found = never;        ///< in the line; never: not before it arose
  Time lane_free = never;    ///< when the person had left the lane; never: not before the cut
  std::uint32_t behind = 0;  ///< people who waited for that lane when it arose
  Time charged{};            ///< waits while the case held that lane
  Time charged_at_desk{};    ///< waits while it was handled at the help desk

  Time came_up() const { return std::min(arose, found); }
  bool operator==(const HoldUp&) const = default;
};

}  // namespace gateflow
