#pragma once

#include <string_view>
#include <vector>

#include "sim/kernel/draws.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What people bring to a case, beside the case itself: temper, what they were told, for what staff
/// take it; by whose luck it is (a source's) and their ordinal there. With the house's defaults all
/// of them are calm, told nothing and understood at once, and handling takes what its law says.
class PeopleWithCases {
 public:
  /// The temper of whoever drew `u` for it; none: where nobody has a temper.
  static TemperId temper_of(const Scenario& scenario, double u);

  PeopleWithCases(const Scenario& scenario, CaseId kind, std::string_view owner, Luck luck);

  bool is_told(std::size_t ordinal) const {
    return house_.told > 0 && told_(ordinal) < house_.told;
  }
  /// None: where nobody has a temper.
  TemperId temper(std::size_t ordinal) const;
  /// Some other kind of the same touchpoint, each alike; none: it is taken for what it is.
  CaseId taken_for(std::size_t ordinal) const;
  /// Handling time, by script and with a person of that temper.
  double seconds(const Distribution& law, double u, TemperId temper) const;

 private:
  const Scenario& scenario_;
  const House& house_;
  std::vector<CaseId> others_;  ///< of the same touchpoint
  std::vector<double> up_to_;   ///< cumulated shares of the tempers, the last one 1
  Stream told_, temper_, triage_;
};

}  // namespace gateflow
