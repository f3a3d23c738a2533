#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

void check_leg(const Scenario& scenario, const TicketClass& ticket, GateId gate, const Leg& leg,
               Findings& findings) {
  const std::string where = "class." + ticket.name + ".route";
  if (!scenario.stations.has(leg.station))
    return findings.add(where, "it leads to a station that is not there");
  const Station& station = scenario.stations[leg.station];
  findings.unless(is_check(scenario, station.touchpoint), where,
                  station.name + " is a desk: no route leads there");
  findings.unless(!station.gate || station.gate == gate, where,
                  station.name + " stands at another gate");
  findings.unless(is_instant(leg.walk), where, "a walk takes 0 s to forty days");
}

void check_first(const Scenario& scenario, const std::vector<Leg>& legs, Findings& findings) {
  if (legs.empty() || !scenario.stations.has(legs.front().station)) return;
  const Station& first = scenario.stations[legs.front().station];
  findings.unless(first.choice != LaneChoice::SameLane, "station." + first.name + ".lane_choice",
                  "it comes first on a route: there is no lane before it that \"same-lane\" could "
                  "follow");
}

bool has_cases(const Scenario& scenario, TouchpointId touchpoint) {
  return std::ranges::find(scenario.cases, touchpoint, &Case::touchpoint) != scenario.cases.end();
}

/// Somebody's case comes up once, so nobody comes twice to where there are cases.
void check_once(const Scenario& scenario, const std::vector<Leg>& legs, const std::string& where,
                Findings& findings) {
  if (legs.size() > Limits::legs) return;
  std::vector<TouchpointId> seen;
  for (const Leg& leg : legs) {
    if (!scenario.stations.has(leg.station)) continue;
    const TouchpointId here = scenario.stations[leg.station].touchpoint;
    if (!scenario.touchpoints.has(here) || !has_cases(scenario, here)) continue;
    findings.unless(std::ranges::find(seen, here) == seen.end(), where,
                    "it leads twice to " + scenario.touchpoints[here].name +
                        ", where cases come up; a person's case comes up once");
    seen.push_back(here);
  }
}

void check_route(const Scenario& scenario, const TicketClass& ticket, Findings& findings) {
  const std::string where = "class." + ticket.name + ".route";
  if (ticket.route.size() != scenario.gates.size())
    return findings.add(where, "there is not one route for each gate");
  bool any_way_in = std::ranges::all_of(scenario.gates, [](const Gate& gate) {
    return gate.share == 0;  // told of the gates
  });
  for (const GateId gate : keys_of(ticket.route)) {
    const std::vector<Leg>& legs = ticket.route[gate];
    any_way_in = any_way_in || (!legs.empty() && scenario.gates[gate].share != 0);
    findings.unless(legs.size() <= Limits::legs, where,
                    "more than " + std::to_string(Limits::legs) + " stations on one route");
    for (const Leg& leg : legs) check_leg(scenario, ticket, gate, leg, findings);
    check_first(scenario, legs, findings);
    check_once(scenario, legs, where, findings);
  }
  findings.unless(any_way_in, where,
                  "class " + ticket.name + " has no station at any gate that has tickets");
}

void check_class(const Scenario& scenario, const TicketClass& ticket, Findings& findings) {
  const std::string where = "class." + ticket.name;
  findings.unless(is_weight(ticket.share), where + ".share", "a share is 0 or more");
  findings.unless(is_chance(ticket.no_show), where + ".no_show_share", "a share is from 0 to 1");
  if (ticket.patience_s) findings.law(where + ".patience_min", *ticket.patience_s);
  if (ticket.baulk_at) findings.law(where + ".baulk_at_people", *ticket.baulk_at);
  findings.law(where + ".group_size", ticket.group_size);
  findings.unless(fault(ticket.group_size) || mean(ticket.group_size) >= 1, where + ".group_size",
                  "a group has 1 person or more");
  check_route(scenario, ticket, findings);
}

}  // namespace

void check_classes(const Scenario& scenario, Findings& findings) {
  check_size(scenario.classes, Limits::classes, "class", findings);
  check_names(scenario.classes, "class", findings);
  findings.unless(!scenario.classes.empty(), "class", "there is no ticket class");
  std::vector<unsigned> priorities;
  for (const TicketClass& ticket : scenario.classes) {
    check_class(scenario, ticket, findings);
    priorities.push_back(ticket.priority);
  }
  std::ranges::sort(priorities);
  const auto repeated = std::ranges::unique(priorities);
  const auto different = static_cast<std::size_t>(repeated.begin() - priorities.begin());
  findings.unless(different <= Limits::priorities, "class",
                  std::to_string(different) + " different priorities; at most " +
                      std::to_string(Limits::priorities) + " can be told apart");
}

}  // namespace gateflow
