#include "sim/analysis/group_figures.hpp"

#include <algorithm>
#include <array>

#include "sim/analysis/wait_figures.hpp"

namespace gateflow {
namespace {

/// Counts one group while everyone passes by.
struct GroupCount {
  std::array<std::size_t, fates> people_by_fate{};
  std::size_t in_by_start = 0;
  SpanSum lateness;
  Time longest_lateness{};

  void add(const Tally::Person& person, const std::optional<Time>& start) {
    ++people_by_fate[static_cast<std::size_t>(person.fate)];
    if (person.fate != Fate::Admitted || !start) return;
    if (person.since <= *start) {
      ++in_by_start;
    } else {
      lateness.add(person.since - *start);
      longest_lateness = std::max(longest_lateness, person.since - *start);
    }
  }

  std::size_t of(Fate fate) const { return people_by_fate[static_cast<std::size_t>(fate)]; }

  Outcomes outcomes() const {
    Outcomes outcomes{.admitted = of(Fate::Admitted),
                      .turned_away = of(Fate::TurnedAway),
                      .gave_up = of(Fate::GaveUp),
                      .still_waiting = of(Fate::There),
                      .never_came = of(Fate::NeverCame) + of(Fate::Away)};
    for (const std::size_t people : people_by_fate) outcomes.tickets += people;
    return outcomes;
  }

  Punctuality punctuality() const {
    return {.in_by_start = in_by_start,
            .late = lateness.count(),
            .mean_lateness = lateness.mean(),
            .longest_lateness = longest_lateness};
  }
};

Time wait_of(const Tally::Person& person, Time end) {
  return person.waited + (person.place ? end - person.since : Time{});
}

}  // namespace

GroupReport::GroupReport(const Crowd& crowd, const Tally& tally, std::optional<Time> start,
                         Time end)
    : crowd_(crowd), tally_(tally), start_(start), end_(end), waits_(crowd.size()) {
  all_ = by(1, [](PersonId) { return std::size_t{0}; }).front();
  all_.name = "all";
}

template <class GroupOf>
std::vector<GroupFigures> GroupReport::by(std::size_t groups, GroupOf group_of) {
  std::vector<GroupCount> counts(groups);
  for (const PersonId person : keys_of(tally_.people()))
    counts[group_of(person)].add(tally_.people()[person], start_);

  std::vector<GroupFigures> figures(groups);
  std::vector<std::size_t> next;  // where the next wait of each group goes
  std::size_t begin = 0;
  for (std::size_t i = 0; i < groups; ++i) {
    figures[i].outcomes = counts[i].outcomes();
    if (start_) figures[i].punctuality = counts[i].punctuality();
    next.push_back(begin);
    begin += figures[i].outcomes.came();
  }
  for (const PersonId person : keys_of(tally_.people())) {
    const Tally::Person& p = tally_.people()[person];
    if (p.came()) waits_[next[group_of(person)]++] = wait_of(p, end_);
  }
  for (std::size_t i = 0; i < groups; ++i) {
    const std::size_t people = figures[i].outcomes.came();
    figures[i].waits = wait_figures({waits_.data() + next[i] - people, people});
  }
  return figures;
}

std::vector<GroupFigures> GroupReport::by_gate(const Table<GateId, Gate>& gates) {
  auto figures = gates.size() == 1
                     ? std::vector{all_}
                     : by(gates.size(), [&](PersonId person) { return crowd_.gate[person]; });
  for (const GateId gate : keys_of(gates)) figures[gate.index()].name = gates[gate].name;
  return figures;
}

std::vector<GroupFigures> GroupReport::by_class(const Table<ClassId, TicketClass>& classes) {
  auto figures = classes.size() == 1 ? std::vector{all_} : by(classes.size(), [&](PersonId person) {
    return crowd_.ticket_class[person];
  });
  for (const ClassId id : keys_of(classes)) figures[id.index()].name = classes[id].name;
  return figures;
}

}  // namespace gateflow
