#include "sim/cli/feelings_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

constexpr std::size_t most_rows = 30;

std::vector<const GroupFigures*> groups_of(const Summary& evening) {
  std::vector<const GroupFigures*> groups{&evening.all};
  for (const auto* more : {&evening.gates, &evening.classes})
    if (more->size() > 1)
      for (const GroupFigures& group : *more)
        if (groups.size() < most_rows) groups.push_back(&group);
  return groups;
}

std::string share_of(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  return short_percent(static_cast<double>(part) / static_cast<double>(whole));
}

/// Answers can take days.
std::string long_span(Time span) {
  constexpr Time day = 24h;
  if (span < 2 * day) return short_span(span);
  return fmt::format("{:.1f} days", in_seconds(span) / in_seconds(day));
}

}  // namespace

std::string feelings_table(const Summary& evening, const Look& look) {
  if (!evening.all.felt) return {};
  const std::vector<const GroupFigures*> groups = groups_of(evening);
  TextTable table("How it felt");
  const auto add = [&](const char* head, Align align, unsigned worth, auto cell) {
    std::vector<std::string> cells;
    for (const GroupFigures* group : groups) cells.push_back(cell(*group));
    table.add(head, align, worth, std::move(cells));
  };
  const auto figure = [&](const char* head, unsigned worth, auto cell) {
    add(head, Align::Right, worth, [&](const GroupFigures& group) { return cell(*group.felt); });
  };
  using Row = const FeltFigures&;
  add("", Align::Left, 0, [](const GroupFigures& group) { return short_name(group.name); });
  figure("mean wait", 0, [](Row row) { return short_span(row.mean); });
  figure("95 %", 2, [](Row row) { return short_span(row.p95); });
  figure("felt/actual", 3, [](Row row) { return row.to_actual ? amount(*row.to_actual) : "-"; });
  figure("too long", 1, [](Row row) { return share_of(row.beyond_expectation, row.people); });
  figure("offended", 1, [](Row row) { return share_of(row.offended, row.people); });
  figure("satisfaction", 0, [](Row row) { return fmt::format("{:.2f}", row.satisfaction); });
  if (evening.all.felt->value_lost > 0)
    figure("value lost", 1, [](Row row) { return amount(row.value_lost); });
  return '\n' + table.text(look);
}

std::string aftermath_table(const Summary& evening, const Look& look) {
  if (!evening.aftermath) return {};
  const AftermathFigures& after = *evening.aftermath;
  std::vector<std::string> names, values;
  const auto row = [&](const char* name, std::string value) {
    names.emplace_back(name);
    values.push_back(std::move(value));
  };
  row("dissatisfied", grouped(after.dissatisfied));
  row("complained", grouped(after.complaints()));
  row("in public at once", grouped(after.in_public));
  if (after.closed > 0) {
    row("acknowledged in time", share_of(after.acknowledged_in_time, after.closed));
    row("answered in time", share_of(after.answered_in_time, after.closed));
    row("mean answer", long_span(after.answer_mean));
    row("95 % answered after", long_span(after.answer_p95));
    row("satisfied by it", grouped(after.satisfied));
    row("turned public", grouped(after.turned_public));
  }
  row("people reached", grouped(after.reached));
  row("come again", grouped(after.kept));
  row("lost", grouped(after.lost()));
  TextTable table("Aftermath");
  table.add("", Align::Left, 0, std::move(names));
  table.add("", Align::Right, 0, std::move(values));
  return '\n' + table.text(look);
}

}  // namespace gateflow
