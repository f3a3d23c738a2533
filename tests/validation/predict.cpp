#include "tests/validation/predict.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <exception>
#include <thread>

namespace gateflow::validation {
namespace {

std::vector<PredictedHour> predict(const Day& day, Reading reading, const Terms& terms,
                                   unsigned replications) {
  std::vector<PredictedHour> out(day.observed.hours.size());
  for (unsigned r = 0; r < replications; ++r) {
    const std::vector<HourFigures> one = simulate(day, reading, terms, r);
    for (std::size_t h = 0; h < out.size(); ++h) {
      const double mean = one[h].mean_min;
      out[h].mean_min += mean / replications;
      out[h].longest_min += one[h].longest_min / replications;
      out[h].least_mean_min = r == 0 ? mean : std::min(out[h].least_mean_min, mean);
      out[h].most_mean_min = std::max(out[h].most_mean_min, mean);
    }
  }
  return out;
}

/// Sums of one hour of the day over days.
struct Usual {
  double people = 0, waits = 0, longest = 0, days = 0;

  void add(const ObservedHour& hour) {
    people += hour.people;
    waits += hour.people * hour.mean_min;
    longest += hour.longest_min;
    ++days;
  }
  PredictedHour hour() const {
    const double mean = waits / people;
    return {mean, longest / days, mean, mean};
  }
};

/// The mean service under which busy hours wait as observed, all else as in the terms: bisection
/// on its logarithm, for more service is more waiting. Looked for within that factor of the terms'.
double fit_service(const Days& days, Reading reading, Terms terms, double factor) {
  double low = terms.service_s / factor, high = terms.service_s * factor;
  for (int step = 0; step < 6; ++step) {
    terms.service_s = std::sqrt(low * high);
    const Means busy = means(days, predict(days, reading, terms, 1), is_busy);
    (busy.predicted_min > busy.observed_min ? high : low) = terms.service_s;
  }
  return std::sqrt(low * high);
}

/// The mean time to the line under which quiet hours wait as observed, nearly: there, a second
/// later at the line is nearly a second later through.
double fit_to_line(const Days& days, Reading reading, const Terms& terms) {
  const Means quiet = means(days, predict(days, reading, terms, 1), is_quiet);
  return terms.to_line_s + 60 * (quiet.observed_min - quiet.predicted_min);
}

}  // namespace

Prediction predict(const Days& days, Reading reading, const Terms& terms, unsigned replications) {
  Prediction out(days.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> wrong(std::max(1u, std::thread::hardware_concurrency()));
  std::vector<std::thread> workers;
  for (std::exception_ptr& fault : wrong)
    workers.emplace_back([&] {
      try {
        for (std::size_t d; (d = next++) < days.size();)
          out[d] = predict(*days[d], reading, terms, replications);
      } catch (...) {
        fault = std::current_exception();
      }
    });
  for (std::thread& worker : workers) worker.join();
  for (const std::exception_ptr& fault : wrong)
    if (fault) std::rethrow_exception(fault);
  return out;
}

Prediction usual(const Days& past, const Days& days) {
  std::array<Usual, 24> by_hour;
  Usual any;
  for (const Day* day : past)
    for (const ObservedHour& hour : day->observed.hours) {
      by_hour[hour.hour].add(hour);
      any.add(hour);
    }
  Prediction out;
  for (const Day* day : days) {
    out.emplace_back();
    for (const ObservedHour& hour : day->observed.hours) {
      const Usual& known = by_hour[hour.hour];
      out.back().push_back((known.days > 0 ? known : any).hour());
    }
  }
  return out;
}

Terms fit(const Days& days, Reading reading) {
  Terms terms{30, 600};
  for (const double factor : {3.0, 1.2, 1.1, 1.05}) {
    terms.to_line_s = fit_to_line(days, reading, terms);
    terms.service_s = fit_service(days, reading, terms, factor);
  }
  return terms;
}

}  // namespace gateflow::validation
