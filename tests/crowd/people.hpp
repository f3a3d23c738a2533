#pragma once

#include <vector>

#include "sim/crowd/crowd.hpp"

namespace gateflow::crowds {

/// Everything that was drawn for one person, whichever row they are in. What a column would say of
/// nobody reads as if the column were there.
struct Person {
  Time arrival;
  ClassId ticket_class;
  GateId gate;
  std::size_t behind_first;  ///< of their group, in rows
  std::vector<Time> effort;  ///< by touchpoint
  Time patience;
  float baulk_at;
  std::vector<float> approach;
  float ticket;
  bool absent;
  std::vector<CaseRow> cases;  ///< without their person
  bool operator==(const Person&) const = default;
};

/// In the order of persons.
std::vector<Person> people_of(const Crowd& crowd);

/// Both crowds as one, by arrival; of those who come at one instant the first crowd's come first.
std::vector<Person> merged(std::vector<Person> first, const std::vector<Person>& second);

/// The people of a crowd in seconds of arrival.
std::vector<double> arrivals_s(const Crowd& crowd);

}  // namespace gateflow::crowds
