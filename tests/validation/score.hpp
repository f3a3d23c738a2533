#pragma once

#include "tests/validation/predict.hpp"

namespace gateflow::validation {

/// How a prediction compares with what was observed, over all hours of all days; means are weighted
/// by passengers.
struct Score {
  double hours = 0;
  double observed_min = 0, predicted_min = 0;  ///< mean waits
  double error_min = 0;                        ///< mean absolute error of an hour's mean wait
  double correlation = 0;                      ///< of the hours' mean waits
  double within_10_min = 0;                    ///< share of hours
  double within_range = 0;  ///< share of hours whose mean wait lies in the replications' range
  double observed_longest_min = 0, predicted_longest_min = 0;
  double correlation_of_longest = 0;
};

Score score(const Days& days, const Prediction& prediction);

/// Mean waits of the hours with that many passengers to a booth.
struct LoadBand {
  double least = 0, below = 0;  ///< passengers to a booth in the hour
  double hours = 0;
  double observed_min = 0;
  std::vector<double> predicted_min;  ///< by each of the predictions
};

std::vector<LoadBand> by_load(const Days& days, const std::vector<const Prediction*>& predictions);

}  // namespace gateflow::validation
