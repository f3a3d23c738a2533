#include "sim/cli/hold_up_kinds_text.hpp"

#include <fmt/format.h>

#include "sim/analysis/accounts.hpp"
#include "sim/analysis/hold_up_kinds.hpp"
#include "sim/cli/interval_words.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

std::string number(double value) {
  return fmt::format("{:.{}f}", value, value < 10 ? 2 : value < 100 ? 1 : 0);
}

}  // namespace

std::string hold_up_kinds_text(const Scenario& scenario, const std::vector<HoldUps>& evenings,
                               const std::string& call, const Look& look) {
  const std::vector<HoldUpKind> kinds = hold_up_kinds(scenario, evenings);
  std::string text = look.bold(scenario.name);
  text += fmt::format("{0}seed {1}{0}{2} evenings\n", look.unicode ? " · " : " - ",
                      evenings.front().luck.seed, evenings.size());
  if (kinds.empty()) return text + "\nNobody blocked a lane in any of them.\n";

  TextTable table("What a case costs the others");
  const auto add = [&](const char* head, unsigned worth, Estimate HoldUpKind::*figure,
                       auto in_words) {
    std::vector<std::string> cells;
    for (const HoldUpKind& kind : kinds)
      cells.push_back(with_interval(kind.*figure, look, in_words));
    table.add(head, Align::Right, worth, std::move(cells));
  };
  std::vector<std::string> names;
  for (const HoldUpKind& kind : kinds) names.push_back(short_name(kind.name));
  table.add("", Align::Left, 0, std::move(names));
  add("cases", 2, &HoldUpKind::cases, number);
  add("in all", 0, &HoldUpKind::total_s, short_seconds);
  if (worth_of_waiting(scenario, 0))
    add(("in all, " + scenario.money->currency).c_str(), 1, &HoldUpKind::total_s,
        [&](double seconds) { return amount(*worth_of_waiting(scenario, seconds)); });
  add("direct", 1, &HoldUpKind::direct_s, short_seconds);
  add("delayed", 3, &HoldUpKind::delayed, number);
  if (scenario.start > Time{}) add("late", 4, &HoldUpKind::starts_missed, number);
  add("of all waiting", 5, &HoldUpKind::charged_share, short_percent);
  text += '\n' + table.text(look);
  text += wrapped(
      "In all, direct, delayed and late are means a case, each evening's mean counting once; "
      "intervals are 95 % by Student's t.",
      look.width);
  return text +
         fmt::format("\n{}\n  gateflow holdups {} --replication {}    one of these evenings\n",
                     look.bold("Next"), call, evenings.front().luck.replication);
}

}  // namespace gateflow
