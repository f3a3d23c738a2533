#pragma once

#include <optional>

#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

/// With so many bays that nobody waits.
TouchpointId add_endless_desk(Scenario& scenario);

/// The best age at which services are cut, with its cost.
std::optional<Exact> best_cut(const Entry& entry, const Distribution& service);

/// Blockers known at once, who are sent to a desk once so many people wait: the best such number,
/// found from the rate at which their cases come to an end.
unsigned people_enough(const Entry& entry);

/// Two classes in one lane, the blockers' handling held until `waiting` people wait behind.
Scenario with_known_blockers(const Entry& entry, unsigned waiting);

}  // namespace gateflow::oracles
