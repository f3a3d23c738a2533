#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/kernel/draws.hpp"
#include "sim/ledger/cause.hpp"
#include "sim/ledger/what_if.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/world.hpp"
#include "sim/trace/endings.hpp"

namespace gateflow {

/// A case and what it cost: the others, by its absence, and the one.
struct HoldUpCost {
  unsigned number = 0;  ///< from 1, in the order in which the cases arose
  HoldUp hold_up;
  Time lost{};    ///< by those who waited longer because of it, in all
  Time gained{};  ///< by those who waited shorter because of it, in all
  std::uint32_t delayed = 0;
  std::uint32_t helped = 0;
  std::uint32_t starts_missed = 0;       ///< people in late, or not at all, because of it
  std::uint32_t starts_made = 0;         ///< people in by the start only because of it
  std::uint32_t gave_up = 0;             ///< people who left because of it
  std::uint32_t stayed = 0;              ///< people who would have left without it
  std::vector<WaitChange> most_delayed;  ///< longer because of it, the most first
  Ending as_it_was, without;             ///< of the one
  bool cleared = true;  ///< false: its effect was not shown to end before the evening was cut

  /// Waits while the case held the lane, or was handled at the desk.
  Time direct() const { return hold_up.charged + hold_up.charged_at_desk; }
  /// What all others together would have waited less without it.
  Time total() const { return lost - gained; }
  /// Paid by those who never saw it: a longer line to join, a later lane.
  Time knock_on() const { return total() - direct(); }
  /// How much later the one was in; none: not in in one of the two.
  std::optional<Time> cost_to_the_one() const;

  bool operator==(const HoldUpCost&) const = default;
};

/// A part of all waiting.
struct CauseShare {
  CauseKind kind = CauseKind::Service;
  std::string where;  ///< the touchpoint of the lane at the root
  std::string of;     ///< for a case: its kind
  Time waited{};
  bool operator==(const CauseShare&) const = default;
};

/// One evening seen through those who blocked it.
struct HoldUps {
  std::string scenario;
  Luck luck;
  std::vector<HoldUpCost> rows;    ///< in the order in which the cases arose
  std::vector<CauseShare> causes;  ///< of all waiting, the most first
  Time waited{};                   ///< by all people in all
  std::size_t came = 0;            ///< people to the door
  bool operator==(const HoldUps&) const = default;
};

/// Told which further part of the whole is done, the parts adding up to 1; false: stop. May be
/// called from several threads.
using Advance = std::function<bool(double part)>;

/// Tells of what-ifs that are done as equal parts of the whole. The advance must outlive it.
GoOn in_equal_parts(const Advance& advance, std::size_t parts);

/// Runs the evening of that crowd, and again without each of its cases as far as that differs.
/// `keep` is how many of the most delayed are listed a case. None: stopped by `advance`.
std::optional<HoldUps> hold_ups_of(const Floor& floor, const Crowd& crowd, std::size_t keep,
                                   unsigned threads, const Advance& advance = {});

/// When an evening that has been run was over: cut, if somebody was left behind.
Time end_of(const Floor& floor, const World& world);

/// What one case of that evening cost, by its number. Requires a case of that number.
HoldUpCost cost_of_case(const Floor& floor, const Crowd& crowd, unsigned number, std::size_t keep);

/// The what-if in which that case did not happen.
WhatIf without(const Floor& floor, const HoldUp& hold_up);

/// The cases of the evening of that crowd, as they arose.
std::vector<HoldUp> cases_of_evening(const Floor& floor, const Crowd& crowd);

}  // namespace gateflow
