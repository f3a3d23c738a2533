#include "sim/crowd/arrivals.hpp"

#include <cassert>
#include <variant>

#include "sim/crowd/curve_arrivals.hpp"
#include "sim/crowd/groups.hpp"
#include "sim/crowd/pattern_arrivals.hpp"
#include "sim/crowd/purpose.hpp"

namespace gateflow {
namespace {

/// From row `first` on, `arrival` has one instant a group; afterwards it has one a person.
void share_instants(std::size_t first, std::size_t groups, Crowd& crowd) {
  const std::size_t end = crowd.ticket_class.size();
  if (first + groups == end) return;
  crowd.arrival.resize(end);
  PersonId instant{first + groups - 1};
  // From the back: a group's instant lies at or before its members, so none is lost too early.
  for (std::size_t row = end; row-- > first;) {
    const PersonId person{row};
    crowd.arrival[person] = crowd.arrival[instant];
    if (crowd.group[person] == person) --instant.value;
  }
}

/// Everyone comes when the first of their group does.
void follow_the_first(std::size_t first, Crowd& crowd) {
  for (std::size_t row = first; row < crowd.group.size(); ++row)
    crowd.arrival[PersonId{row}] = crowd.arrival[crowd.group[PersonId{row}]];
}

void add_people(const ArrivalCurve& curve, const Source& source, Luck luck, Groups& groups,
                Crowd& crowd) {
  const std::size_t first = crowd.arrival.size();
  const Stream instants = stream_of(luck, source.name, "arrival");
  if (curve.people) {
    const std::size_t came = groups.add(*curve.people, crowd);
    add_spread_along(curve.knots, came, instants, crowd.arrival);
    share_instants(first, came, crowd);
    return;
  }
  const std::size_t room = Limits::people - first;
  const std::size_t drawn =
      add_poisson_along(curve.knots, groups.mean_size(), room, instants, crowd.arrival);
  const std::size_t came = groups.add(drawn, room, crowd);
  crowd.arrival.resize(first + came);
  share_instants(first, came, crowd);
}

template <class Pattern>
void add_people(const Pattern& pattern, const Source& source, Luck luck, Groups& groups,
                Crowd& crowd) {
  const std::size_t first = crowd.arrival.size();
  for (const std::size_t people : add_arrivals(pattern, source, luck, crowd.arrival))
    groups.add(people, crowd);
  follow_the_first(first, crowd);
}

}  // namespace

Cohort add_cohort(const Scenario& scenario, const Source& source, Luck luck, Crowd& crowd) {
  const std::size_t first = crowd.size();
  Groups groups(scenario, source, luck);
  std::visit([&](const auto& pattern) { add_people(pattern, source, luck, groups, crowd); },
             source.arrivals);
  assert(crowd.size() <= Limits::people && crowd.ticket_class.size() == crowd.size());
  return {&source, first, crowd.size() - first};
}

}  // namespace gateflow
