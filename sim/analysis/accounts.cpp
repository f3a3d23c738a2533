#include "sim/analysis/accounts.hpp"

#include <algorithm>

namespace gateflow {
namespace {

double hours(Time span) {
  return in_seconds(span) / 3600;
}

/// What is known of everybody once their cases have ended.
class Guests {
 public:
  Guests(const Scenario& scenario, const Crowd& crowd, const Tally& tally)
      : scenario_(scenario), crowd_(crowd), tally_(tally), paid_(crowd.size(), std::uint8_t{1}) {
    right_ = paid_;
    for (const Tally::Ended& ended : tally.ended_cases()) {
      const Case& kind = scenario.cases[ended.kind];
      paid_[ended.person] &= kind.has_paid();
      right_[ended.person] &= kind.within_rules;
    }
  }

  double price(PersonId person) const { return paid_[person] ? of(person).price : 0; }

  double ticket(PersonId person) const { return fate(person) == Fate::GaveUp ? 0 : price(person); }

  double spend(PersonId person) const {
    return fate(person) == Fate::Admitted ? of(person).spend_per_min * (whole() - late(person)) : 0;
  }

  double lost_ticket(PersonId person) const {
    return fate(person) == Fate::GaveUp ? price(person) : 0;
  }

  double lost_late(PersonId person) const {
    return fate(person) == Fate::Admitted ? of(person).spend_per_min * late(person) : 0;
  }

  double lost_outside(PersonId person) const {
    const bool outside = tally_.people()[person].came() && fate(person) != Fate::Admitted;
    return outside && right_[person] ? of(person).spend_per_min * whole() : 0;
  }

  double refund(PersonId person) const {
    return fate(person) == Fate::TurnedAway && right_[person] ? scenario_.money->refund : 0;
  }

 private:
  Fate fate(PersonId person) const { return tally_.people()[person].fate; }
  const TicketClass& of(PersonId person) const {
    return scenario_.classes[crowd_.class_of(person)];
  }
  double whole() const { return scenario_.money->spend_min; }

  /// Minutes for which they could have spent money inside and were not in.
  double late(PersonId person) const {
    if (scenario_.start <= Time{}) return 0;
    const Time after = tally_.people()[person].since - scenario_.start;
    return std::clamp(in_minutes(after), 0.0, whole());
  }

  const Scenario& scenario_;
  const Crowd& crowd_;
  const Tally& tally_;
  Table<PersonId, std::uint8_t> paid_, right_;
};

/// From when the first lane is staffed; a lane that always is, from the first arrival on.
Time first_opening(const Scenario& scenario, Time first_arrival) {
  Time first = never;
  for (const Station& station : scenario.stations) {
    if (station.staffing.empty()) first = std::min(first, first_arrival);
    for (const StaffChange& change : station.staffing)
      if (change.lanes > 0) first = std::min(first, change.from);
  }
  return first;
}

/// For how long those are there who belong to no lane.
Time whole_evening(const Scenario& scenario, const Summary& evening) {
  const Time from = first_opening(scenario, evening.first_arrival);
  return from < evening.end ? evening.end - from : Time{};
}

bool is_desk(const Scenario& scenario, StationId station) {
  return scenario.touchpoints[scenario.stations[station].touchpoint].service_s.empty();
}

void pay_staff(const Scenario& scenario, const Summary& evening, MoneyFigures& money) {
  const Money& rates = *scenario.money;
  for (const StationId id : keys_of(scenario.stations)) {
    const StationFigures& station = evening.stations[id.index()];
    const double open = hours(station.time.open);
    if (is_desk(scenario, id)) {
      money.desks += open * rates.desk_per_hour;
    } else {
      money.lanes += open * rates.staff_per_hour;
      money.devices += station.lanes * rates.device_per_lane;
    }
  }
  const double whole = hours(whole_evening(scenario, evening));
  for (const Station& station : scenario.stations)
    money.lanes += station.floaters * whole * rates.staff_per_hour;
  money.door_staff = rates.door_staff * whole * rates.door_staff_per_hour;
  if (const auto& supervisors = scenario.house.supervisors) {
    const auto places = supervisors->by_gate ? static_cast<double>(scenario.gates.size()) : 1.0;
    money.supervisors = supervisors->count * places * whole * rates.supervisor_per_hour;
  }
}

void count_people(const Crowd& crowd, const Guests& guests, MoneyFigures& money) {
  for (const PersonId person : keys_of(crowd.arrival)) {
    money.tickets += guests.ticket(person);
    money.spend += guests.spend(person);
    money.refunds += guests.refund(person);
    money.lost_tickets += guests.lost_ticket(person);
    money.lost_late += guests.lost_late(person);
    money.lost_outside += guests.lost_outside(person);
  }
}

/// Those at the cut have waited until then.
double waited_hours(const Tally& tally, Time end) {
  double sum = 0;
  for (const Tally::Person& person : tally.people())
    sum += hours(person.waited + (person.place ? end - person.since : Time{}));
  return sum;
}

double serving_cost(const Money& rates, Time in_lane, Time at_desk, Time by_supervisor) {
  return hours(in_lane) * rates.staff_per_hour + hours(at_desk) * rates.desk_per_hour +
         hours(by_supervisor) * rates.supervisor_per_hour;
}

void count_cases(const Scenario& scenario, const Tally& tally, const Guests& guests,
                 MoneyFigures& money) {
  for (const CaseId id : keys_of(scenario.cases)) {
    const Tally::OfKind& count = tally.cases()[id];
    const double serving =
        serving_cost(*scenario.money, count.in_lane, count.at_desk, count.by_supervisor);
    const double given = static_cast<double>(count.granted) * scenario.cases[id].concession_cost;
    money.concessions += given;
    money.cases.push_back(
        {.name = scenario.cases[id].name, .serving = serving, .concessions = given});
  }
  for (const Tally::Ended& ended : tally.ended_cases()) {
    CaseMoney& kind = money.cases[ended.kind.index()];
    ++kind.people;
    kind.brought += guests.ticket(ended.person) + guests.spend(ended.person);
    kind.refunds += guests.refund(ended.person);
  }
}

/// Sink: how long each person was served, and by whom.
class Served {
 public:
  Served(const Scenario& scenario, std::size_t people) : scenario_(scenario), people_(people) {}

  void operator()(const Happening& h) {
    switch (h.what) {
      case What::Called:
        people_[h.person].called = h.at;
        people_[h.person].station = h.station;
        return;
      case What::SupervisorCame:
        people_[h.person].supervised = h.at;
        return;
      case What::CaseSolved:
      case What::Granted:
        return supervisor_goes(h.person, h.at);
      case What::Blocked:
      case What::Left:
        supervisor_goes(h.person, h.at);
        return leaves(h.person, h.at);
      default:
        return;
    }
  }

  /// To be called once nothing more happens.
  void close(Time end) {
    for (const PersonId person : keys_of(people_)) {
      supervisor_goes(person, end);
      leaves(person, end);
    }
  }

  double cost(PersonId person) const {
    const Person& p = people_[person];
    return serving_cost(*scenario_.money, p.in_lane, p.at_desk, p.by_supervisor);
  }

 private:
  struct Person {
    Time called = never, supervised = never;
    StationId station;  ///< where they were called
    Time in_lane{}, at_desk{}, by_supervisor{};
  };

  void supervisor_goes(PersonId person, Time now) {
    Person& p = people_[person];
    if (p.supervised == never) return;
    p.by_supervisor += now - p.supervised;
    p.supervised = never;
  }

  void leaves(PersonId person, Time now) {
    Person& p = people_[person];
    if (p.called == never) return;
    (is_desk(scenario_, p.station) ? p.at_desk : p.in_lane) += now - p.called;
    p.called = never;
  }

  const Scenario& scenario_;
  Table<PersonId, Person> people_;
};

}  // namespace

MoneyFigures accounts_of(const Floor& floor, const Crowd& crowd, const Tally& tally,
                         const Summary& evening) {
  const Scenario& scenario = floor.scenario();
  const Guests guests(scenario, crowd, tally);
  MoneyFigures money;
  money.currency = scenario.money->currency;
  count_people(crowd, guests, money);
  pay_staff(scenario, evening, money);
  count_cases(scenario, tally, guests, money);
  money.others_time = waited_hours(tally, evening.end) * scenario.money->others_per_hour;
  return money;
}

Table<PersonId, PersonMoney> money_by_person(const Floor& floor, const Crowd& crowd,
                                             const Trace& trace, Time end) {
  const Scenario& scenario = floor.scenario();
  Tally tally(floor, crowd);
  Served served(scenario, crowd.size());
  Several both(tally, served);
  replay(trace, both);
  tally.close(end);
  served.close(end);

  const Guests guests(scenario, crowd, tally);
  Table<PersonId, PersonMoney> people(crowd.size());
  for (const PersonId person : keys_of(people))
    people[person] = {guests.ticket(person) + guests.spend(person),
                      served.cost(person) + guests.refund(person)};
  for (const Tally::Ended& ended : tally.ended_cases())
    if (ended.granted) people[ended.person].cost += scenario.cases[ended.kind].concession_cost;
  return people;
}

std::optional<double> worth_of_waiting(const Scenario& scenario, double seconds) {
  if (!scenario.money || scenario.money->others_per_hour == 0) return std::nullopt;
  return seconds / 3600 * scenario.money->others_per_hour;
}

double cost_of_complaints(const Money& money, const AftermathFigures& aftermath) {
  return static_cast<double>(aftermath.complaints()) * money.per_complaint +
         static_cast<double>(aftermath.reached) / 1000 * money.per_thousand_reached;
}

}  // namespace gateflow
