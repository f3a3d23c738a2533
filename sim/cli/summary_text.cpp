#include "sim/cli/summary_text.hpp"

#include <fmt/format.h>

#include "sim/cli/feelings_tables.hpp"
#include "sim/cli/money_tables.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/time_chart.hpp"
#include "sim/cli/verdict.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

std::string heading(const Summary& evening, const Look& look) {
  unsigned lanes = 0;
  for (const StationFigures& station : evening.stations) lanes += station.lanes;
  const std::string dot = look.unicode ? " · " : " - ";
  std::string text = look.bold(evening.scenario);
  text += dot + fmt::format("seed {}", evening.luck.seed);
  if (evening.luck.replication > 0)
    text += fmt::format(", replication {}", evening.luck.replication);
  text += dot + several(evening.all.outcomes.tickets, "ticket");
  text += dot + several(lanes, "lane");
  if (evening.first_arrival != never)
    text += dot + fmt::format("{} to {}", clock(evening.first_arrival), clock(evening.end));
  return text + "\n\n";
}

std::string charts(const Summary& evening, const Look& look) {
  const Curves& curves = evening.curves;
  if (curves.size() == 0) return {};
  const TimeAxis axis(curves, look.width);
  const TimeChart flow{.title = fmt::format("People a minute: {} arriving, {} admitted",
                                            look.unicode ? "•" : "o", look.unicode ? "█" : "#"),
                       .area = axis.rates(curves.admitted),
                       .points = axis.rates(curves.arrived),
                       .start = evening.start,
                       .rows = 8};
  std::string text = '\n' + flow.text(look, axis);
  if (evening.waiting.people == 0) return text;
  const TimeChart waiting{
      .title = "People waiting", .area = axis.peaks(curves.waiting), .start = evening.start};
  return text + '\n' + waiting.text(look, axis);
}

std::string next_steps(const std::string& call, bool has_cases, const Look& look) {
  const std::string run = "  gateflow run " + call;
  std::string text = '\n' + look.bold("Next") + '\n';
  text += run + " --replications 20    how sure these figures are\n";
  if (has_cases) text += "  gateflow holdups " + call + "    what each hold-up cost, and whom\n";
  text += run + " --people FILE.csv    everyone's evening, in a table\n";
  text += run + " --json               all figures, for programs\n";
  return text;
}

}  // namespace

std::string summary_text(const Summary& evening, const std::string& call, const Look& look) {
  return heading(evening, look) + wrapped(verdict(evening), look.width) +
         goals_table(evening.goals, look) + people_table(evening, look) +
         stations_table(evening, look) + cases_table(evening, look) + zones_table(evening, look) +
         feelings_table(evening, look) + aftermath_table(evening, look) +
         money_tables(evening, look) + charts(evening, look) +
         next_steps(call, !evening.cases.empty(), look);
}

}  // namespace gateflow
