#include "sim/cli/money_tables.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

/// What is missed is told, but not taken off: it has not been brought.
std::string positions_table(const MoneyFigures& money, const Look& look) {
  std::vector<std::string> names, amounts;
  const auto line = [&](const char* name, double value) {
    if (value == 0) return;
    names.emplace_back(name);
    amounts.push_back(amount(value));
  };
  line("tickets", money.tickets);
  line("spent inside", money.spend);
  line("lanes", -money.lanes);
  line("help desks", -money.desks);
  line("supervisors", -money.supervisors);
  line("staff at the doors", -money.door_staff);
  line("devices", -money.devices);
  line("refunds", -money.refunds);
  line("concessions", -money.concessions);
  line("complaints", -money.complaints);
  line("the others' time", -money.others_time);
  names.emplace_back("left over");
  amounts.push_back(amount(money.result()));
  line("missed: tickets of those who gave up", money.lost_tickets);
  line("missed: what the late would have spent", money.lost_late);
  line("missed: what those left out would have spent", money.lost_outside);
  TextTable table("Money");
  table.add("", Align::Left, 0, std::move(names));
  table.add(money.currency, Align::Right, 0, std::move(amounts));
  return '\n' + table.text(look);
}

std::string cases_table(const MoneyFigures& money, const Look& look) {
  std::vector<CaseMoney> kinds;
  std::ranges::copy_if(money.cases, std::back_inserter(kinds),
                       [](const CaseMoney& kind) { return kind.people > 0; });
  if (kinds.empty()) return {};
  TextTable table("Cases, " + money.currency);
  const auto column = [&](const char* head, unsigned worth, auto cell) {
    std::vector<std::string> cells;
    for (const CaseMoney& kind : kinds) cells.push_back(cell(kind));
    table.add(head, head[0] == '\0' ? Align::Left : Align::Right, worth, std::move(cells));
  };
  const auto sum = [](double value) { return value == 0 ? std::string("-") : amount(value); };
  column("", 0, [](const CaseMoney& kind) { return short_name(kind.name); });
  column("people", 0, [](const CaseMoney& kind) { return grouped(kind.people); });
  column("brought", 1, [&](const CaseMoney& kind) { return sum(kind.brought); });
  column("serving", 2, [&](const CaseMoney& kind) { return sum(-kind.serving); });
  column("concessions", 2, [&](const CaseMoney& kind) { return sum(-kind.concessions); });
  column("refunds", 2, [&](const CaseMoney& kind) { return sum(-kind.refunds); });
  column("left over", 0, [](const CaseMoney& kind) { return amount(kind.result()); });
  column("each", 0, [](const CaseMoney& kind) {
    return amount(kind.result() / static_cast<double>(kind.people));
  });
  return '\n' + table.text(look);
}

}  // namespace

std::string money_tables(const Summary& evening, const Look& look) {
  if (!evening.money) return {};
  return positions_table(*evening.money, look) + cases_table(*evening.money, look);
}

}  // namespace gateflow
