#include "sim/cli/summary_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr std::size_t most_rows = 30;
constexpr std::size_t longest_name = 24;

using Cells = std::vector<std::string>;

std::string number_or_dot(std::size_t number) {
  return number == 0 ? "-" : grouped(number);
}

/// Builds a table whose rows are values of one kind.
template <class Row>
class TableOf {
 public:
  TableOf(std::string title, const std::vector<Row>& rows) : table_(std::move(title)), rows_(rows) {
    shown_ = std::min(rows.size(), most_rows);
  }

  template <class Cell>
  void add(std::string head, Align align, unsigned worth, Cell cell) {
    Cells cells;
    for (std::size_t i = 0; i < shown_; ++i) cells.push_back(cell(rows_[i]));
    table_.add(std::move(head), align, worth, std::move(cells));
  }

  /// Left out if it is 0 for everyone.
  template <class Number>
  void add_number(std::string head, unsigned worth, Number number) {
    const bool says_something =
        std::ranges::any_of(rows_, [&](const Row& row) { return number(row) > 0; });
    if (!says_something) return;
    add(std::move(head), Align::Right, worth,
        [&](const Row& row) { return number_or_dot(number(row)); });
  }

  std::string text(const Look& look) const {
    std::string text = '\n' + table_.text(look);
    if (shown_ < rows_.size())
      text += fmt::format("and {} more: --json has them all\n", rows_.size() - shown_);
    return text;
  }

 private:
  TextTable table_;
  const std::vector<Row>& rows_;
  std::size_t shown_;
};

void add_waits(auto& table, auto waits_of) {
  const auto add = [&](const char* head, unsigned worth, Time WaitFigures::*figure) {
    table.add(head, Align::Right, worth,
              [=](const auto& row) { return short_span(waits_of(row).*figure); });
  };
  add("mean wait", 2, &WaitFigures::mean);
  add("half", 4, &WaitFigures::p50);
  add("95 %", 0, &WaitFigures::p95);
  add("99 %", 5, &WaitFigures::p99);
  add("longest", 1, &WaitFigures::longest);
}

std::string when(const Peak& peak) {
  return peak.people == 0 ? "-" : clock(peak.at);
}

bool has_common_lines_only(const std::vector<StationFigures>& stations) {
  return std::ranges::all_of(stations, [](const StationFigures& station) {
    return station.longest_line.people.people == station.waiting.people;
  });
}

}  // namespace

std::string short_name(const std::string& name) {
  if (characters(name) <= longest_name) return name;
  std::string cut;
  std::size_t length = 0;
  for (const char byte : name) {
    const bool begins = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    if (begins && ++length >= longest_name - 1) break;
    cut += byte;
  }
  return cut + "..";
}

std::string goal_in_words(GoalKind kind, double asked) {
  const std::string value = goal_value(kind, asked);
  switch (kind) {
    case GoalKind::P95Wait:
      return fmt::format("95 % wait at most {}", value);
    case GoalKind::InByStart:
      return fmt::format("at least {} in by the start", value);
    case GoalKind::Density:
      return fmt::format("at most {} in each zone", value);
  }
  return {};
}

std::string goal_value(GoalKind kind, double value) {
  switch (kind) {
    case GoalKind::P95Wait:
      return span_in_words(from_seconds(value));
    case GoalKind::InByStart:
      return percent(value);
    case GoalKind::Density:
      return fmt::format("{:.2f} people/m2", value);
  }
  return {};
}

std::string goals_table(const std::vector<GoalFigures>& goals, const Look& look) {
  if (goals.empty()) return {};
  std::string text = '\n' + look.bold("Goals") + '\n';
  for (const GoalFigures& goal : goals) {
    const std::string word = goal.met ? look.good("met   ") : look.bad("MISSED");
    const std::string where =
        goal.kind == GoalKind::Density && !goal.zone.empty() ? " in " + goal.zone : "";
    text += fmt::format("  {}  {}: it was {}{}\n", word, goal_in_words(goal.kind, goal.asked),
                        goal_value(goal.kind, goal.found), where);
  }
  return text;
}

std::string people_table(const Summary& evening, const Look& look) {
  std::vector<GroupFigures> groups{evening.all};
  for (const auto* more : {&evening.gates, &evening.classes})
    if (more->size() > 1) groups.insert(groups.end(), more->begin(), more->end());

  TableOf table("People", groups);
  const auto outcome = [&](const char* head, unsigned worth, std::size_t Outcomes::*figure) {
    table.add_number(head, worth,
                     [=](const GroupFigures& group) { return group.outcomes.*figure; });
  };
  table.add("", Align::Left, 0, [](const GroupFigures& group) { return short_name(group.name); });
  table.add("tickets", Align::Right, 3,
            [](const GroupFigures& group) { return grouped(group.outcomes.tickets); });
  outcome("admitted", 0, &Outcomes::admitted);
  outcome("turned away", 0, &Outcomes::turned_away);
  outcome("gave up", 0, &Outcomes::gave_up);
  outcome("still there", 0, &Outcomes::still_waiting);
  outcome("never came", 3, &Outcomes::never_came);
  if (evening.start)
    table.add("in by " + clock(*evening.start), Align::Right, 0, [](const GroupFigures& group) {
      const std::size_t came = group.outcomes.came();
      if (came == 0) return std::string("-");
      return short_percent(static_cast<double>(group.punctuality->in_by_start) /
                           static_cast<double>(came));
    });
  add_waits(table, [](const GroupFigures& group) { return group.waits; });
  return table.text(look);
}

std::string stations_table(const Summary& evening, const Look& look) {
  if (evening.stations.empty()) return {};
  TableOf table("Stations", evening.stations);
  using Row = const StationFigures&;
  table.add("", Align::Left, 0, [](Row row) { return short_name(row.name); });
  table.add("lanes", Align::Right, 4, [](Row row) { return grouped(row.lanes); });
  table.add("served", Align::Right, 3, [](Row row) { return grouped(row.waits.people); });
  table.add_number("gave up", 3, [](Row row) { return row.gave_up; });
  table.add("mean wait", Align::Right, 6, [](Row row) { return short_span(row.waits.mean); });
  table.add("95 %", Align::Right, 0, [](Row row) { return short_span(row.waits.p95); });
  table.add("longest", Align::Right, 7, [](Row row) { return short_span(row.waits.longest); });
  table.add("most waiting", Align::Right, 0,
            [](Row row) { return number_or_dot(row.waiting.people); });
  table.add("at", Align::Right, 5, [](Row row) { return when(row.waiting); });
  table.add_number("outside", 2, [](Row row) { return row.outside.people; });
  if (!has_common_lines_only(evening.stations))
    table.add_number("longest line", 2, [](Row row) { return row.longest_line.people.people; });
  table.add("metres", Align::Right, 5,
            [](Row row) { return fmt::format("{:.0f}", row.longest_line.metres); });
  table.add("busy", Align::Right, 1, [](Row row) { return short_percent(row.utilisation()); });
  const bool some_blocked =
      std::ranges::any_of(evening.stations, [](Row row) { return row.time.blocked > Time{}; });
  if (some_blocked)
    table.add("blocked", Align::Right, 1, [](Row row) { return short_percent(row.blocked()); });
  table.add("clear at", Align::Right, 6,
            [](Row row) { return row.clear_at == never ? "-" : clock(row.clear_at); });
  return table.text(look);
}

/// Of those for whom it has ended.
Time mean_for_the_one(const CaseFigures& kind) {
  const std::size_t ended = kind.let_on + kind.turned_away + kind.gave_up;
  return ended == 0 ? Time{} : kind.for_the_one / static_cast<std::int64_t>(ended);
}

std::string cases_table(const Summary& evening, const Look& look) {
  const bool any =
      std::ranges::any_of(evening.cases, [](const CaseFigures& kind) { return kind.arose > 0; });
  if (!any) return {};
  TableOf table("Cases", evening.cases);
  using Row = const CaseFigures&;
  table.add("", Align::Left, 0, [](Row row) { return short_name(row.name); });
  table.add("arose", Align::Right, 0, [](Row row) { return number_or_dot(row.arose); });
  table.add_number("found early", 5, [](Row row) { return row.found; });
  table.add_number("cleared", 5, [](Row row) { return row.cleared; });
  table.add_number("solved", 4, [](Row row) { return row.solved; });
  table.add_number("supervisor", 3, [](Row row) { return row.supervised; });
  table.add_number("gave in", 2, [](Row row) { return row.granted; });
  table.add_number("to a desk", 3, [](Row row) { return row.stepped_aside; });
  table.add_number("sent away", 1, [](Row row) { return row.turned_away + row.gave_up; });
  table.add_number("wrongly", 1, [](Row row) { return row.wrongly_turned_away; });
  table.add_number("in wrongly", 1, [](Row row) { return row.wrongly_let_on; });
  table.add("held lanes", Align::Right, 0,
            [](Row row) { return row.arose == 0 ? "-" : short_span(row.in_lane); });
  table.add("own time", Align::Right, 1,
            [](Row row) { return row.arose == 0 ? "-" : short_span(mean_for_the_one(row)); });
  return table.text(look);
}

std::string zones_table(const Summary& evening, const Look& look) {
  if (evening.zones.empty()) return {};
  TableOf table("Zones", evening.zones);
  using Row = const ZoneFigures&;
  table.add("", Align::Left, 0, [](Row row) { return short_name(row.name); });
  table.add("m2", Align::Right, 1, [](Row row) { return fmt::format("{:.0f}", row.area_m2); });
  table.add("most people", Align::Right, 0,
            [](Row row) { return number_or_dot(row.people.people); });
  table.add("at", Align::Right, 0, [](Row row) { return when(row.people); });
  table.add("people/m2", Align::Right, 0,
            [](Row row) { return fmt::format("{:.2f}", row.peak_per_m2); });
  const bool above =
      std::ranges::any_of(evening.zones, [](Row row) { return row.first_above_goal != never; });
  if (above) {
    table.add("above goal from", Align::Right, 0, [](Row row) {
      return row.first_above_goal == never ? "-" : clock(row.first_above_goal);
    });
    table.add("in all for", Align::Right, 0, [](Row row) {
      return row.first_above_goal == never ? "-" : short_span(row.above_goal);
    });
  }
  return table.text(look);
}

}  // namespace gateflow
