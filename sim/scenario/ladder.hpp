#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// Until so many people wait behind.
struct UntilWaiting {
  unsigned people = 1;
  bool operator==(const UntilWaiting&) const = default;
};

/// Until those behind outweigh the one: until n people wait behind, with n at least the cost of
/// sending the one aside, times the rate at which a case of that age comes to its end, times the
/// share of time that the lane has to spare. The rate is the best that any further stretch of
/// holding promises: sup over d of (F(a + d) - F(a)) / integral of 1 - F over (a, a + d), F being
/// the law of the handling time; for an exponential law its hazard.
struct UntilDearer {
  Time aside_cost{};  ///< what stepping aside costs the one
  double load = 0.8;  ///< of the lane by those behind, below 1
  bool operator==(const UntilDearer&) const = default;
};

/// None, or by who waits behind: in the line of the lane; of a common line, their share a lane.
using LineLimit = std::variant<std::monostate, UntilWaiting, UntilDearer>;

inline bool is_limit(const LineLimit& limit) {
  return !std::holds_alternative<std::monostate>(limit);
}

/// Handle it in the lane while everyone behind waits, up to this long; never: until it is solved.
struct Resolve {
  Time up_to = never;
  LineLimit by_line{};
  bool operator==(const Resolve&) const = default;
};

/// Call a supervisor and wait in the lane, up to this long before one has a hand free. Whoever
/// comes walks over and stays until the case is solved.
struct CallSupervisor {
  Time up_to = never;
  bool operator==(const CallSupervisor&) const = default;
};

/// Send the person to the help desk of their gate. While it is full they go on blocking, and the
/// handling in the lane goes on.
struct StepAside {
  TouchpointId desk;
  bool operator==(const StepAside&) const = default;
};

/// Grant what is asked, which takes this long.
struct GiveIn {
  Time takes{};
  bool operator==(const GiveIn&) const = default;
};

/// Say nothing for this long; after it they are as calm as anybody.
struct Pause {
  Time lasts{};
  bool operator==(const Pause&) const = default;
};

/// Refuse entry; the person argues this long before leaving the lane.
struct TurnAway {
  Time argues{};
  bool operator==(const TurnAway&) const = default;
};

using RuleStep = std::variant<Resolve, CallSupervisor, StepAside, GiveIn, Pause, TurnAway>;

/// Whether a case can go no further down its ladder than this step.
bool always_ends(const RuleStep& step);

/// After how long handling a ladder sends people to which help desk, before anything else is tried.
struct FirstAside {
  bool at_once = false;  ///< nothing is handled before
  Time after{};
  TouchpointId desk;
};

/// What staff do about a case: steps tried in order. The last one must end it, and no step may
/// follow one that always ends it.
struct HouseRule {
  std::string name;
  std::vector<RuleStep> ladder;
  bool operator==(const HouseRule&) const = default;
};

/// None: something else comes first, or handling has no limit by the clock.
std::optional<FirstAside> first_aside(const HouseRule& rule);

}  // namespace gateflow
