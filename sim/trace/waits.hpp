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
  explicit Waits(std::size_t people) : sum_(people), waiting_(people) {}

  void operator()(const Happening& h) {
    switch (h.what) {
      case What::StoodOutside:
      case What::Joined:
      case What::Moved:
      case What::Blocked:
        return begin(h.person, h.at);
      case What::Called:
      case What::Left:
      case What::GaveUp:
      case What::Baulked:
        return end(h.person, h.at);
      default:
        return;
    }
  }

  /// To be called once nothing more happens: waits that are still on last until then.
  void close(Time at) {
    for (const PersonId person : keys_of(sum_)) end(person, at);
  }

  Time operator[](PersonId person) const { return sum_[person]; }
  std::size_t people() const { return sum_.size(); }

 private:
  void begin(PersonId person, Time at) {
    if (!waiting_[person]) sum_[person] -= at;
    waiting_[person] = 1;
  }
  void end(PersonId person, Time at) {
    if (waiting_[person]) sum_[person] += at;
    waiting_[person] = 0;
  }

  Table<PersonId, Time> sum_;
  Table<PersonId, std::uint8_t> waiting_;
};

}  // namespace gateflow
