#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "sim/model/holding_limit.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What is asked of a station at every step, in half a cache line.
struct alignas(32) StationFacts {
  LaneId first_lane;
  unsigned lanes = 0;
  TouchpointId touchpoint;
  std::uint32_t common_line = 0;   ///< where its common line begins in World::lines
  std::uint32_t pen = UINT32_MAX;  ///< room for people waiting
  bool serpentine = false;
  bool straight = false;          ///< people come to the lane of the same number as the lane before
  bool lanes_told_apart = false;  ///< somewhere in the venue people go straight on
  bool has_pen = false;
  bool leave_when_full = false;
  bool has_lanes_apart = false;  ///< not every class may use every lane
  bool has_breakdowns = false;
  bool has_cases = false;   ///< some kind of case may surface here
  bool has_script = false;  ///< and cases scripted by turn or by moment
  bool has_floaters = false;
  bool has_examples = false;     ///< what people see there may lead them to a case
  bool has_line_limits = false;  ///< and be held for so long as few wait behind
};

/// What the model looks up all the time, worked out of a scenario once: never changes.
class Floor {
 public:
  /// Requires a scenario without faults, which must outlive the floor.
  explicit Floor(const Scenario& scenario);

  const Scenario& scenario() const { return *scenario_; }
  const Lanes& lanes() const { return lanes_; }
  const Station& station(StationId id) const { return scenario_->stations[id]; }

  const StationFacts& facts(StationId id) const { return facts_[id]; }

  std::span<const Leg> route(ClassId ticket_class, GateId gate) const {
    return routes_[ticket_class.index() * gates_ + gate.index()];
  }

  /// The help desk of that touchpoint for people of that gate.
  StationId desk(TouchpointId touchpoint, GateId gate) const {
    return desks_[touchpoint.index() * gates_ + gate.index()];
  }

  /// Priorities in use, packed: level 0 goes first.
  std::size_t levels() const { return levels_; }
  std::size_t level(ClassId ticket_class) const { return level_[ticket_class]; }

  /// The lanes of a station that people of a class may use.
  LaneRange lanes_for(StationId station, ClassId ticket_class) const {
    const StationFacts& f = facts_[station];
    if (!f.has_lanes_apart) return {0, f.lanes};
    return scenario_->stations[station].lanes_for[ticket_class];
  }

  /// From which age on a case of that kind is held no longer in that step of the rule.
  const HoldingLimit& holding_limit(CaseId kind, RuleId rule, unsigned step) const {
    return limits_.at({kind, rule, step});
  }

  /// The station at which a case scripted by turn or by moment happens.
  StationId scene_of(const ScriptedCase& scripted) const;

 private:
  StationFacts facts_of(StationId id) const;
  void add_limits(CaseId kind);

  const Scenario* scenario_;
  Lanes lanes_;
  std::size_t gates_;
  std::vector<std::span<const Leg>> routes_;
  std::vector<StationId> desks_;
  Table<ClassId, std::size_t> level_;
  std::size_t levels_ = 1;
  Table<StationId, StationFacts> facts_;
  std::map<std::tuple<CaseId, RuleId, unsigned>, HoldingLimit> limits_;
};

}  // namespace gateflow
