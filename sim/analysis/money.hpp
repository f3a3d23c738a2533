#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gateflow {

/// People in whose evening a case of that kind came up and ended.
struct CaseMoney {
  std::string name;
  std::size_t people = 0;
  double brought = 0;      ///< tickets and what they spent inside
  double serving = 0;      ///< lanes while they were held, supervisors, service at the desk
  double concessions = 0;  ///< of giving in
  double refunds = 0;
  double result() const { return brought - serving - concessions - refunds; }
  bool operator==(const CaseMoney&) const = default;
};

/// An evening in money.
struct MoneyFigures {
  std::string currency;

  double tickets = 0;  ///< of all who had paid and did not give up
  double spend = 0;    ///< inside
  double brought() const { return tickets + spend; }

  double lanes = 0, desks = 0;  ///< staff, for as long as they were open
  double supervisors = 0, door_staff = 0;
  double devices = 0;
  double refunds = 0;
  double concessions = 0;
  double complaints = 0;   ///< and whom they reach
  double others_time = 0;  ///< all waiting, at its value
  double costs() const {
    return lanes + desks + supervisors + door_staff + devices + refunds + concessions + complaints +
           others_time;
  }
  double result() const { return brought() - costs(); }

  // What has not been brought, and would have been.
  double lost_tickets = 0;  ///< of those who gave up
  double lost_late = 0;     ///< spend of those who were in late
  double lost_outside = 0;  ///< spend of those with a right who came and did not get in

  std::vector<CaseMoney> cases;  ///< in the scenario's order
  bool operator==(const MoneyFigures&) const = default;
};

}  // namespace gateflow
