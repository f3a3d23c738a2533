#pragma once

#include <string>

namespace gateflow {

/// What things cost, in one currency. At 0 a position is not counted. Prices of tickets and what
/// people spend inside are told by class, concessions by kind of case.
struct Money {
  std::string currency = "EUR";
  double staff_per_hour = 0;       ///< of a staffed lane, and of a floater for the whole evening
  double desk_per_hour = 0;        ///< of a staffed bay of a help desk
  double supervisor_per_hour = 0;  ///< of each supervisor, for the whole evening
  unsigned door_staff = 0;         ///< people at the doors beside the lanes, for the whole evening,
  double door_staff_per_hour = 0;  ///< of each of them
  double device_per_lane = 0;      ///< for an evening, of every lane that is no desk's
  double refund = 0;               ///< to each in the right who was turned away
  double spend_min = 120;          ///< minutes from the start in which money is spent inside
  double others_per_hour = 0;      ///< value of the time that people wait
  double per_complaint = 0;        ///< where the scenario asks for the aftermath,
  double per_thousand_reached = 0;  ///< and of each 1,000 people whom public ones reach
  bool operator==(const Money&) const = default;
};

}  // namespace gateflow
