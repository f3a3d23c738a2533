#pragma once

#include <vector>

#include "tests/validation/customs.hpp"

namespace gateflow::validation {

/// One hour of a day, over replications.
struct PredictedHour {
  double mean_min = 0;                           ///< mean over replications
  double longest_min = 0;                        ///< of the longest: mean over replications
  double least_mean_min = 0, most_mean_min = 0;  ///< the range of the replications' means
};

/// Of each day each hour, in their order.
using Prediction = std::vector<std::vector<PredictedHour>>;
using Days = std::vector<const Day*>;

/// Days in parallel; the result does not depend on how many threads there are.
Prediction predict(const Days& days, Reading reading, const Terms& terms, unsigned replications);

/// What one would say without a model: the usual wait of that hour of the day, over past days.
Prediction usual(const Days& past, const Days& days);

/// Passenger-weighted mean of the observed and predicted hours that satisfy a condition.
struct Means {
  double observed_min = 0;
  double predicted_min = 0;
};

template <class Condition>
Means means(const Days& days, const Prediction& predicted, Condition condition) {
  Means sum;
  double people = 0;
  for (std::size_t d = 0; d < days.size(); ++d) {
    const auto& hours = days[d]->observed.hours;
    for (std::size_t h = 0; h < hours.size(); ++h) {
      if (!condition(hours[h])) continue;
      people += hours[h].people;
      sum.observed_min += hours[h].people * hours[h].mean_min;
      sum.predicted_min += hours[h].people * predicted[d][h].mean_min;
    }
  }
  return {sum.observed_min / people, sum.predicted_min / people};
}

/// Hours with a single flight, in which nearly nobody stands in line.
inline bool is_quiet(const ObservedHour& hour) {
  return hour.flights == 1;
}
/// Hours with a thousand passengers or more.
inline bool is_busy(const ObservedHour& hour) {
  return hour.people >= 1000;
}

/// The terms under which both means, of quiet hours and of busy hours, are as observed.
Terms fit(const Days& days, Reading reading);

}  // namespace gateflow::validation
