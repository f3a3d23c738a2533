#include "sim/cli/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

/// Requires whole > 0.
std::string share_of(std::size_t part, std::size_t whole) {
  constexpr std::size_t few = 100;
  if (part == whole) return whole == 1 ? "The only person" : fmt::format("All {}", people(whole));
  if (part == 0) return fmt::format("None of {}", people(whole));
  if (whole < few) return fmt::format("{} of {}", part, people(whole));
  return fmt::format("{} of {}", percent(static_cast<double>(part) / static_cast<double>(whole)),
                     people(whole));
}

std::string in_time(const Summary& evening) {
  const std::size_t came = evening.all.outcomes.came();
  if (came == 0) return "Nobody came.";
  const bool judged = evening.all.punctuality.has_value();
  const std::size_t in =
      judged ? evening.all.punctuality->in_by_start : evening.all.outcomes.admitted;
  return share_of(in, came) + (came == 1 ? " was" : " were") +
         (judged ? fmt::format(" in by {}.", clock(*evening.start)) : " let in.");
}

std::string waiting(const WaitFigures& waits) {
  if (waits.people == 0) return {};
  if (waits.longest == Time{}) return " Nobody waited.";
  if (waits.people < 20)
    return fmt::format(" They waited {} on average, and {} at most.", span_in_words(waits.mean),
                       span_in_words(waits.longest));
  if (waits.p95 == Time{})
    return fmt::format(" Nearly nobody waited; the longest wait was {}.",
                       span_in_words(waits.longest));
  const std::string half = waits.p50 == Time{}
                               ? " Half did not wait, one in twenty waited longer than"
                               : fmt::format(" Half waited at most {}, one in twenty longer than",
                                             span_in_words(waits.p50));
  return fmt::format("{} {}.", half, span_in_words(waits.p95));
}

/// Where most people stood at once.
std::string worst_station(const std::vector<StationFigures>& stations) {
  const auto worst = std::ranges::max_element(
      stations, {}, [](const StationFigures& station) { return station.waiting.people; });
  if (worst == stations.end() || worst->waiting.people == 0) return {};
  const LongestLine& line = worst->longest_line;
  const bool one_line = line.people.people == worst->waiting.people;
  const std::string most = grouped(worst->waiting.people);
  std::string sentence = stations.size() == 1
                             ? fmt::format(" At {}, {} stood in line", clock(worst->waiting.at),
                                           people(worst->waiting.people))
                             : fmt::format(" Most people stood waiting at {}: {} at {}",
                                           worst->name, most, clock(worst->waiting.at));
  if (line.people.people > 0)
    sentence += one_line ? fmt::format(", {:.0f} m of line", line.metres)
                         : fmt::format(", up to {} in one line ({:.0f} m)",
                                       grouped(line.people.people), line.metres);
  return sentence + ".";
}

std::string the_others(const Outcomes& outcomes) {
  std::string text;
  if (outcomes.gave_up > 0) text += fmt::format(" {} gave up.", people(outcomes.gave_up));
  if (outcomes.turned_away > 0)
    text += fmt::format(" {} {} turned away.", people(outcomes.turned_away),
                        outcomes.turned_away == 1 ? "was" : "were");
  return text;
}

std::string the_end(const Summary& evening) {
  std::string text;
  if (evening.last_admission != never)
    text += fmt::format(" The last one was in at {}.", clock(evening.last_admission));
  const std::size_t left = evening.all.outcomes.still_waiting;
  if (left > 0)
    text += fmt::format(" {} {} still on the way in when it ended at {}.", people(left),
                        left == 1 ? "was" : "were", clock(evening.end));
  return text;
}

}  // namespace

std::string verdict(const Summary& evening) {
  return in_time(evening) + waiting(evening.all.waits) + worst_station(evening.stations) +
         the_others(evening.all.outcomes) + the_end(evening);
}

}  // namespace gateflow
