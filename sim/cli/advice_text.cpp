#include "sim/cli/advice_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

std::string limit_in_words(Time limit) {
  return limit == never ? "solved" : limit == Time{} ? "not at all" : short_span(limit);
}

std::string interval(const BreakEven& row) {
  if (row.limit_low == row.limit_high) return limit_in_words(row.limit);
  return fmt::format("{} ({} to {})", limit_in_words(row.limit), limit_in_words(row.limit_low),
                     limit_in_words(row.limit_high));
}

std::string sentence(const Scenario& scenario, const BreakEven& row) {
  const std::string where =
      fmt::format("At {} between {} and {}", scenario.stations[row.station].name, clock(row.from),
                  clock(row.to));
  if (row.limit == never)
    return where +
           " hold the lane until the case is solved: stepping aside would cost the one more "
           "than it saves the many.";
  if (row.limit == Time{})
    return where + " send aside at once: holding on costs the many more than it saves the one.";
  return fmt::format(
      "{} send aside after {}: from then on, holding on costs the many more than it saves the one.",
      where, interval(row));
}

/// Neighbouring stretches of one station with one limit are one.
std::vector<BreakEven> joined(std::vector<BreakEven> rows) {
  std::ranges::stable_sort(rows, {}, &BreakEven::station);
  std::vector<BreakEven> out;
  for (const BreakEven& row : rows) {
    const bool goes_on = !out.empty() && out.back().station == row.station &&
                         out.back().to == row.from && out.back().limit == row.limit &&
                         out.back().limit_low == row.limit_low &&
                         out.back().limit_high == row.limit_high;
    if (!goes_on) {
      out.push_back(row);
      continue;
    }
    out.back().to = row.to;
    out.back().first_second_s = std::max(out.back().first_second_s, row.first_second_s);
  }
  return out;
}

}  // namespace

std::string advice_text(const Scenario& scenario, const BreakEvens& advice,
                        const BreakEvenAsked& asked, const Look& look) {
  std::string text = look.bold(scenario.name);
  text += fmt::format("{0}seed {1}{0}{2}\n\n", look.unicode ? " · " : " - ", asked.luck.seed,
                      several(advice.finished, "evening"));
  if (advice.rows.empty())
    return text + wrapped(
                      "Nothing to advise: no case can come up while a lane is open, or none says "
                      "how long it "
                      "takes at the help desk; then --aside-cost says what sending somebody aside "
                      "would cost them.",
                      look.width);

  const auto dearest = std::ranges::max_element(advice.rows, {}, &BreakEven::first_second_s);
  text +=
      wrapped(sentence(scenario, *dearest) +
                  fmt::format(" Each second of a short hold there costs all others {} together; "
                              "stepping aside costs the one {}.",
                              span_in_words(from_seconds(dearest->first_second_s)),
                              span_in_words(dearest->aside_cost)),
              look.width);
  std::vector<std::string> names, when, limits, seconds, aside;
  for (const BreakEven& row : joined(advice.rows)) {
    names.push_back(short_name(scenario.stations[row.station].name));
    when.push_back(fmt::format("{} to {}", clock(row.from), clock(row.to)));
    limits.push_back(interval(row));
    seconds.push_back(short_span(from_seconds(row.first_second_s)));
    aside.push_back(short_span(row.aside_cost));
  }
  TextTable table("Hold a lane at most");
  table.add("", Align::Left, 0, std::move(names));
  table.add("when", Align::Right, 0, std::move(when));
  table.add("until", Align::Left, 0, std::move(limits));
  table.add("a second costs, at most", Align::Right, 1, std::move(seconds));
  table.add("aside costs the one", Align::Right, 2, std::move(aside));
  return text + '\n' + table.text(look);
}

}  // namespace gateflow
