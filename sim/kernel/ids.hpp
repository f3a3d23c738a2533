#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace gateflow {

/// An index that knows what it indexes: a LaneId cannot pick a person. Ids start at zero in each
/// evening; `none` is the absent one.
template <class Tag>
struct Id {
  std::uint32_t value = std::numeric_limits<std::uint32_t>::max();

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

  constexpr auto operator<=>(const Id&) const = default;
  constexpr explicit operator bool() const { return *this != Id{}; }
  constexpr std::size_t index() const { return value; }
};

using PersonId = Id<struct PersonTag>;
using GateId = Id<struct GateTag>;
using ClassId = Id<struct ClassTag>;
using TouchpointId = Id<struct TouchpointTag>;
using StationId = Id<struct StationTag>;
using LaneId = Id<struct LaneTag>;
using ZoneId = Id<struct ZoneTag>;
using CaseId = Id<struct CaseTag>;
using RuleId = Id<struct RuleTag>;
using TemperId = Id<struct TemperTag>;

}  // namespace gateflow
