#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/scenario/ladder.hpp"
#include "sim/scenario/venue.hpp"

namespace gateflow {

/// Whose doing it is that somebody blocks.
enum class Responsible : std::uint8_t { Organizer, Seller, Venue, Holder };

/// Bad examples beyond so many make no difference to those who see them.
inline constexpr unsigned most_examples = 5;

/// A reason why somebody blocks a lane, beyond their ordinary service there.
struct Case {
  std::string name;
  TouchpointId touchpoint;
  Table<ClassId, double> share;             ///< of each class at that touchpoint, by chance
  Distribution in_lane_s = Constant{0};     ///< handling time in the lane, from when it surfaces
  Distribution supervisor_s = Constant{0};  ///< handling time of a supervisor who has come
  Distribution at_desk_s = Constant{0};     ///< service at the help desk
  double admitted = 1;                      ///< chance to be let in once handled in the lane
  double admitted_by_supervisor = 1;        ///< by a supervisor
  double admitted_at_desk = 1;              ///< and at the desk
  double copied = 0;                        ///< chance that one bad example leads somebody to it
  double prevented = 0;                     ///< share that does not happen to those told beforehand
  bool within_rules = true;                 ///< they have a right to come in
  Responsible responsible = Responsible::Holder;
  RuleId rule;
  Table<ClassId, RuleId> rule_of_class{};  ///< where a class differs; empty, or none: `rule`

  /// They ask for what is not theirs, so that giving in teaches; none: if not within the rules.
  std::optional<bool> favour{};
  std::optional<bool> paid{};  ///< they have paid for their ticket; none: if within the rules
  double concession_cost = 0;  ///< of giving in to one

  bool asks_a_favour() const { return favour.value_or(!within_rules); }
  bool has_paid() const { return paid.value_or(within_rules); }

  RuleId rule_for(ClassId ticket_class) const {
    const bool own = rule_of_class.has(ticket_class) && rule_of_class[ticket_class];
    return own ? rule_of_class[ticket_class] : rule;
  }
  bool operator==(const Case&) const = default;
};

/// Who a scripted case happens to.
struct ByNumber {
  unsigned person = 1;  ///< the person with this number in order of arrival, from 1
  bool operator==(const ByNumber&) const = default;
};
struct ByTurn {
  unsigned turn = 1;  ///< the k-th whose service begins at the station, from 1
  bool operator==(const ByTurn&) const = default;
};
struct ByMoment {
  Time at{};  ///< the first whose service begins at the station at or after this instant
  bool operator==(const ByMoment&) const = default;
};

/// A case that happens for certain.
struct ScriptedCase {
  CaseId kind;
  GateId gate;  ///< none: the only, or the first, station of the case's touchpoint
  std::variant<ByNumber, ByTurn, ByMoment> who;
  std::optional<Time> in_lane;  ///< handling time in the lane instead of a drawn one
  std::optional<Time> at_desk;
  bool operator==(const ScriptedCase&) const = default;
};

}  // namespace gateflow
