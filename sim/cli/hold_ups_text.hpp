#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/analysis/summary.hpp"
#include "sim/cli/look.hpp"
#include "sim/ledger/account.hpp"
#include "sim/scenario/scenario.hpp"

/// Hold-ups for people.
namespace gateflow {

/// The costliest cases of an evening, where all waiting came from, and what it comes to.
/// `call` stands for the scenario in commands that are suggested.
std::string hold_ups_text(const Scenario& scenario, const HoldUps& evening, std::size_t top,
                          const std::string& call, const Look& look);

/// The story of one case, with the people waiting in the evening as it was and without the case.
std::string case_story(const Scenario& scenario, const Crowd& crowd, const HoldUpCost& cost,
                       const Summary& as_it_was, const Summary& without, std::size_t top,
                       const Look& look);

/// Whose fault one person's wait was.
std::string person_story(const Scenario& scenario, const Crowd& crowd, PersonId person,
                         const Ending& ending, const Account& account, const Look& look);

/// "wrong-gate": its case named as people are told of it, with its lane.
std::string place_of(const Scenario& scenario, const HoldUp& hold_up);

}  // namespace gateflow
