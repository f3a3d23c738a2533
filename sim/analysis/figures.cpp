#include "sim/analysis/figures.hpp"

#include "sim/analysis/goals.hpp"

namespace gateflow {
namespace {

/// Collects figures, section by section and item by item.
class Collector {
 public:
  void at(std::string_view section, std::string item = {}) {
    section_ = section;
    item_ = std::move(item);
  }
  void count(std::string_view key, std::size_t count) {
    add(key, Unit::Count, static_cast<double>(count));
  }
  void seconds(std::string_view key, Time span) { add(key, Unit::Seconds, exact_seconds(span)); }
  void clock(std::string_view key, Time at) {
    at == never ? add(key, Unit::Clock, std::nullopt) : add(key, Unit::Clock, exact_seconds(at));
  }
  void add(std::string_view key, Unit unit, std::optional<double> value) {
    figures_.push_back({section_, item_, key, unit, value});
  }

  std::vector<Figure> take() { return std::move(figures_); }

 private:
  /// The double nearest to the span, so that it prints as one would write it.
  static double exact_seconds(Time span) { return static_cast<double>(span.count()) / 1e6; }

  std::vector<Figure> figures_;
  std::string_view section_;
  std::string item_;
};

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return {};
  return static_cast<double>(part) / static_cast<double>(whole);
}

void tell(Collector& to, const WaitFigures& waits) {
  to.seconds("wait_mean_s", waits.mean);
  to.seconds("wait_p50_s", waits.p50);
  to.seconds("wait_p95_s", waits.p95);
  to.seconds("wait_p99_s", waits.p99);
  to.seconds("wait_longest_s", waits.longest);
}

void tell(Collector& to, const FeltFigures& felt) {
  to.seconds("felt_wait_mean_s", felt.mean);
  to.seconds("felt_wait_p95_s", felt.p95);
  to.add("felt_to_actual", Unit::Factor, felt.to_actual);
  to.count("beyond_expectation", felt.beyond_expectation);
  to.add("beyond_expectation_share", Unit::Share, share(felt.beyond_expectation, felt.people));
  to.count("offended", felt.offended);
  to.add("offended_share", Unit::Share, share(felt.offended, felt.people));
  to.add("satisfaction_mean", Unit::Share,
         felt.people > 0 ? std::optional(felt.satisfaction) : std::nullopt);
  to.add("value_lost", Unit::Factor, felt.value_lost);
}

void tell(Collector& to, const AftermathFigures& after) {
  to.count("dissatisfied", after.dissatisfied);
  to.count("complaints", after.complaints());
  to.count("complaints_closed", after.closed);
  to.count("complaints_public", after.in_public);
  to.count("acknowledged_in_time", after.acknowledged_in_time);
  to.count("answered_in_time", after.answered_in_time);
  to.add("answered_in_time_share", Unit::Share, share(after.answered_in_time, after.closed));
  to.count("satisfied_by_answer", after.satisfied);
  to.seconds("answer_mean_s", after.answer_mean);
  to.seconds("answer_p95_s", after.answer_p95);
  to.seconds("answer_longest_s", after.answer_longest);
  to.count("turned_public", after.turned_public);
  to.count("people_reached", after.reached);
  to.count("kept", after.kept);
  to.count("lost", after.lost());
  to.add("satisfaction_mean", Unit::Share, after.satisfaction);
}

void tell_lateness(Collector& to, const GroupFigures& group) {
  if (!group.punctuality) return;
  const Punctuality& punctuality = *group.punctuality;
  to.count("in_by_start", punctuality.in_by_start);
  to.add("in_by_start_share", Unit::Share, share(punctuality.in_by_start, group.outcomes.came()));
  to.count("late", punctuality.late);
  to.seconds("lateness_mean_s", punctuality.mean_lateness);
  to.seconds("lateness_longest_s", punctuality.longest_lateness);
}

void tell(Collector& to, const GroupFigures& group) {
  const Outcomes& outcomes = group.outcomes;
  to.count("tickets", outcomes.tickets);
  to.count("came", outcomes.came());
  to.count("admitted", outcomes.admitted);
  to.count("turned_away", outcomes.turned_away);
  to.count("gave_up", outcomes.gave_up);
  to.count("still_waiting", outcomes.still_waiting);
  to.count("never_came", outcomes.never_came);
  tell(to, group.waits);
  tell_lateness(to, group);
  if (group.felt) tell(to, *group.felt);
}

void tell(Collector& to, const StationFigures& station) {
  const LongestLine& line = station.longest_line;
  to.count("lanes", station.lanes);
  to.count("served", station.waits.people);
  to.count("gave_up", station.gave_up);
  tell(to, station.waits);
  to.count("most_waiting", station.waiting.people);
  to.clock("most_waiting_at_s", station.waiting.at);
  to.count("most_outside", station.outside.people);
  to.clock("most_outside_at_s", station.outside.at);
  to.count("longest_line", line.people.people);
  to.count("longest_line_lane", line.lane);
  to.add("longest_line_m", Unit::Metres, line.metres);
  to.clock("longest_line_at_s", line.people.at);
  to.seconds("open_s", station.time.open);
  to.seconds("service_s", station.time.service);
  to.seconds("cases_s", station.time.cases);
  to.seconds("blocked_s", station.time.blocked);
  to.seconds("broken_s", station.time.broken);
  to.add("utilisation_share", Unit::Share, station.utilisation());
  to.add("blocked_share", Unit::Share, station.blocked());
  to.clock("clear_at_s", station.clear_at);
}

void tell(Collector& to, const CaseFigures& kind) {
  to.count("arose", kind.arose);
  to.count("solved_in_lane", kind.solved);
  to.count("found", kind.found);
  to.count("cleared", kind.cleared);
  to.count("supervised", kind.supervised);
  to.count("granted", kind.granted);
  to.count("stepped_aside", kind.stepped_aside);
  to.count("let_on", kind.let_on);
  to.count("turned_away", kind.turned_away);
  to.count("gave_up", kind.gave_up);
  to.count("wrongly_let_on", kind.wrongly_let_on);
  to.count("wrongly_turned_away", kind.wrongly_turned_away);
  to.seconds("in_lane_s", kind.in_lane);
  to.seconds("for_the_one_s", kind.for_the_one);
}

void tell(Collector& to, const ZoneFigures& zone) {
  to.count("most_people", zone.people.people);
  to.clock("most_people_at_s", zone.people.at);
  to.add("peak_density_per_m2", Unit::PerSquareMetre, zone.peak_per_m2);
  to.clock("first_above_goal_at_s", zone.first_above_goal);
  to.seconds("above_goal_s", zone.above_goal);
}

void tell(Collector& to, const MoneyFigures& money) {
  const auto amount = [&](std::string_view key, double value) { to.add(key, Unit::Money, value); };
  amount("tickets", money.tickets);
  amount("spend_inside", money.spend);
  amount("brought", money.brought());
  amount("lanes", money.lanes);
  amount("desks", money.desks);
  amount("supervisors", money.supervisors);
  amount("door_staff", money.door_staff);
  amount("devices", money.devices);
  amount("refunds", money.refunds);
  amount("concessions", money.concessions);
  amount("complaints", money.complaints);
  amount("others_time", money.others_time);
  amount("costs", money.costs());
  amount("result", money.result());
  amount("lost_tickets", money.lost_tickets);
  amount("lost_late", money.lost_late);
  amount("lost_outside", money.lost_outside);
}

void tell(Collector& to, const CaseMoney& kind) {
  to.count("people", kind.people);
  to.add("brought", Unit::Money, kind.brought);
  to.add("serving", Unit::Money, kind.serving);
  to.add("concessions", Unit::Money, kind.concessions);
  to.add("refunds", Unit::Money, kind.refunds);
  to.add("result", Unit::Money, kind.result());
}

/// Of all kinds together: both sides of the house's rules.
void tell_all_cases(Collector& to, const std::vector<CaseFigures>& cases) {
  CaseFigures all{.name = {}};
  for (const CaseFigures& kind : cases) {
    all.arose += kind.arose;
    all.let_on += kind.let_on;
    all.turned_away += kind.turned_away;
    all.gave_up += kind.gave_up;
    all.wrongly_let_on += kind.wrongly_let_on;
    all.wrongly_turned_away += kind.wrongly_turned_away;
    all.in_lane += kind.in_lane;
    all.for_the_one += kind.for_the_one;
  }
  to.count("cases", all.arose);
  to.count("wrongly_turned_away", all.wrongly_turned_away);
  to.count("wrongly_let_on", all.wrongly_let_on);
  to.seconds("cases_held_lanes_s", all.in_lane);
  const std::size_t ended = all.let_on + all.turned_away + all.gave_up;
  to.add("cases_own_time_mean_s", Unit::Seconds,
         ended == 0 ? std::nullopt
                    : std::optional(in_seconds(all.for_the_one) / static_cast<double>(ended)));
}

void tell_evening(Collector& to, const Summary& summary) {
  tell(to, summary.all);
  to.count("most_waiting", summary.waiting.people);
  to.clock("most_waiting_at_s", summary.waiting.at);
  to.clock("first_arrival_at_s", summary.first_arrival);
  to.clock("last_admission_at_s", summary.last_admission);
  to.clock("end_at_s", summary.end);
  if (!summary.cases.empty()) tell_all_cases(to, summary.cases);
}

template <class Item>
void tell_each(Collector& to, std::string_view section, const std::vector<Item>& items) {
  for (const Item& item : items) {
    to.at(section, item.name);
    tell(to, item);
  }
}

}  // namespace

std::vector<Figure> figures_of(const Summary& summary) {
  Collector to;
  to.at("evening");
  tell_evening(to, summary);
  tell_each(to, "gates", summary.gates);
  tell_each(to, "classes", summary.classes);
  tell_each(to, "stations", summary.stations);
  tell_each(to, "cases", summary.cases);
  tell_each(to, "zones", summary.zones);
  if (summary.aftermath) {
    to.at("aftermath");
    tell(to, *summary.aftermath);
  }
  if (summary.money) {
    to.at("money");
    tell(to, *summary.money);
    tell_each(to, "money_by_case", summary.money->cases);
  }
  return to.take();
}

std::vector<ReplicatedFigure> figures_of(const std::vector<Summary>& evenings) {
  std::vector<ReplicatedFigure> replicated;
  for (const Summary& evening : evenings) {
    std::vector<Figure> figures = figures_of(evening);
    if (replicated.empty())
      for (const Figure& figure : figures)
        replicated.push_back({{figure.section, figure.item, figure.key, figure.unit, {}}, {}, {}});
    for (std::size_t i = 0; i < figures.size(); ++i)
      if (figures[i].value) replicated[i].values.push_back(*figures[i].value);
  }
  for (ReplicatedFigure& figure : replicated) figure.estimate = estimate(figure.values);
  return replicated;
}

std::vector<ReplicatedGoal> goals_of(const std::vector<Summary>& evenings) {
  std::vector<ReplicatedGoal> goals;
  for (std::size_t i = 0; i < evenings.front().goals.size(); ++i) {
    ReplicatedGoal goal{.goal = evenings.front().goals[i], .values = {}, .estimate = {}};
    for (const Summary& evening : evenings) {
      goal.values.push_back(evening.goals[i].found);
      goal.met_in += evening.goals[i].met;
    }
    goal.estimate = estimate(goal.values);
    goal.goal.found = goal.estimate.mean;
    goal.goal.met = meets(goal.goal.kind, goal.goal.asked, goal.goal.found);
    goals.push_back(std::move(goal));
  }
  return goals;
}

}  // namespace gateflow
