#pragma once

#include <optional>

#include "sim/analysis/experience.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// How long somebody's waits felt: never shorter than they were, unless a promise was kept.
Time felt_wait(const Feelings& feelings, const std::optional<Announcements>& announcements,
               const Experience::Person& person, bool is_occupied);

/// What somebody makes of their evening.
struct Opinion {
  Time waited{};
  Time felt{};
  bool beyond_expectation = false;
  bool offended = false;
  double value_lost = 0;    ///< by being late
  double satisfaction = 0;  ///< 0 to 1
};

/// What everyone who came makes of it.
class Opinions {
 public:
  /// All must outlive it. Requires an experience that is closed, at that end.
  Opinions(const Scenario& scenario, const Crowd& crowd, const Experience& experience, Time end);

  bool came(PersonId person) const { return experience_.ending(person).how != What::NeverCame; }
  /// Requires one who came.
  Opinion of(PersonId person) const;
  std::size_t people() const { return experience_.people(); }

 private:
  Time lateness(PersonId person) const;
  double satisfaction(PersonId person, const Opinion& opinion, Time late) const;

  const Scenario& scenario_;
  const Feelings& feelings_;
  const Crowd& crowd_;
  const Experience& experience_;
  OwnLuck occupation_;
  Time end_;
};

}  // namespace gateflow
