#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/kernel/draws.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// A case that will surface once this person has been served at its touchpoint.
struct CaseRow {
  PersonId person;
  CaseId kind;
  Time in_lane{};
  Time by_supervisor{};
  Time at_desk{};
  bool admitted = true;                ///< if handled in the lane
  bool admitted_by_supervisor = true;  ///< by a supervisor
  bool admitted_at_desk = true;        ///< at the desk
  /// 0: a case of their own; else they come to it once they have seen so many bad examples.
  std::uint8_t after_examples = 0;
  bool told = false;   ///< knew the rules beforehand
  TemperId temper{};   ///< none: calm
  CaseId taken_for{};  ///< the kind that staff take it for at first; none: for what it is
  bool operator==(const CaseRow&) const = default;
};

/// Which person of which source somebody is: draws after the evening are addressed by it.
struct OfSource {
  std::uint32_t source = 0;
  std::uint32_t number = 0;
  bool operator==(const OfSource&) const = default;
};

/// Everyone with a ticket, in order of arrival, and everything that chance decided about them.
/// Drawn once; layouts, rules and what-ifs never change it.
struct Crowd {
  Luck luck;
  /// When the first of the whole crowd comes, where this is a part of it; never: it is the whole.
  Time whole_from = never;
  Table<PersonId, Time> arrival;  ///< ascending; the order of persons
  Table<PersonId, std::uint8_t> ticket_class;
  Table<PersonId, std::uint8_t> gate;
  /// First member of the group; a group is a run of neighbours. Empty: everyone comes alone.
  Table<PersonId, PersonId> group;
  /// Ordinary service at each kind of station; 0 where the person's class is not served.
  Table<TouchpointId, Table<PersonId, Time>> effort;
  /// Waiting in all after which the person gives up; empty: nobody does.
  Table<PersonId, Time> patience;
  /// Length of line at whose sight the person leaves; empty: nobody does.
  Table<PersonId, float> baulk_at;
  /// Where along a station's front the person comes up, in [0, 1); empty where no one asks.
  Table<TouchpointId, Table<PersonId, float>> approach;
  /// Place of the ticket in the alphabet, in [0, 1); empty where no one asks.
  Table<PersonId, float> ticket;
  /// 1 for those who never come; empty: everyone comes.
  Table<PersonId, std::uint8_t> absent;
  /// Empty where no one asks.
  Table<PersonId, OfSource> of_source;
  /// Drawn cases and those scripted by number, by person; of one person their own first, then
  /// those that bad examples would lead them to, each in the order of the scenario's cases.
  std::vector<CaseRow> cases;
  /// Index of the person's first row in `cases`, or cases.size(); empty where there are no cases.
  Table<PersonId, std::uint32_t> first_case;

  std::size_t size() const { return arrival.size(); }
  ClassId class_of(PersonId person) const { return ClassId{ticket_class[person]}; }
  GateId gate_of(PersonId person) const { return GateId{gate[person]}; }
  std::span<const CaseRow> cases_of(PersonId person) const;

  bool operator==(const Crowd&) const = default;
};

/// Everyone who holds a ticket for this evening. Requires a scenario without faults.
/// Each draw is a pure function of (seed, replication, person, purpose), where the person is the
/// source's name and their number in it, and the purpose a word such as "service bag-check": so
/// nothing that is added to the evening changes anybody's luck.
Crowd draw_crowd(const Scenario& scenario, Luck luck);

}  // namespace gateflow
