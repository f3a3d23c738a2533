#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// How a visit to a station ended.
enum class VisitEnd : std::uint8_t {
  Open,          ///< not before the evening was cut
  WentOn,        ///< to the next station, or in
  SteppedAside,  ///< to the help desk
  TurnedAway,
  GaveUp,
  Baulked,
};

/// The word for it in a file.
std::string_view word_of(VisitEnd end);

/// One person at one station. Instants that did not come are `never`.
struct Visit {
  PersonId person;
  StationId station;
  LaneId lane{};        ///< the last one they stood before or were served in
  CaseId kind{};        ///< of the case that surfaced there, or none
  Time came = never;    ///< began to wait, before the pen or in line
  Time called = never;  ///< service began
  Time case_arose = never;
  Time blocked = never;  ///< served, but found no room ahead
  Time left = never;     ///< the lane, or the line
  VisitEnd end = VisitEnd::Open;

  /// In line and before the pen: until called, or until they left, or until the cut.
  Time waited(Time cut) const {
    return (called != never ? called : left != never ? left : cut) - came;
  }

  /// In the lane, served, with no room ahead.
  Time stood_blocked(Time cut) const {
    return blocked == never ? Time{} : (left != never ? left : cut) - blocked;
  }

  bool operator==(const Visit&) const = default;
};

/// Sink: every visit, in the order in which they began.
class Visits {
 public:
  explicit Visits(std::size_t people) : last_(people, none) {}

  void operator()(const Happening& happening);

  const std::vector<Visit>& all() const { return all_; }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  bool is_on(PersonId person) const {
    return last_[person] != none && all_[last_[person]].left == never;
  }
  Visit& last_of(PersonId person) { return all_[last_[person]]; }
  Visit& begin(const Happening& happening);
  void leave(const Happening& happening, VisitEnd end);

  std::vector<Visit> all_;
  Table<PersonId, std::uint32_t> last_;  ///< index of the person's latest visit
};

/// Where each person's visits are, when these are put person by person, each one's in order.
class VisitsByPerson {
 public:
  VisitsByPerson(const std::vector<Visit>& visits, std::size_t people);

  /// Calls use(visit) for each visit of that person.
  template <class Use>
  void each(PersonId person, Use use) const {
    for (std::size_t i = first_[person.index()]; i < first_[person.index() + 1]; ++i)
      use((*visits_)[order_[i]]);
  }

 private:
  const std::vector<Visit>* visits_;
  std::vector<std::uint32_t> first_;  ///< in order_, by person; one more at the end
  std::vector<std::uint32_t> order_;
};

}  // namespace gateflow
