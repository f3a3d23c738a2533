#pragma once

#include "sim/kernel/table.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// How the evening ended for a person, and when.
struct Ending {
  Time at = never;             ///< never: it was cut before
  What how = What::NeverCame;  ///< Arrived: still on the way in
  bool operator==(const Ending&) const = default;
};

/// Sink: everyone's ending.
class Endings {
 public:
  explicit Endings(std::size_t people) : of_(people) {}

  void operator()(const Happening& h) {
    if (h.what == What::Arrived) of_[h.person].how = What::Arrived;
    if (is_end(h.what)) of_[h.person] = {h.at, h.what};
  }

  const Ending& operator[](PersonId person) const { return of_[person]; }

  void set(PersonId person, const Ending& ending) { of_[person] = ending; }

  static bool is_end(What what) {
    return what == What::NeverCame || what == What::Baulked || what == What::GaveUp ||
           what == What::TurnedAway || what == What::Admitted;
  }

 private:
  Table<PersonId, Ending> of_;
};

}  // namespace gateflow
