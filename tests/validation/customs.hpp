#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/validation/observed.hpp"

namespace gateflow::validation {

/// What stands for the capacity of the customs hall.
enum class Reading {
  Booths,  ///< each booth of the hour is a server, as in the scenario file
  Hall,    ///< sixteen servers at all hours, whatever the table says of booths
};

/// The two figures that are fitted.
struct Terms {
  double service_s = 0;  ///< mean, of a passenger at a server
  double to_line_s = 0;  ///< mean, from landing to the line
};

/// A day as it was observed, and as a scenario in which each flight is a class of its own, so that
/// everybody's time can be counted from their landing.
struct Day {
  ObservedDay observed;
  Scenario scenario;
  std::vector<std::size_t> hour_of_flight;  ///< index in observed.hours
};

struct HourFigures {
  double mean_min = 0;
  double longest_min = 0;
};

/// The scenario file, and every day of the table read through it.
class Customs {
 public:
  /// Throws std::runtime_error where the scenario or its table cannot be read.
  explicit Customs(const std::string& root);

  const std::string& date() const { return date_; }  ///< of the scenario as it is shipped
  const Terms& terms() const { return terms_; }      ///< likewise
  const std::vector<Day>& days() const { return days_; }

 private:
  std::string date_;
  Terms terms_;
  std::vector<Day> days_;
};

/// One replication of a day, by hour of landing: minutes from landing to the end of inspection.
/// Throws std::logic_error where somebody has not come through.
std::vector<HourFigures> simulate(const Day& day, Reading reading, const Terms& terms,
                                  std::uint32_t replication);

}  // namespace gateflow::validation
