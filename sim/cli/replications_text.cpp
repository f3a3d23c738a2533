#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "sim/analysis/figures.hpp"
#include "sim/cli/figure_words.hpp"
#include "sim/cli/headlines.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/summary_text.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

using Figures = std::vector<ReplicatedFigure>;

constexpr Headline money_headlines[] = {{"brought", "brought"},
                                        {"costs", "cost"},
                                        {"refunds", "refunds"},
                                        {"concessions", "concessions"},
                                        {"result", "left over"}};
constexpr Headline kind_money_headlines[] = {{"people", "people"},
                                             {"result", "left over"},
                                             {"serving", "serving them"},
                                             {"concessions", "concessions"},
                                             {"refunds", "refunds"}};
constexpr Headline feelings_headlines[] = {
    {"felt_wait_mean_s", "mean felt wait"},
    {"felt_wait_p95_s", "95 % felt at most"},
    {"felt_to_actual", "felt / actual"},
    {"beyond_expectation_share", "felt longer than expected"},
    {"offended_share", "offended"},
    {"satisfaction_mean", "satisfaction"},
    {"value_lost", "value lost"}};
constexpr Headline aftermath_headlines[] = {{"dissatisfied", "dissatisfied"},
                                            {"complaints_closed", "complaints to the house"},
                                            {"complaints_public", "in public at once"},
                                            {"answered_in_time_share", "answered in time"},
                                            {"answer_mean_s", "mean answer"},
                                            {"answer_p95_s", "95 % answered after"},
                                            {"turned_public", "turned public"},
                                            {"people_reached", "people reached"},
                                            {"kept", "come again"},
                                            {"lost", "lost"}};
constexpr Headline group_headlines[] = {{"admitted", "admitted"},
                                        {"in_by_start_share", "in by the start"},
                                        {"wait_mean_s", "mean wait"},
                                        {"wait_p95_s", "95 %"}};
constexpr Headline station_headlines[] = {{"wait_mean_s", "mean wait"},
                                          {"wait_p95_s", "95 %"},
                                          {"most_waiting", "most waiting"},
                                          {"utilisation_share", "busy"},
                                          {"blocked_share", "blocked"}};

bool says_something(const ReplicatedFigure& figure) {
  return std::ranges::any_of(figure.values, [](double value) { return value != 0; });
}

std::string mean_and_interval(const ReplicatedFigure& figure, const Look& look) {
  return mean_in_words(figure.figure.unit, figure.estimate, look);
}

const ReplicatedFigure* find(const Figures& figures, std::string_view section,
                             std::string_view item, std::string_view key) {
  const auto found = std::ranges::find_if(figures, [&](const ReplicatedFigure& figure) {
    return figure.figure.section == section && figure.figure.item == item &&
           figure.figure.key == key;
  });
  return found == figures.end() ? nullptr : &*found;
}

std::string headlines_table(const Figures& figures, std::string_view section, std::string title,
                            std::span<const Headline> headlines, const Look& look) {
  std::vector<std::string> names, means, least, most;
  for (const Headline& headline : headlines) {
    const ReplicatedFigure* figure = find(figures, section, "", headline.key);
    if (figure == nullptr || !says_something(*figure)) continue;
    const auto [low, high] = std::ranges::minmax(figure->values);
    names.emplace_back(headline.words);
    means.push_back(mean_and_interval(*figure, look));
    least.push_back(in_words(figure->figure.unit, low));
    most.push_back(in_words(figure->figure.unit, high));
  }
  if (names.empty()) return {};
  TextTable table(std::move(title));
  table.add("", Align::Left, 0, std::move(names));
  table.add("mean, with 95 % interval", Align::Right, 0, std::move(means));
  table.add("least", Align::Right, 1, std::move(least));
  table.add("most", Align::Right, 1, std::move(most));
  return '\n' + table.text(look);
}

std::vector<std::string> items_of(const Figures& figures, std::string_view section) {
  std::vector<std::string> items;
  for (const ReplicatedFigure& figure : figures)
    if (figure.figure.section == section && (items.empty() || items.back() != figure.figure.item))
      items.push_back(figure.figure.item);
  return items;
}

std::string section_table(const Figures& figures, std::string_view section, std::string title,
                          std::span<const Headline> headlines, const Look& look) {
  const std::vector<std::string> items = items_of(figures, section);
  TextTable table(std::move(title));
  std::vector<std::string> names;
  for (const std::string& item : items) names.push_back(short_name(item));
  table.add("", Align::Left, 0, std::move(names));
  unsigned worth = 0;
  for (const Headline& headline : headlines) {
    std::vector<std::string> cells;
    bool shown = false;
    for (const std::string& item : items) {
      const ReplicatedFigure* figure = find(figures, section, item, headline.key);
      if (figure == nullptr) continue;
      shown = shown || says_something(*figure);
      cells.push_back(mean_and_interval(*figure, look));
    }
    if (shown) table.add(std::string(headline.words), Align::Right, ++worth, std::move(cells));
  }
  return '\n' + table.text(look);
}

std::string goals_text(const std::vector<Summary>& evenings, const Look& look) {
  const std::vector<ReplicatedGoal> goals = goals_of(evenings);
  if (goals.empty()) return {};
  std::string text = '\n' + look.bold("Goals") + '\n';
  for (const ReplicatedGoal& goal : goals) {
    const GoalKind kind = goal.goal.kind;
    const std::string word = goal.goal.met ? look.good("met   ") : look.bad("MISSED");
    text += fmt::format("  {}  {}: {} on average, met in {} of {} evenings\n", word,
                        goal_in_words(kind, goal.goal.asked), goal_value(kind, goal.estimate.mean),
                        goal.met_in, evenings.size());
  }
  return text;
}

}  // namespace

std::string summary_text(const std::vector<Summary>& evenings, std::size_t asked,
                         const std::string& call, const Look& look) {
  const Figures figures = figures_of(evenings);
  const Summary& first = evenings.front();
  std::string text = look.bold(first.scenario);
  text += fmt::format("{0}seed {1}{0}{2}", look.unicode ? " · " : " - ", first.luck.seed,
                      evenings.size() == asked
                          ? fmt::format("{} evenings", asked)
                          : fmt::format("{} of {} evenings", evenings.size(), asked));
  text += '\n' + goals_text(evenings, look) +
          headlines_table(figures, "evening", "Evening", evening_headlines, look) +
          headlines_table(figures, "evening", "How it felt", feelings_headlines, look) +
          headlines_table(figures, "aftermath", "Aftermath", aftermath_headlines, look);
  if (first.gates.size() > 1)
    text += section_table(figures, "gates", "Gates", group_headlines, look);
  if (first.classes.size() > 1)
    text += section_table(figures, "classes", "Classes", group_headlines, look);
  text += section_table(figures, "stations", "Stations", station_headlines, look);
  if (first.money) {
    text +=
        section_table(figures, "money", "Money, " + first.money->currency, money_headlines, look);
    text += section_table(figures, "money_by_case", "Cases in money", kind_money_headlines, look);
  }
  text += fmt::format(
      "\n{}\n  gateflow run {} --replication {}    one of these evenings, with its curves\n"
      "  gateflow run {} --replications {} --json    all figures, with each evening's value\n",
      look.bold("Next"), call, first.luck.replication, call, asked);
  return text;
}

}  // namespace gateflow
