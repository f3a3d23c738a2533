#include "sim/cli/compare_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/figure_words.hpp"
#include "sim/cli/headlines.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

using Cells = std::vector<std::string>;

const ComparedFigure* of_evening(const ComparedVariant& variant, std::string_view key) {
  return variant.find({.section = "evening", .item = {}, .key = key, .value = {}});
}

/// "mean wait": what people call a figure of the evening; else its key.
std::string name_of(std::string_view key) {
  const auto found = std::ranges::find(evening_headlines, key, &Headline::key);
  return std::string(found == std::ranges::end(evening_headlines) ? key : found->words);
}

/// Who comes next by that figure, and whether that may be chance.
std::string next_best(const Comparison& c, std::string_view by,
                      const std::vector<std::size_t>& order, const Look& look) {
  if (order.size() < 2) return {};
  const ComparedFigure* first = of_evening(c.variants[order[0]], by);
  const ComparedFigure* second = of_evening(c.variants[order[1]], by);
  if (first == nullptr || second == nullptr || second->mean.n == 0) return {};
  const double pairs = static_cast<double>(order.size() * (order.size() - 1)) / 2;
  const Estimate change = change_between(*second, *first, 1 - 0.05 / pairs);
  const std::string& name = c.variants[order[1]].name;
  if (change.deviation == 0 && change.mean == 0)
    return fmt::format(" {} has the same in every evening.", name);
  return fmt::format(" Next is {}, {}{}.", name, change_in_words(first->figure.unit, change, look),
                     is_real(change) ? "" : ", which may be chance");
}

std::string against_base(const Comparison& c, std::string_view by, std::size_t best,
                         const Look& look) {
  if (best == c.base) return {};
  const ComparedFigure* figure = of_evening(c.variants[best], by);
  if (figure == nullptr || figure->change.n == 0) return {};
  return fmt::format(", {} against {}{}",
                     change_in_words(figure->figure.unit, figure->change, look),
                     c.variants[c.base].name, figure->is_real ? "" : " (which may be chance)");
}

/// What the best costs those it is hard on: the rule that is best for the line may be bad for the
/// one.
std::string other_side(const ComparedVariant& best) {
  const ComparedFigure* wrongly = of_evening(best, "wrongly_turned_away");
  const ComparedFigure* let_on = of_evening(best, "wrongly_let_on");
  const double away = wrongly ? wrongly->mean.mean : 0;
  const double in = let_on ? let_on->mean.mean : 0;
  if (away == 0 && in == 0) return {};
  std::string text = fmt::format(" In an evening {}", best.name);
  if (away > 0) text += fmt::format(" sends away {:.3g} in the right", away);
  if (away > 0 && in > 0) text += " and";
  if (in > 0) text += fmt::format(" lets in {:.3g} without a right", in);
  return text + '.';
}

std::string verdict_on(const Comparison& c, std::string_view by,
                       const std::vector<std::size_t>& order, const Look& look) {
  const ComparedVariant& best = c.variants[order[0]];
  const ComparedFigure* figure = of_evening(best, by);
  if (figure == nullptr || figure->mean.n == 0)
    return fmt::format("No variant has the figure {}.", by);
  return fmt::format(
      "{} has the {} {}: {}{}.{}{}", best.name, less_is_better(by) ? "lowest" : "highest",
      name_of(by), mean_in_words(figure->figure.unit, figure->mean, look),
      against_base(c, by, order[0], look), next_best(c, by, order, look), other_side(best));
}

bool says_something(const Comparison& c, std::string_view key) {
  return std::ranges::any_of(c.variants, [&](const ComparedVariant& variant) {
    const ComparedFigure* figure = of_evening(variant, key);
    return figure != nullptr && figure->mean.n > 0 && figure->mean.mean != 0;
  });
}

/// What is the same in every evening has no interval.
std::string mean_cell(const ComparedFigure& figure, const Look& look) {
  Estimate mean = figure.mean;
  if (mean.deviation == 0) mean.half_width.reset();
  return mean_in_words(figure.figure.unit, mean, look);
}

/// Changes that are real are marked.
std::string change_cell(const ComparedFigure* figure, bool is_base, const Look& look) {
  if (is_base) return "base";
  if (figure == nullptr || figure->change.n == 0) return "-";
  Estimate change = figure->change;
  if (change.deviation == 0) change.half_width.reset();
  return change_in_words(figure->figure.unit, change, look) + (figure->is_real ? " *" : "  ");
}

std::string variants_table(const Comparison& c, std::string_view by,
                           const std::vector<std::size_t>& order, const Look& look) {
  TextTable table("Variants");
  const auto add = [&](const std::string& head, unsigned worth, auto cell) {
    Cells cells;
    for (const std::size_t k : order) cells.push_back(cell(k));
    table.add(head, worth == 0 && head.empty() ? Align::Left : Align::Right, worth,
              std::move(cells));
  };
  add("", 0, [&](std::size_t k) { return short_name(c.variants[k].name); });
  const auto mean_of = [&](std::string_view key) {
    return [&, key](std::size_t k) {
      const ComparedFigure* figure = of_evening(c.variants[k], key);
      return figure ? mean_cell(*figure, look) : std::string("-");
    };
  };
  add(name_of(by), 0, mean_of(by));
  add("against " + short_name(c.variants[c.base].name), 0,
      [&](std::size_t k) { return change_cell(of_evening(c.variants[k], by), k == c.base, look); });
  unsigned worth = 0;
  for (const std::string_view key :
       {"wait_mean_s", "cases_own_time_mean_s", "turned_away", "wrongly_turned_away",
        "wrongly_let_on", "in_by_start_share", "gave_up", "wait_p95_s"})
    if (key != by && says_something(c, key)) add(name_of(key), ++worth, mean_of(key));
  return '\n' + table.text(look);
}

}  // namespace

std::string compare_text(const Scenario& scenario, const Comparison& c, std::string_view by,
                         std::uint64_t seed, const std::string& call, const Look& look) {
  const std::vector<std::size_t> order = ranked(c, by);
  const std::string dot = look.unicode ? " · " : " - ";
  std::string text = look.bold(scenario.name) + dot + fmt::format("seed {}", seed) + dot +
                     several(c.variants.size(), "variant") + ", the same " +
                     several(c.evenings, "evening") + " for each\n\n";
  text += wrapped(verdict_on(c, by, order, look), look.width) + variants_table(c, by, order, look);
  if (c.variants.size() > 1)
    text +=
        fmt::format("\n* is more than chance: all intervals of a column hold together with 95 %\n");
  text += fmt::format("\n{}\n  gateflow compare {} --by wait_p95_s    by another figure\n",
                      look.bold("Next"), call);
  const std::string& best = c.variants[order[0]].name;
  if (best != "base")
    text += fmt::format("  gateflow run {} --variant {}    one evening of it\n", call,
                        shell_word(best));
  return text + fmt::format("  gateflow compare {} --csv FILE    every figure\n", call);
}

}  // namespace gateflow
