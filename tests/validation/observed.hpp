#pragma once

#include <string>
#include <vector>

namespace gateflow::validation {

/// What was published of one hour.
struct ObservedHour {
  unsigned hour = 0;  ///< of landing
  double people = 0;
  unsigned flights = 0;
  double booths = 0;
  double mean_min = 0;  ///< from landing to the end of inspection, less an assumed walk
  double longest_min = 0;
};

struct ObservedDay {
  std::string date;  ///< 2019-05-11
  std::vector<ObservedHour> hours;
};

/// All days of the table, by date. Throws std::runtime_error where it cannot be read.
std::vector<ObservedDay> observed_days(const std::string& file);

}  // namespace gateflow::validation
