#pragma once

#include <cstdint>
#include <string_view>

#include "sim/kernel/draws.hpp"

namespace gateflow {

/// FNV-1a, 32 bit (Fowler, Noll and Vo), going on from `hash`.
constexpr std::uint32_t fnv1a(std::string_view text, std::uint32_t hash = 2'166'136'261u) {
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16'777'619u;
  return hash;
}

/// Luck is addressed by names: whose it is (a source of people, a station), what it is for
/// ("service") and, where that is not enough, at what ("bag-check"). So nothing that is added to
/// an evening shifts the draws of what was there before.
inline Stream stream_of(Luck luck, std::string_view owner, std::string_view purpose,
                        std::string_view object = {}) {
  constexpr std::string_view end_of_name{"\0", 1};
  const std::uint32_t whose = fnv1a(end_of_name, fnv1a(owner));
  return Stream{luck, fnv1a(object, fnv1a(" ", fnv1a(purpose, whose)))};
}

}  // namespace gateflow
