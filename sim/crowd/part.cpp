#include "sim/crowd/part.hpp"

#include <algorithm>

namespace gateflow {

namespace {

template <class Value>
Table<PersonId, Value> rows_of(const Table<PersonId, Value>& column,
                               std::span<const PersonId> people) {
  Table<PersonId, Value> part;
  if (column.empty()) return part;
  part.reserve(people.size());
  for (const PersonId person : people) part.push_back(column[person]);
  return part;
}

/// First members, by their new numbers.
Table<PersonId, PersonId> groups_of(const Crowd& crowd, std::span<const PersonId> people) {
  Table<PersonId, PersonId> part;
  if (crowd.group.empty()) return part;
  PersonId first;
  for (const PersonId person : people) {
    if (crowd.group[person] == person) first = PersonId{part.size()};
    part.push_back(first);
  }
  return part;
}

void add_cases(const Crowd& crowd, std::span<const PersonId> people, Crowd& part) {
  if (crowd.first_case.empty()) return;
  for (std::size_t k = 0; k < people.size(); ++k)
    for (CaseRow row : crowd.cases_of(people[k])) {
      row.person = PersonId{k};
      part.cases.push_back(row);
    }
  const auto none = static_cast<std::uint32_t>(part.cases.size());
  part.first_case = Table<PersonId, std::uint32_t>(people.size(), none);
  for (std::uint32_t row = none; row-- > 0;) part.first_case[part.cases[row].person] = row;
}

}  // namespace

Crowd part_of(const Crowd& crowd, std::span<const PersonId> people) {
  Crowd part;
  part.luck = crowd.luck;
  part.whole_from = crowd.whole_from;
  if (crowd.size() > 0) part.whole_from = std::min(part.whole_from, crowd.arrival[PersonId{0}]);
  part.arrival = rows_of(crowd.arrival, people);
  part.ticket_class = rows_of(crowd.ticket_class, people);
  part.gate = rows_of(crowd.gate, people);
  part.group = groups_of(crowd, people);
  for (const auto& column : crowd.effort) part.effort.push_back(rows_of(column, people));
  part.patience = rows_of(crowd.patience, people);
  part.baulk_at = rows_of(crowd.baulk_at, people);
  for (const auto& column : crowd.approach) part.approach.push_back(rows_of(column, people));
  part.ticket = rows_of(crowd.ticket, people);
  part.absent = rows_of(crowd.absent, people);
  part.of_source = rows_of(crowd.of_source, people);
  add_cases(crowd, people, part);
  return part;
}

}  // namespace gateflow
