#pragma once

#include <cstdint>
#include <span>

namespace gateflow {

/// What all draws of one evening hang on.
struct Luck {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;

  bool operator==(const Luck&) const = default;
};

/// A sequence of uniform draws, each computed from its position alone: nobody's draw depends on
/// anybody else's, or on how many were taken before.
///
/// Philox4x32-10 (Salmon et al. 2011, Random123) with key = seed and counter = (index / 2, stream,
/// replication). A block of 128 bits gives two draws: index i takes half i % 2 of block i / 2.
class Stream {
 public:
  Stream(Luck luck, std::uint32_t stream) : luck_(luck), stream_(stream) {}

  /// Uniform in the open interval (0, 1): an odd multiple of 2^-53, so 1 - u is exact and likewise
  /// a possible draw.
  double operator()(std::uint64_t index) const;

  /// out[i] = (*this)(first + i), several times faster.
  void fill(std::uint64_t first, std::span<double> out) const;

 private:
  Luck luck_;
  std::uint32_t stream_;
};

}  // namespace gateflow
