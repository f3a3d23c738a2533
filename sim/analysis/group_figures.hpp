#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/summary.hpp"
#include "sim/analysis/tally.hpp"
#include "sim/crowd/crowd.hpp"

namespace gateflow {

/// How the evening went for people, by groups of them.
class GroupReport {
 public:
  /// Crowd and tally must outlive the report.
  GroupReport(const Crowd& crowd, const Tally& tally, std::optional<Time> start, Time end);

  const GroupFigures& all() const { return all_; }
  std::vector<GroupFigures> by_gate(const Table<GateId, Gate>& gates);
  std::vector<GroupFigures> by_class(const Table<ClassId, TicketClass>& classes);

 private:
  template <class GroupOf>
  std::vector<GroupFigures> by(std::size_t groups, GroupOf group_of);

  const Crowd& crowd_;
  const Tally& tally_;
  std::optional<Time> start_;
  Time end_;
  std::vector<Time> waits_;  ///< room for one of each person, group after group
  GroupFigures all_;
};

}  // namespace gateflow
