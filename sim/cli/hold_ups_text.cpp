#include "sim/cli/hold_ups_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "sim/analysis/accounts.hpp"
#include "sim/cli/cause_words.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/time_chart.hpp"
#include "sim/cli/words.hpp"
#include "sim/scenario/lanes.hpp"

namespace gateflow {
namespace {

using Cells = std::vector<std::string>;

std::string dot(const Look& look) {
  return look.unicode ? " · " : " - ";
}

/// People late because of it, less those who were in time only through it.
std::string net_late(const HoldUpCost& cost) {
  const auto [missed, made] = std::pair{cost.starts_missed, cost.starts_made};
  if (missed == made) return "-";
  return missed > made ? grouped(missed - made) : "-" + grouped(made - missed);
}

Time held(const HoldUp& h) {
  return h.lane_free == never ? Time{} : h.lane_free - h.arose;
}

std::string held_for(const HoldUp& h) {
  if (!h.lane) return "in line";
  return h.lane_free == never ? "to the end" : short_span(held(h));
}

/// How the one fared: "in, 10m00s later".
std::string the_one(const HoldUpCost& cost) {
  if (cost.as_it_was.how == What::TurnedAway) return "turned away";
  const std::optional<Time> later = cost.cost_to_the_one();
  if (cost.as_it_was.how != What::Admitted) return "not in";
  if (!later) return "in";
  return later < Time{} ? "in " + short_span(-*later) + " earlier"
                        : "in " + short_span(*later) + " later";
}

std::vector<const HoldUpCost*> costliest(const HoldUps& evening) {
  std::vector<const HoldUpCost*> rows;
  for (const HoldUpCost& row : evening.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, std::greater{}, [](const HoldUpCost* r) { return r->total(); });
  return rows;
}

Time total_of(const HoldUps& evening) {
  Time sum{};
  for (const HoldUpCost& row : evening.rows) sum += row.total();
  return sum;
}

/// How many of the costliest make up half of what all cost.
std::size_t dearest_half(const std::vector<const HoldUpCost*>& rows, Time all) {
  Time sum{};
  std::size_t count = 0;
  while (count < rows.size() && 2 * sum < all) sum += rows[count++]->total();
  return count;
}

std::string start_of(const Scenario& scenario) {
  return scenario.start > Time{} ? " by " + clock(scenario.start) : "";
}

std::string missed_because(const Scenario& scenario, const HoldUpCost& cost) {
  std::string text;
  if (cost.starts_missed > 0)
    text += fmt::format(" Without it {} more would have been in{}.", people(cost.starts_missed),
                        start_of(scenario));
  if (cost.gave_up > 0) text += fmt::format(" {} gave up because of it.", people(cost.gave_up));
  return text;
}

std::string what_one_cost(const Scenario& scenario, const HoldUpCost& cost) {
  const Scenario& s = scenario;
  std::string text = "One person at " + place_of(s, cost.hold_up);
  text += !cost.hold_up.lane ? " never came to a lane with the case"
          : cost.hold_up.lane_free == never
              ? " held the lane up for the rest of the evening"
              : " held the lane up for " + span_in_words(held(cost.hold_up));
  if (cost.delayed == 0) return text + ", and delayed nobody.";
  text += fmt::format(". {} waited {} longer in all because of it, {} each on average.",
                      people(cost.delayed), span_in_words(cost.lost),
                      span_in_words(cost.lost / cost.delayed));
  return text + missed_because(scenario, cost);
}

std::string what_several_cost(const HoldUps& evening) {
  const auto rows = costliest(evening);
  const Time all = total_of(evening);
  std::string text = fmt::format("{} cases", grouped(evening.rows.size()));
  if (all <= Time{})
    return text +
           " came up; by the luck of who went where, the others waited no longer for them in all.";
  text += fmt::format(" cost the others {} in all, each taken by itself: {} a case on average.",
                      span_in_words(all),
                      span_in_words(all / static_cast<std::int64_t>(evening.rows.size())));
  const std::size_t half = dearest_half(rows, all);
  text += fmt::format(" Half of that came from {}.",
                      half == 1 ? "a single one" : "the " + grouped(half) + " costliest");
  return text;
}

std::string charged_to_cases(const HoldUps& evening) {
  Time sum{};
  for (const CauseShare& cause : evening.causes)
    if (cause.kind == CauseKind::Case) sum += cause.waited;
  if (evening.waited == Time{}) return {};
  return fmt::format(" Of all waiting, {} was charged to cases.",
                     percent(in_seconds(sum) / in_seconds(evening.waited)));
}

std::string verdict_on(const Scenario& scenario, const HoldUps& evening) {
  if (evening.rows.empty()) return "Nobody blocked a lane in this evening.";
  const std::string text = evening.rows.size() == 1 ? what_one_cost(scenario, evening.rows[0])
                                                    : what_several_cost(evening);
  return text + charged_to_cases(evening);
}

std::string costliest_table(const Scenario& scenario, const HoldUps& evening, std::size_t top,
                            const Look& look) {
  std::vector<const HoldUpCost*> rows = costliest(evening);
  if (rows.empty()) return {};
  const std::size_t all = rows.size();
  rows.resize(std::min(top, all));
  TextTable table(all > 1 ? "Costliest hold-ups" : "Hold-up");
  const auto add = [&](const char* head, Align align, unsigned worth, auto cell) {
    Cells cells;
    for (const HoldUpCost* row : rows) cells.push_back(cell(*row));
    table.add(head, align, worth, std::move(cells));
  };
  add("", Align::Left, 0, [&](const HoldUpCost& r) {
    return fmt::format("#{} {}", r.number, short_name(scenario.cases[r.hold_up.kind].name));
  });
  add("where", Align::Left, 5,
      [&](const HoldUpCost& r) { return short_name(scenario.stations[r.hold_up.station].name); });
  add("when", Align::Right, 0, [](const HoldUpCost& r) { return clock(r.hold_up.arose); });
  add("held", Align::Right, 2, [](const HoldUpCost& r) { return held_for(r.hold_up); });
  add("behind", Align::Right, 6, [](const HoldUpCost& r) { return grouped(r.hold_up.behind); });
  add("delayed", Align::Right, 1, [](const HoldUpCost& r) { return grouped(r.delayed); });
  add("in all", Align::Right, 0, [](const HoldUpCost& r) { return signed_span(r.total()); });
  if (worth_of_waiting(scenario, 0))
    add(scenario.money->currency.c_str(), Align::Right, 1, [&](const HoldUpCost& r) {
      return amount(*worth_of_waiting(scenario, in_seconds(r.total())));
    });
  add("direct", Align::Right, 3, [](const HoldUpCost& r) { return signed_span(r.direct()); });
  add("knock-on", Align::Right, 4, [](const HoldUpCost& r) { return signed_span(r.knock_on()); });
  if (scenario.start > Time{})
    add("late", Align::Right, 7, [](const HoldUpCost& r) { return net_late(r); });
  add("the one", Align::Left, 8, the_one);
  std::string text = '\n' + table.text(look);
  if (rows.size() < all)
    text += fmt::format("and {} more: --top {} shows them\n", grouped(all - rows.size()), all);
  return text;
}

std::string causes_table(const HoldUps& evening, const Look& look) {
  if (evening.causes.empty()) return {};
  Cells names, waited, shares;
  for (const CauseShare& cause : evening.causes) {
    names.push_back(cause_in_words(cause.kind, cause.where, cause.of));
    waited.push_back(short_span(cause.waited));
    shares.push_back(short_percent(in_seconds(cause.waited) / in_seconds(evening.waited)));
  }
  names.emplace_back("all waiting");
  waited.push_back(short_span(evening.waited));
  shares.emplace_back("100 %");
  TextTable table("Where the waiting came from");
  table.add("", Align::Left, 0, std::move(names));
  table.add("waited", Align::Right, 0, std::move(waited));
  table.add("share", Align::Right, 0, std::move(shares));
  return '\n' + table.text(look);
}

/// One figure of one evening is not what such a case costs.
std::string caution(const HoldUps& evening, const std::string& call, const Look& look) {
  if (evening.rows.size() < 2) return {};
  return '\n' +
         wrapped(
             "Where people choose among lanes, each figure is also the luck of who then "
             "went to which lane: a case shifts thousands of choices. What a kind of case "
             "costs, with intervals:",
             look.width) +
         fmt::format("  gateflow holdups {} --replications 20\n", call);
}

std::string next_steps(const HoldUps& evening, const std::string& call, const Look& look) {
  std::string text = '\n' + look.bold("Next") + '\n';
  if (!evening.rows.empty()) {
    const unsigned number = costliest(evening).front()->number;
    text += fmt::format("  gateflow holdups {} --case {}    the story of the costliest\n", call,
                        number);
    text += fmt::format("  gateflow run {} --without-case {}    the evening without it\n", call,
                        number);
  }
  if (!evening.rows.empty())
    text += fmt::format("  gateflow holdups {} --advice    how long to hold a lane\n", call);
  text +=
      fmt::format("  gateflow price {}    what a minute's hold-up costs, where and when\n", call);
  return text;
}

std::string heading(const HoldUps& evening, const Look& look) {
  std::string text = look.bold(evening.scenario);
  text += dot(look) + fmt::format("seed {}", evening.luck.seed);
  if (evening.luck.replication > 0)
    text += fmt::format(", replication {}", evening.luck.replication);
  text += dot(look) + people(evening.came);
  text += dot(look) + several(evening.rows.size(), "case");
  text += dot(look) + span_in_words(evening.waited) + " of waiting";
  return text + "\n\n";
}

// ---- The story of one case ----

std::string who(const Scenario& scenario, const Crowd& crowd, PersonId person) {
  std::string text = fmt::format("person {}, {}", grouped(person.value + std::uint64_t{1}),
                                 scenario.classes[crowd.class_of(person)].name);
  if (scenario.gates.size() > 1) text += ", gate " + scenario.gates[crowd.gate_of(person)].name;
  return text;
}

std::string fate(const Ending& ending) {
  switch (ending.how) {
    case What::Admitted:
      return "in at " + clock(ending.at);
    case What::TurnedAway:
      return "turned away at " + clock(ending.at);
    case What::GaveUp:
    case What::Baulked:
      return "gone at " + clock(ending.at);
    case What::NeverCame:
      return "never came to the door";
    default:
      return "still on the way in at the end";
  }
}

std::string came_up(const HoldUp& h) {
  std::string text;
  if (h.found != never)
    text = fmt::format("A floater found the case in the line at {}. ", clock(h.found));
  if (!h.lane) return text + "It never came to a lane.";
  text += fmt::format("The case came up {}at {}", h.found == never ? "" : "in the lane ",
                      clock(h.arose));
  text += h.lane_free == never
              ? ", and the lane was not free again before the end."
              : fmt::format(", and {} later the lane was free again.", span_in_words(held(h)));
  return text + fmt::format(" {} waited for that lane at that moment.",
                            h.behind == 0 ? "Nobody" : people(h.behind));
}

std::string what_happened(const Scenario& scenario, const HoldUpCost& cost) {
  std::string text = came_up(cost.hold_up);
  if (cost.delayed > 0)
    text += fmt::format(" Because of it {} waited longer, {} in all and {} at most",
                        people(cost.delayed), span_in_words(cost.lost),
                        span_in_words(cost.most_delayed[0].longer));
  if (cost.delayed > 0 && cost.helped > 0)
    text += fmt::format(", and {} waited shorter, {} in all", people(cost.helped),
                        span_in_words(cost.gained));
  if (cost.delayed > 0) text += '.';
  if (cost.delayed == 0) text += " It delayed nobody.";
  if (cost.direct() > Time{})
    text += fmt::format(" While it went on, {} were waited because of it.",
                        span_in_words(cost.direct()));
  text += missed_because(scenario, cost);
  text += fmt::format(" The one was {}; without the case: {}.", fate(cost.as_it_was),
                      fate(cost.without));
  if (!cost.cleared)
    text += " Its effect was not over when the evening was cut, as far as can be shown.";
  return text;
}

std::string two_evenings(const Summary& as_it_was, const Summary& without, const Look& look) {
  if (as_it_was.curves.size() == 0) return {};
  const TimeAxis axis(as_it_was.curves, look.width);
  std::vector<std::uint32_t> other = without.curves.waiting;
  other.resize(as_it_was.curves.waiting.size());
  const TimeChart chart{.title = fmt::format("People waiting: {} as it was, {} without the case",
                                             look.unicode ? "█" : "#", look.unicode ? "•" : "o"),
                        .area = axis.peaks(as_it_was.curves.waiting),
                        .points = axis.peaks(other),
                        .start = as_it_was.start,
                        .rows = 8};
  return '\n' + chart.text(look, axis);
}

std::string most_delayed(const Scenario& scenario, const Crowd& crowd, const HoldUpCost& cost,
                         std::size_t top, const Look& look) {
  if (cost.most_delayed.empty()) return {};
  Cells persons, arrived, longer;
  for (const WaitChange& change : cost.most_delayed) {
    if (persons.size() == top) break;
    persons.push_back(who(scenario, crowd, change.person));
    arrived.push_back(clock(crowd.arrival[change.person]));
    longer.push_back(short_span(change.longer));
  }
  TextTable table("Most delayed");
  table.add("", Align::Left, 0, std::move(persons));
  table.add("arrived", Align::Right, 0, std::move(arrived));
  table.add("waited longer by", Align::Right, 0, std::move(longer));
  return '\n' + table.text(look);
}

// ---- The story of one person ----

struct Blame {
  std::string what;
  Time first{}, sum{};
  std::size_t times = 0;
};

/// Ordinary services of one station together, every case by itself.
std::vector<Blame> blames(const Scenario& scenario, const Account& account) {
  std::vector<Blame> all;
  for (const Charge& charge : account.charges()) {
    const Cause& cause = charge.cause;
    std::string name;
    if (cause.hold_up) {
      const HoldUp& h = account.ledger().hold_ups()[cause.hold_up.index()];
      name = fmt::format("#{} {} of person {}", cause.hold_up.value + 1,
                         scenario.cases[h.kind].name, grouped(h.person.value + std::uint64_t{1}));
    }
    const std::string what =
        cause_in_words(cause.kind, scenario.stations[cause.station].name, name);
    auto blame = std::ranges::find(all, what, &Blame::what);
    if (blame == all.end()) blame = all.insert(all.end(), Blame{what, charge.from, {}, 0});
    blame->sum += charge.to - charge.from;
    ++blame->times;
  }
  return all;
}

}  // namespace

std::string place_of(const Scenario& scenario, const HoldUp& hold_up) {
  const Station& station = scenario.stations[hold_up.station];
  if (station.lanes == 1 || !hold_up.lane) return station.name;
  return fmt::format("{}, lane {},", station.name, Lanes(scenario).number(hold_up.lane) + 1);
}

std::string hold_ups_text(const Scenario& scenario, const HoldUps& evening, std::size_t top,
                          const std::string& call, const Look& look) {
  return heading(evening, look) + wrapped(verdict_on(scenario, evening), look.width) +
         costliest_table(scenario, evening, top, look) + causes_table(evening, look) +
         caution(evening, call, look) + next_steps(evening, call, look);
}

std::string case_story(const Scenario& scenario, const Crowd& crowd, const HoldUpCost& cost,
                       const Summary& as_it_was, const Summary& without, std::size_t top,
                       const Look& look) {
  const HoldUp& h = cost.hold_up;
  std::string text =
      look.bold(fmt::format("Case {}: {}", cost.number, scenario.cases[h.kind].name));
  std::string place = place_of(scenario, h);
  if (place.ends_with(',')) place.pop_back();
  text += dot(look) + place + dot(look) + who(scenario, crowd, h.person);
  return text + "\n\n" + wrapped(what_happened(scenario, cost), look.width) +
         two_evenings(as_it_was, without, look) + most_delayed(scenario, crowd, cost, top, look);
}

std::string person_story(const Scenario& scenario, const Crowd& crowd, PersonId person,
                         const Ending& ending, const Account& account, const Look& look) {
  const std::vector<Blame> all = blames(scenario, account);
  Time waited{};
  for (const Blame& blame : all) waited += blame.sum;
  std::string text = look.bold("P" + who(scenario, crowd, person).substr(1)) + dot(look) +
                     "arrived at " + clock(crowd.arrival[person]) + dot(look) + fate(ending) +
                     "\n\n";
  if (waited == Time{}) return text + "They did not wait.\n";
  text += fmt::format("They waited {} in all.\n", span_in_words(waited));
  Cells names, from, times, sums, shares;
  for (const Blame& blame : all) {
    names.push_back(blame.what);
    from.push_back(clock(blame.first));
    times.push_back(grouped(blame.times));
    sums.push_back(short_span(blame.sum));
    shares.push_back(short_percent(in_seconds(blame.sum) / in_seconds(waited)));
  }
  TextTable table("What they waited for");
  table.add("", Align::Left, 0, std::move(names));
  table.add("from", Align::Right, 1, std::move(from));
  table.add("times", Align::Right, 2, std::move(times));
  table.add("waited", Align::Right, 0, std::move(sums));
  table.add("share", Align::Right, 0, std::move(shares));
  return text + '\n' + table.text(look);
}

}  // namespace gateflow
