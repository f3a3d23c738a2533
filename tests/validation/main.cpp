/// gateflow-validation: fits the customs scenario on some days and predicts others; prints the
/// tables of docs/validation.md. With --quick: the scenario as it is shipped, on a few days,
/// against broad expectations.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "tests/validation/score.hpp"

namespace gateflow::validation {
namespace {

constexpr unsigned replications = 20;

/// A rule by which days are divided, fixed before anything is fitted.
struct Division {
  const char* name;
  bool (*is_for_fitting)(std::string_view date);
};

/// A forecast: three months say what the next three are like.
bool in_first_quarter(std::string_view date) {
  return date.substr(5, 2) <= "03";
}
/// Both halves from the same months.
bool on_odd_day(std::string_view date) {
  return (date.back() - '0') % 2 == 1;
}

constexpr Division forecast{"fitted on January to March, predicted: April to June",
                            in_first_quarter};
constexpr Division interleaved{"fitted on odd days of the month, predicted: even days", on_odd_day};

Days days_of(const Customs& customs, const Division& division, bool for_fitting) {
  Days out;
  for (const Day& day : customs.days())
    if (division.is_for_fitting(day.observed.date) == for_fitting) out.push_back(&day);
  return out;
}

double people_of(const ObservedDay& day) {
  double people = 0;
  for (const ObservedHour& hour : day.hours) people += hour.people;
  return people;
}

/// The scenario's own day, the fifteenth of each month and the month's day with most passengers.
std::vector<std::size_t> days_to_show(const Days& days, const std::string& own) {
  std::vector<std::size_t> out;
  for (std::size_t d = 0; d < days.size(); ++d) {
    const ObservedDay& day = days[d]->observed;
    const auto busier = [&](const Day* other) {
      return other->observed.date.substr(0, 7) == day.date.substr(0, 7) &&
             people_of(other->observed) > people_of(day);
    };
    const bool busiest = std::ranges::none_of(days, busier);
    if (busiest || day.date == own || day.date.ends_with("-15")) out.push_back(d);
  }
  return out;
}

void print_day(const ObservedDay& day, const std::vector<PredictedHour>& booths,
               const std::vector<PredictedHour>& hall) {
  fmt::print("\n{}, {:.0f} passengers\n\n", day.date, people_of(day));
  fmt::print(
      "| landed | passengers | flights | booths | mean: observed | booths | hall | "
      "longest: observed | booths | hall |\n");
  fmt::print("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n");
  for (std::size_t h = 0; h < day.hours.size(); ++h) {
    const ObservedHour& seen = day.hours[h];
    fmt::print(
        "| {:02}-{:02} h | {:.0f} | {} | {:.0f} | {:.0f} | {:.0f} | {:.0f} | {:.0f} | "
        "{:.0f} | {:.0f} |\n",
        seen.hour, seen.hour + 1, seen.people, seen.flights, seen.booths, seen.mean_min,
        booths[h].mean_min, hall[h].mean_min, seen.longest_min, booths[h].longest_min,
        hall[h].longest_min);
  }
}

void print_score(const char* name, const Score& s) {
  fmt::print(
      "| {} | {:.1f} | {:+.1f} | {:.1f} | {:.2f} | {:.0f} % | {:.0f} % | {:.0f} | {:.2f} "
      "|\n",
      name, s.predicted_min, s.predicted_min - s.observed_min, s.error_min, s.correlation,
      100 * s.within_10_min, 100 * s.within_range, s.predicted_longest_min,
      s.correlation_of_longest);
}

void print_load(const Days& days, const Prediction& booths, const Prediction& hall) {
  fmt::print(
      "\n| passengers to a booth in the hour | hours | mean wait observed | booths | hall "
      "|\n| --- | --: | --: | --: | --: |\n");
  for (const LoadBand& band : by_load(days, {&booths, &hall}))
    fmt::print("| {:.0f} {} | {:.0f} | {:.1f} | {:.1f} | {:.1f} |\n", band.least,
               std::isinf(band.below) ? "or more" : fmt::format("to {:.0f}", band.below),
               band.hours, band.observed_min, band.predicted_min[0], band.predicted_min[1]);
}

void print_terms(const char* name, const Terms& terms) {
  fmt::print("{}: {:.1f} s of service, {:.0f} s from landing to the line\n", name, terms.service_s,
             terms.to_line_s);
  std::fflush(stdout);
}

Terms fit_and_tell(const char* name, const Days& past, Reading reading) {
  const Terms terms = fit(past, reading);
  print_terms(name, terms);
  const Prediction again = predict(past, reading, terms, 1);
  const Means quiet = means(past, again, is_quiet), busy = means(past, again, is_busy);
  fmt::print(
      "  on the days it was fitted on: quiet hours {:.1f} min (observed {:.1f}), busy hours "
      "{:.1f} min (observed {:.1f})\n",
      quiet.predicted_min, quiet.observed_min, busy.predicted_min, busy.observed_min);
  std::fflush(stdout);
  return terms;
}

void validate(const Customs& customs, const Division& division, bool with_days) {
  const Days past = days_of(customs, division, true);
  const Days days = days_of(customs, division, false);
  fmt::print("\n## {}\n\n", division.name);
  const Terms booth_terms = fit_and_tell("booths", past, Reading::Booths);
  const Terms hall_terms = fit_and_tell("hall", past, Reading::Hall);
  const Prediction booths = predict(days, Reading::Booths, booth_terms, replications);
  const Prediction hall = predict(days, Reading::Hall, hall_terms, replications);
  const Prediction past_wait = usual(past, days);

  const Score of_booths = score(days, booths);
  fmt::print(
      "\n{} days, {:.0f} hours; observed: mean wait {:.1f} min, longest of an hour {:.0f} "
      "min (both weighted by passengers)\n\n",
      days.size(), of_booths.hours, of_booths.observed_min, of_booths.observed_longest_min);
  fmt::print(
      "| predicted by | mean wait | bias | mean absolute error | correlation | within 10 "
      "min | in range | longest | correlation of longest |\n"
      "| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n");
  print_score("booths", of_booths);
  print_score("hall", score(days, hall));
  print_score("usual wait of the hour", score(days, past_wait));
  print_load(days, booths, hall);
  if (with_days)
    for (const std::size_t d : days_to_show(days, customs.date()))
      print_day(days[d]->observed, booths[d], hall[d]);
}

bool expect(const char* what, double found, double least, double most) {
  const bool holds = found >= least && found <= most;
  fmt::print("{}: {} is {:.1f}, expected {:.1f} to {:.1f}\n", holds ? "holds" : "fails", what,
             found, least, most);
  return holds;
}

bool holds_roughly(const Customs& customs) {
  Days days;
  for (const Day* day : days_of(customs, forecast, true))
    if (day->observed.date.ends_with("-05") || day->observed.date.ends_with("-20"))
      days.push_back(day);
  const Prediction prediction = predict(days, Reading::Booths, customs.terms(), 3);
  const Score found = score(days, prediction);
  const Means quiet = means(days, prediction, is_quiet);
  bool all = expect("days", static_cast<double>(days.size()), 6, 6);
  all &= expect("mean wait, simulated less observed, min", found.predicted_min - found.observed_min,
                -6, 6);
  all &= expect("the same in quiet hours, min", quiet.predicted_min - quiet.observed_min, -5, 5);
  all &= expect("longest wait, simulated over observed",
                found.predicted_longest_min / found.observed_longest_min, 0.3, 1.2);
  return all;
}

int run(bool quick) {
  const Customs customs(GATEFLOW_ROOT);
  print_terms("shipped", customs.terms());
  if (quick) return holds_roughly(customs) ? 0 : 1;
  validate(customs, forecast, true);
  validate(customs, interleaved, false);
  return 0;
}

}  // namespace
}  // namespace gateflow::validation

int main(int argc, char** argv) {
  const bool quick = argc == 2 && std::string_view(argv[1]) == "--quick";
  if (argc > 1 && !quick) {
    fmt::print(stderr, "usage: gateflow-validation [--quick]\n");
    return 2;
  }
  try {
    return gateflow::validation::run(quick);
  } catch (const std::exception& error) {
    fmt::print(stderr, "gateflow-validation: {}\n", error.what());
    return 1;
  }
}
