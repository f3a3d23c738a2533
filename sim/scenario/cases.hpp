#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/scenario/venue.hpp"

namespace gateflow {

/// Handle it in the lane while everyone behind waits, up to this long; never: until it is solved.
struct Resolve {
  Time up_to = never;
  bool operator==(const Resolve&) const = default;
};

/// Send the person to the help desk of their gate. While it is full they go on blocking, and the
/// handling in the lane goes on.
struct StepAside {
  TouchpointId desk;
  bool operator==(const StepAside&) const = default;
};

/// Refuse entry; the person argues this long before leaving the lane.
struct TurnAway {
  Time argues{};
  bool operator==(const TurnAway&) const = default;
};

using RuleStep = std::variant<Resolve, StepAside, TurnAway>;

/// What staff do about a case: steps tried in order. The last one must end it (an unlimited
/// Resolve, a StepAside or a TurnAway), and no step may follow one that always ends it.
struct HouseRule {
  std::string name;
  std::vector<RuleStep> ladder;
  bool operator==(const HouseRule&) const = default;
};

/// A reason why somebody blocks a lane, beyond their ordinary service there.
struct Case {
  std::string name;
  TouchpointId touchpoint;
  Table<ClassId, double> share;          ///< of each class at that touchpoint, by chance
  Distribution in_lane_s = Constant{0};  ///< handling time in the lane, from when it surfaces
  Distribution at_desk_s = Constant{0};  ///< service at the help desk
  double admitted = 1;                   ///< chance to be let in once handled in the lane
  double admitted_at_desk = 1;           ///< and at the desk
  RuleId rule;
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
