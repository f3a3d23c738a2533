#include "tests/validation/score.hpp"

#include <cmath>
#include <limits>

namespace gateflow::validation {
namespace {

/// Weighted moments of pairs.
class Pairs {
 public:
  void add(double weight, double x, double y) {
    w_ += weight;
    x_ += weight * x;
    y_ += weight * y;
    xx_ += weight * x * x;
    yy_ += weight * y * y;
    xy_ += weight * x * y;
  }
  double mean_x() const { return x_ / w_; }
  double mean_y() const { return y_ / w_; }
  double correlation() const {
    const double vx = xx_ / w_ - mean_x() * mean_x(), vy = yy_ / w_ - mean_y() * mean_y();
    return (xy_ / w_ - mean_x() * mean_y()) / std::sqrt(vx * vy);
  }

 private:
  double w_ = 0, x_ = 0, y_ = 0, xx_ = 0, yy_ = 0, xy_ = 0;
};

template <class Use>
void each_hour(const Days& days, Use use) {
  for (std::size_t d = 0; d < days.size(); ++d)
    for (std::size_t h = 0; h < days[d]->observed.hours.size(); ++h)
      use(d, h, days[d]->observed.hours[h]);
}

}  // namespace

Score score(const Days& days, const Prediction& prediction) {
  Score out;
  Pairs means, longest;
  double people = 0;
  each_hour(days, [&](std::size_t d, std::size_t h, const ObservedHour& seen) {
    const PredictedHour& said = prediction[d][h];
    const double off = std::abs(said.mean_min - seen.mean_min);
    means.add(seen.people, seen.mean_min, said.mean_min);
    longest.add(seen.people, seen.longest_min, said.longest_min);
    people += seen.people;
    out.error_min += seen.people * off;
    ++out.hours;
    out.within_10_min += off <= 10;
    out.within_range += seen.mean_min >= said.least_mean_min && seen.mean_min <= said.most_mean_min;
  });
  out.observed_min = means.mean_x();
  out.predicted_min = means.mean_y();
  out.error_min /= people;
  out.correlation = means.correlation();
  out.within_10_min /= out.hours;
  out.within_range /= out.hours;
  out.observed_longest_min = longest.mean_x();
  out.predicted_longest_min = longest.mean_y();
  out.correlation_of_longest = longest.correlation();
  return out;
}

std::vector<LoadBand> by_load(const Days& days, const std::vector<const Prediction*>& predictions) {
  constexpr double no_limit = std::numeric_limits<double>::infinity();
  std::vector<LoadBand> bands;
  for (const double least : {0.0, 25.0, 50.0, 75.0, 100.0, 125.0})
    bands.push_back({least, least < 125 ? least + 25 : no_limit, 0, 0,
                     std::vector<double>(predictions.size())});
  std::vector<double> people(bands.size());
  each_hour(days, [&](std::size_t d, std::size_t h, const ObservedHour& seen) {
    const double load = seen.people / seen.booths;
    for (std::size_t b = 0; b < bands.size(); ++b) {
      LoadBand& band = bands[b];
      if (load < band.least || load >= band.below) continue;
      people[b] += seen.people;
      ++band.hours;
      band.observed_min += seen.people * seen.mean_min;
      for (std::size_t p = 0; p < predictions.size(); ++p)
        band.predicted_min[p] += seen.people * (*predictions[p])[d][h].mean_min;
    }
  });
  for (std::size_t b = 0; b < bands.size(); ++b) {
    bands[b].observed_min /= people[b];
    for (double& sum : bands[b].predicted_min) sum /= people[b];
  }
  return bands;
}

}  // namespace gateflow::validation
