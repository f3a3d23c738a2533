#include "sim/cli/season_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/chart_rows.hpp"
#include "sim/cli/figure_words.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

using Figures = std::vector<SeasonFigure>;

/// Null where evenings have no such figure.
const SeasonFigure* find(const Figures& figures, std::string_view key) {
  const auto found = std::ranges::find_if(figures, [&](const SeasonFigure& figure) {
    return figure.figure.item.empty() && figure.figure.key == key;
  });
  return found == figures.end() ? nullptr : &*found;
}

bool says_something(const SeasonFigure& figure) {
  return std::ranges::any_of(figure.by_evening, [](const Estimate& e) { return e.mean != 0; });
}

// ---- In words ----

/// Whether it went up (1) or down (-1); 0: not, or it may be luck.
int direction(const SeasonFigure* figure) {
  if (figure == nullptr || !figure->change.half_width) return 0;
  const double change = figure->change.mean;
  if (std::abs(change) <= *figure->change.half_width) return 0;
  return change > 0 ? 1 : -1;
}

/// "from 12 to 48 (+36 ± 4)".
std::string from_to(const SeasonFigure& figure, const Look& look) {
  const Unit unit = figure.figure.unit;
  return fmt::format("from {} to {} ({})", in_words(unit, figure.by_evening.front().mean),
                     in_words(unit, figure.by_evening.back().mean),
                     change_in_words(unit, figure.change, look));
}

std::string who_stays_away(const Figures& figures, std::size_t evenings, const Look& look) {
  const Estimate& away = find(figures, "away_share")->by_evening.back();
  if (away.mean <= 0) return " Nobody stays away.";
  const std::string around = away.half_width
                                 ? fmt::format(" ({} {})", look.unicode ? "±" : "+-",
                                               distance_in_words(Unit::Share, *away.half_width))
                                 : "";
  return fmt::format(" At evening {}, {}{} of the ticket holders stay away.", evenings,
                     percent(away.mean), around);
}

std::string the_lesson(const Figures& figures, bool any_favours) {
  const int wait = direction(find(figures, "wait_p95_s"));
  if (!find(figures, "wait_p95_s")->change.half_width)
    return " One season may be luck: --replications 20 tells how sure this is.";
  if (!any_favours) return {};
  const int asked = direction(find(figures, "favours_asked"));
  if (asked > 0 && wait > 0) return " What is granted tonight is a queue later in the season.";
  if (asked > 0) return " More and more ask; the wait does not grow with it, beyond luck.";
  if (asked < 0) return " Fewer and fewer ask.";
  return " How many ask does not change, beyond luck.";
}

/// "favours asked went from 12 to 48 (+36 ± 4), and the wait of 95 % from ..."
std::string what_changed(const Figures& figures, bool any_favours, std::size_t evenings,
                         const Look& look) {
  const SeasonFigure& favours = *find(figures, "favours_asked");
  const SeasonFigure& wait = *find(figures, "wait_p95_s");
  if (evenings == 1)
    return fmt::format("A season of one evening: {} favours asked, and 95 % waited at most {}.",
                       in_words(Unit::Count, favours.by_evening.front().mean),
                       in_words(Unit::Seconds, wait.by_evening.front().mean));
  const std::string from = fmt::format("From the first evening to the last of {}, ", evenings);
  if (!any_favours)
    return from +
           fmt::format("nobody asked a favour, and the wait of 95 % went {}.", from_to(wait, look));
  return from + fmt::format("favours asked went {}, and the wait of 95 % {}.",
                            from_to(favours, look), from_to(wait, look));
}

std::string season_verdict(const Figures& figures, std::size_t evenings, const Look& look) {
  const bool any_favours = says_something(*find(figures, "favours_asked"));
  std::string text = what_changed(figures, any_favours, evenings, look);
  if (evenings == 1) return text;
  text += who_stays_away(figures, evenings, look);
  if (const SeasonFigure* result = find(figures, "result"))
    text += fmt::format(" What an evening leaves went {}.", from_to(*result, look));
  return text + the_lesson(figures, any_favours);
}

// ---- Tables ----

struct Column {
  std::string_view key;
  const char* head;
  unsigned worth;
};
constexpr Column told_columns[] = {{"came", "came", 2},
                                   {"favours_asked", "asked", 0},
                                   {"favours_granted", "granted", 3},
                                   {"favours_refused", "refused", 7},
                                   {"wronged", "wronged", 4},
                                   {"gave_up", "gave up", 8},
                                   {"away_share", "away", 5},
                                   {"wait_p95_s", "95 % wait", 1},
                                   {"in_by_start_share", "in by start", 6},
                                   {"result", "result", 2}};

/// At most about two dozen, the first and the last among them.
std::vector<std::size_t> evenings_told(std::size_t evenings) {
  constexpr std::size_t most = 24;
  const std::size_t step = (evenings + most - 1) / most;
  std::vector<std::size_t> told;
  for (std::size_t e = 0; e < evenings; e += step) told.push_back(e);
  if (told.back() + 1 != evenings) told.push_back(evenings - 1);
  return told;
}

std::string evenings_table(const Figures& figures, std::size_t evenings, const Look& look) {
  const std::vector<std::size_t> told = evenings_told(evenings);
  TextTable table("Evening");
  std::vector<std::string> numbers;
  for (const std::size_t e : told) numbers.push_back(std::to_string(e + 1));
  table.add("", Align::Left, 0, std::move(numbers));
  for (const Column& column : told_columns) {
    const SeasonFigure* figure = find(figures, column.key);
    if (figure == nullptr || !says_something(*figure)) continue;
    std::vector<std::string> cells;
    for (const std::size_t e : told)
      cells.push_back(mean_in_words(figure->figure.unit, figure->by_evening[e], look));
    table.add(column.head, Align::Right, column.worth, std::move(cells));
  }
  return '\n' + table.text(look);
}

std::string kinds_table(const Figures& figures, const Look& look) {
  std::vector<std::string> names, first, last, changes, factors;
  for (const SeasonFigure& figure : figures) {
    if (figure.figure.item.empty()) continue;
    if (figure.figure.key == "factor")
      factors.push_back(in_words(Unit::Factor, figure.by_evening.back().mean));
    if (figure.figure.key != "asked") continue;
    names.push_back(short_name(figure.figure.item));
    first.push_back(mean_in_words(Unit::Count, figure.by_evening.front(), look));
    last.push_back(mean_in_words(Unit::Count, figure.by_evening.back(), look));
    changes.push_back(change_in_words(Unit::Count, figure.change, look));
  }
  if (names.empty()) return {};
  TextTable table("Favours asked");
  table.add("", Align::Left, 0, std::move(names));
  table.add("first evening", Align::Right, 0, std::move(first));
  table.add("last evening", Align::Right, 0, std::move(last));
  table.add("change", Align::Right, 1, std::move(changes));
  table.add("share, times the first", Align::Right, 2, std::move(factors));
  return '\n' + table.text(look);
}

// ---- Charts ----

/// As many columns an evening as fit, or several evenings a column.
class EveningAxis {
 public:
  EveningAxis(std::size_t evenings, unsigned width) : evenings_(evenings) {
    const std::size_t room = width - gutter;
    per_column_ = (evenings + room - 1) / room;
    if (per_column_ == 1) columns_each_ = std::min<std::size_t>(6, room / evenings);
  }

  std::vector<double> means(const SeasonFigure& figure, double unit) const {
    std::vector<double> out;
    for (std::size_t e = 0; e < evenings_; e += per_column_) {
      const std::size_t end = std::min(evenings_, e + per_column_);
      double sum = 0;
      for (std::size_t k = e; k < end; ++k) sum += figure.by_evening[k].mean;
      out.insert(out.end(), columns_each_, sum / static_cast<double>(end - e) / unit);
    }
    return out;
  }

  /// Ticks and the numbers of evenings.
  std::string text(const Look& look) const {
    const Signs& signs = signs_of(look);
    const std::size_t columns = (evenings_ + per_column_ - 1) / per_column_ * columns_each_;
    std::vector<bool> ticks(columns, false);
    std::string labels;
    for (std::size_t e = 0; e < evenings_; ++e) {
      const std::size_t column = e / per_column_ * columns_each_;
      if (!labels.empty() && labels.size() + 1 > column) continue;
      if (e > 0 && (e + 1) % tick_step() != 0) continue;
      ticks[column] = true;
      labels.append(column - labels.size(), ' ');
      labels += std::to_string(e + 1);
    }
    std::string line;
    for (const bool there : ticks) line += there ? signs.tick : signs.floor;
    const std::string blanks(gutter - 1, ' ');
    return fmt::format("{0}{1}{2}\n{0} {3}\n", blanks, signs.corner, line, labels);
  }

 private:
  /// The least round one whose labels do not touch each other.
  std::size_t tick_step() const {
    constexpr std::size_t label_room = 5;
    for (const std::size_t step : {1u, 2u, 5u, 10u, 20u, 50u, 100u, 200u, 500u})
      if (step * columns_each_ >= label_room * per_column_) return step;
    return 1000;
  }

  std::size_t evenings_;
  std::size_t per_column_ = 1, columns_each_ = 1;
};

std::string charts(const Figures& figures, std::size_t evenings, const Look& look) {
  if (evenings < 2) return {};
  const EveningAxis axis(evenings, look.width);
  const auto chart = [&](const std::string& title, const SeasonFigure& area,
                         const SeasonFigure* points, double unit) {
    const std::vector<double> filled = axis.means(area, unit);
    const std::vector<double> dots = points ? axis.means(*points, unit) : std::vector<double>{};
    const ChartRows rows{.area = filled, .points = dots};
    return '\n' + look.bold(title) + '\n' + rows.text(look) + axis.text(look);
  };
  std::string text;
  const SeasonFigure& asked = *find(figures, "favours_asked");
  if (says_something(asked))
    text += chart(fmt::format("Favours an evening: {} asked, {} granted", look.unicode ? "•" : "o",
                              look.unicode ? "█" : "#"),
                  *find(figures, "favours_granted"), &asked, 1);
  const SeasonFigure& wait = *find(figures, "wait_p95_s");
  const bool minutes = std::ranges::any_of(wait.by_evening, [](const Estimate& e) {
    constexpr double long_s = 300;
    return e.mean > long_s;
  });
  if (says_something(wait))
    text += chart(fmt::format("95 % wait at most, in {}", minutes ? "minutes" : "seconds"), wait,
                  nullptr, minutes ? 60 : 1);
  return text;
}

// ---- All of it ----

std::string heading(const Scenario& scenario, const std::vector<SeasonRun>& seasons,
                    std::size_t asked, const Look& look) {
  const std::string dot = look.unicode ? " · " : " - ";
  const Luck luck = seasons.front().front().summary.luck;
  std::string text = look.bold(scenario.name) + dot + fmt::format("seed {}", luck.seed);
  if (asked == 1 && luck.replication > 0) text += fmt::format(", replication {}", luck.replication);
  text += dot + several(seasons.front().size(), "evening");
  if (asked > 1)
    text +=
        dot + (seasons.size() == asked ? fmt::format("{} seasons", asked)
                                       : fmt::format("{} of {} seasons", seasons.size(), asked));
  return text + "\n\n";
}

std::string next_steps(const std::string& call, std::size_t evenings, std::size_t asked,
                       bool has_rules, const Look& look) {
  const std::string season = fmt::format("  gateflow season {} --evenings {}", call, evenings);
  std::string text = '\n' + look.bold("Next") + '\n';
  if (asked == 1) text += season + " --replications 20    how sure this is\n";
  if (has_rules) text += season + " --set house.rule=RULE    the same crowds under another rule\n";
  text += season + " --csv FILE.csv    every evening, in a table\n";
  text += fmt::format("  gateflow run {}    the first of these evenings\n", call);
  return text;
}

}  // namespace

std::string season_text(const Scenario& scenario, const std::vector<SeasonRun>& seasons,
                        std::size_t asked, const std::string& call, const Look& look) {
  const Figures figures = season_figures(scenario, seasons);
  const std::size_t evenings = seasons.front().size();
  return heading(scenario, seasons, asked, look) +
         wrapped(season_verdict(figures, evenings, look), look.width) +
         evenings_table(figures, evenings, look) + kinds_table(figures, look) +
         charts(figures, evenings, look) +
         next_steps(call, evenings, asked, scenario.rules.size() > 1, look);
}

}  // namespace gateflow
