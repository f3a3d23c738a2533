#pragma once

#include <optional>

#include "sim/analysis/money.hpp"
#include "sim/analysis/summary.hpp"
#include "sim/analysis/tally.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/trace.hpp"

namespace gateflow {

/// The accounts of an evening that is over, by its scenario's money. Requires a scenario with
/// money, a tally that was closed, and the evening's other figures.
///
/// Who has paid and does not give up brings the price of the ticket, no-shows too; whoever is
/// admitted spends for the rest of `spend_min`. A case tells who they are only once it has ended.
MoneyFigures accounts_of(const Floor& floor, const Crowd& crowd, const Tally& tally,
                         const Summary& evening);

struct PersonMoney {
  double brought = 0;  ///< ticket and what they spent inside
  double cost = 0;     ///< lanes and desk while they were served, supervisors, concession, refund
  bool operator==(const PersonMoney&) const = default;
};

/// Of each person of an evening that was over at that instant. Requires a scenario with money.
Table<PersonId, PersonMoney> money_by_person(const Floor& floor, const Crowd& crowd,
                                             const Trace& trace, Time end);

/// What that much waiting of others is worth; none: nobody gives it a value.
std::optional<double> worth_of_waiting(const Scenario& scenario, double seconds);

/// What the complaints after an evening cost, and the people whom they reach.
double cost_of_complaints(const Money& money, const AftermathFigures& aftermath);

}  // namespace gateflow
