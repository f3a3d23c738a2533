#pragma once

#include <compare>
#include <cstdint>

namespace gateflow {

/// A place in one of the files read: line and column count characters from 1. Line 0: nowhere.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  auto operator<=>(const Place&) const = default;
  explicit operator bool() const { return line != 0; }
};

}  // namespace gateflow
