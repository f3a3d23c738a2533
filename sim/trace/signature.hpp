#pragma once

#include <cstdint>

#include "sim/trace/happening.hpp"

namespace gateflow {

/// Sink: a 64-bit hash over every field of every happening, in order; nothing is stored. Two
/// builds whose evenings have one signature behave alike.
///
/// Each word is taken in by a step that is one-to-one in the hash so far, so a difference in a
/// single word always shows.
class Signature {
 public:
  void operator()(const Happening& h) {
    take(static_cast<std::uint64_t>(h.at.count()));
    take(std::uint64_t{h.person.value} << 32 | h.station.value);
    take(std::uint64_t{h.lane.value} << 32 | h.kind.value);
    take(static_cast<std::uint64_t>(h.what));
  }

  std::uint64_t value() const { return hash_; }

 private:
  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014) without its last shift.
  void take(std::uint64_t word) {
    hash_ ^= word;
    hash_ = (hash_ ^ hash_ >> 30) * 0xBF58476D1CE4E5B9u;
    hash_ = (hash_ ^ hash_ >> 27) * 0x94D049BB133111EBu;
  }

  std::uint64_t hash_ = 0x9E3779B97F4A7C15u;
};

}  // namespace gateflow
