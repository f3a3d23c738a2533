#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

bool is_amount(double amount) {
  return amount >= 0 && amount <= 1e9;
}

void check_money(const Scenario& scenario, Findings& findings) {
  const auto amount = [&](double value, const std::string& where) {
    findings.unless(is_amount(value), where, "an amount is from 0 to a thousand million");
  };
  for (const TicketClass& ticket : scenario.classes) {
    amount(ticket.price, "class." + ticket.name + ".ticket_price");
    amount(ticket.spend_per_min, "class." + ticket.name + ".spend_per_min");
  }
  for (const Case& kind : scenario.cases)
    amount(kind.concession_cost, "case." + kind.name + ".concession_cost");
  if (!scenario.money) return;
  const Money& money = *scenario.money;
  amount(money.staff_per_hour, "money.staff_per_hour");
  amount(money.desk_per_hour, "money.desk_per_hour");
  amount(money.supervisor_per_hour, "money.supervisor_per_hour");
  amount(money.door_staff_per_hour, "money.door_staff_per_hour");
  amount(money.device_per_lane, "money.device_per_lane");
  amount(money.refund, "money.refund");
  amount(money.others_per_hour, "money.others_per_hour");
  amount(money.per_complaint, "money.per_complaint");
  amount(money.per_thousand_reached, "money.per_thousand_reached");
  findings.unless(money.spend_min >= 0 && money.spend_min <= in_minutes(horizon), "money.spend_min",
                  "people spend money for 0 minutes to forty days");
}

}  // namespace

void check_season(const Scenario& scenario, Findings& findings) {
  const Season& season = scenario.season;
  const auto coefficient = [&](double value, double most, const char* where) {
    findings.unless(value >= 0 && value <= most, where,
                    "this is from 0 to " + std::to_string(static_cast<int>(most)));
  };
  coefficient(season.giving_in_teaches, 10, "season.giving_in_teaches");
  coefficient(season.refusing_teaches, 10, "season.refusing_teaches");
  coefficient(season.told_factor, 100, "season.told_factor");
  coefficient(season.word_of_mouth, 1000, "season.word_of_mouth");
  const auto share = [&](double value, const char* where) {
    findings.unless(is_chance(value), where, "a share is from 0 to 1");
  };
  share(season.try_again, "season.try_again_share");
  share(season.stay_away, "season.stay_away_share");
  share(season.come_back, "season.come_back_share");
  share(season.least_factor, "season.least_factor");
  findings.unless(season.most_factor >= 1 && season.most_factor <= 1000, "season.most_factor",
                  "this is from 1 to 1000");
  check_money(scenario, findings);
}

}  // namespace gateflow
