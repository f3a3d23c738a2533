#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gateflow {

/// Picks one of a few by their relative shares, with one uniform a pick.
class Shares {
 public:
  struct Choice {
    std::uint8_t which = 0;
    double share = 0;
  };

  Shares() = default;
  /// Requires at most 255 choices, shares of at least 0, and one above 0.
  explicit Shares(std::span<const Choice> choices);

  /// Requires 0 <= uniform < 1.
  std::uint8_t operator()(double uniform) const {
    std::size_t i = first_in_cell_[static_cast<std::uint8_t>(uniform * cells)];
    while (uniform >= up_to_[i]) ++i;
    return which_[i];
  }

  bool is_certain() const { return which_.size() == 1; }

  /// Everyone who may be picked, in the order given.
  std::span<const std::uint8_t> possible() const { return which_; }

 private:
  static constexpr int cells = 256;

  std::vector<std::uint8_t> which_;
  std::vector<double> up_to_;  ///< cumulated shares; the last is 1
  /// Where the search begins for a uniform in [k, k + 1) / cells.
  std::array<std::uint8_t, cells> first_in_cell_{};
};

}  // namespace gateflow
