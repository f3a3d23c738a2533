#include "tests/crowd/people.hpp"

#include <algorithm>
#include <limits>

namespace gateflow::crowds {
namespace {

template <class Value>
Value value_of(const Table<PersonId, Value>& column, PersonId person, Value otherwise) {
  return column.empty() ? otherwise : column[person];
}

Person person_of(const Crowd& crowd, PersonId id) {
  Person person{.arrival = crowd.arrival[id],
                .ticket_class = crowd.class_of(id),
                .gate = crowd.gate_of(id),
                .behind_first = id.index() - value_of(crowd.group, id, id).index(),
                .effort = {},
                .patience = value_of(crowd.patience, id, never),
                .baulk_at = value_of(crowd.baulk_at, id, std::numeric_limits<float>::infinity()),
                .approach = {},
                .ticket = value_of(crowd.ticket, id, 0.0f),
                .absent = value_of(crowd.absent, id, std::uint8_t{0}) == 1,
                .cases = {}};
  for (const auto& column : crowd.effort)
    person.effort.push_back(value_of(column, id, Time::zero()));
  for (const auto& column : crowd.approach) person.approach.push_back(value_of(column, id, 0.0f));
  for (CaseRow row : crowd.cases_of(id)) {
    row.person = {};
    person.cases.push_back(row);
  }
  return person;
}

}  // namespace

std::vector<Person> people_of(const Crowd& crowd) {
  std::vector<Person> people;
  for (const PersonId id : keys_of(crowd.arrival)) people.push_back(person_of(crowd, id));
  return people;
}

std::vector<Person> merged(std::vector<Person> first, const std::vector<Person>& second) {
  first.insert(first.end(), second.begin(), second.end());
  std::ranges::stable_sort(first, {}, &Person::arrival);
  return first;
}

std::vector<double> arrivals_s(const Crowd& crowd) {
  std::vector<double> seconds;
  for (const Time at : crowd.arrival) seconds.push_back(in_seconds(at));
  return seconds;
}

}  // namespace gateflow::crowds
