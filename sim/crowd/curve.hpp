#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/scenario/audience.hpp"

namespace gateflow {

/// An arrival curve seen as how many have come by when: quadratic from knot to knot, and flat
/// where nobody comes.
class CumulativeCurve {
 public:
  /// Requires knots in order of time and rates of at least 0.
  explicit CumulativeCurve(std::span<const Knot> knots);

  /// How many come in all, in the unit of the rates times seconds.
  double total() const { return stretches_.empty() ? 0 : stretches_.back().above; }

  /// Inverts the curve for counts that come in ascending order, and so never looks back.
  class Walk {
   public:
    explicit Walk(const CumulativeCurve& curve) : curve_(curve) {}

    /// Replaces counts, ascending and none below those of an earlier call, by the instants in
    /// seconds at which so many have come; the total and all above it come at the end.
    void to_instants(std::span<double> counts);

   private:
    const CumulativeCurve& curve_;
    std::size_t at_ = 0;
  };

 private:
  /// From one knot to the next, where somebody comes.
  struct Stretch {
    double begin_s, end_s;
    double rate;          ///< at its begin
    double slope;         ///< of the rate, per second
    double below, above;  ///< how many have come at its begin and at its end
  };

  static void to_instants(const Stretch& stretch, std::span<double> counts);

  std::vector<Stretch> stretches_;
};

}  // namespace gateflow
