#pragma once

#include <cstdint>

#include "sim/kernel/table.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// Sink: how long each person waited in all, in line, before full pens, and served in a lane for
/// want of room ahead.
///
/// A wait that is still on counts as minus the instant at which it began, so the sums of two
/// evenings that go on alike differ by what they will differ at the end.
class Waits {
 public:
  explicit Waits(std::size_t people) : twice_sum_(people) {}

  [[gnu::always_inline]] void operator()(const Happening& h) {
    switch (h.what) {
      case What::StoodOutside:
      case What::Joined:
      case What::Moved:
      case What::Blocked:
        return begin(h.person, h.at);
      case What::Called:
      case What::Left:
      case What::SteppedAside:
      case What::TurnedAway:
      case What::GaveUp:
      case What::Baulked:
        return end(h.person, h.at);
      default:
        return;
    }
  }

  /// To be called once nothing more happens: waits that are still on last until then.
  void close(Time at) {
    for (const PersonId person : keys_of(twice_sum_)) end(person, at);
  }

  Time operator[](PersonId person) const { return Time{twice_sum_[person] >> 1}; }
  std::size_t people() const { return twice_sum_.size(); }

 private:
  static std::int64_t twice(Time at) { return 2 * at.count(); }

  void begin(PersonId person, Time at) {
    std::int64_t& w = twice_sum_[person];
    if (!is_waiting(w)) w += 1 - twice(at);
  }
  void end(PersonId person, Time at) {
    std::int64_t& w = twice_sum_[person];
    if (is_waiting(w)) w += twice(at) - 1;
  }
  static bool is_waiting(std::int64_t twice_sum) { return (twice_sum & 1) != 0; }

  /// Twice the sum, plus 1 while they wait: one place in memory a person, as this runs beside
  /// everything else.
  Table<PersonId, std::int64_t> twice_sum_;
};

}  // namespace gateflow
