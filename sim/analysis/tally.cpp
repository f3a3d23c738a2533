#include "sim/analysis/tally.hpp"

#include <algorithm>

namespace gateflow {

Tally::Tally(const Floor& floor, const Crowd& crowd)
    : lines_(floor),
      lanes_(floor.lanes().size()),
      curves_(crowd.size() > 0 ? crowd.arrival[PersonId{0}] : Time{},
              floor.scenario().stations.size()),
      people_(crowd.size()),
      stations_(floor.scenario().stations.size()),
      cases_(floor.scenario().cases.size()),
      open_cases_(floor.lanes().size()) {}

/// Time goes on, or something else happens: who has joined a line does stand in it.
void Tally::settle() {
  const Person& person = people_[joining_];
  lines_.stand(person.place, last_);
  joining_ = {};
}

void Tally::close(Time end) {
  if (joining_) settle();
  curves_.move_to(end, lines_);
  for (const LaneId lane : keys_of(open_cases_))
    if (open_cases_[lane].kind) end_case(lane, end);
}

void Tally::stood_outside(const Happening& h) {
  Person& person = people_[h.person];
  person.since = h.at;
  person.place = lines_.outside(h.station);
  lines_.stand(person.place, h.at);
}

/// From outside to the line is still the same wait.
void Tally::joined(const Happening& h) {
  Person& person = people_[h.person];
  if (person.place) {
    lines_.go(person.place, h.at);
  } else {
    person.since = h.at;
  }
  person.place = lines_.line_of(h.station, h.lane);
  joining_ = h.person;
}

void Tally::moved(const Happening& h) {
  Person& person = people_[h.person];
  lines_.go(person.place, h.at);
  person.place = lines_.line_of(h.station, h.lane);
  lines_.stand(person.place, h.at);
}

void Tally::called(const Happening& h) {
  Person& person = people_[h.person];
  if (joining_) {
    joining_ = {};
  } else {
    lines_.go(person.place, h.at);
  }
  person.place = {};
  const Time wait = h.at - person.since;
  person.waited += wait;
  stations_[h.station].waits.push_back(wait);
  lanes_.called(h.lane, h.at);
  if (person.in_case) [[unlikely]]
    called_in_case(h);
}

/// To the desk; or, with a case that a floater has found, to the lane.
void Tally::called_in_case(const Happening& h) {
  OpenCase& own = of_person_[h.person];
  if (own.aside) own.at_desk_since = h.at;
}

void Tally::case_came_up(const Happening& h) {
  ++cases_[h.kind].arose;
  of_person_[h.person] = {.kind = h.kind, .since = h.at};
  people_[h.person].in_case = true;
}

/// In the lane; a floater may have found it before.
void Tally::case_arose(const Happening& h) {
  if (!people_[h.person].in_case) case_came_up(h);
  open_cases_[h.lane] = {.kind = h.kind, .since = h.at};
  lanes_.case_arose(h.lane, h.at);
}

/// Whether they are let on shows in what happens next.
void Tally::cleared(const Happening& h) {
  ++cases_[h.kind].cleared;
  of_person_[h.person].cleared = h.at;
}

void Tally::end_case(LaneId lane, Time now) {
  OpenCase& open = open_cases_[lane];
  cases_[open.kind].in_lane += now - open.since;
  if (open.supervised) cases_[open.kind].by_supervisor += now - open.supervised_since;
  open.kind = {};
}

void Tally::left(const Happening& h) {
  if (open_cases_[h.lane].kind) end_case(h.lane, h.at);
  stations_[h.station].last_left = h.at;
  lanes_.left(h.lane, h.at);
}

void Tally::gave_up(const Happening& h) {
  Person& person = people_[h.person];
  ++stations_[h.station].gave_up;
  leave_line(person, h);
  over(h, Fate::GaveUp);
}

void Tally::turned_away(const Happening& h) {
  leave_line(people_[h.person], h);
  over(h, Fate::TurnedAway);
}

/// Unless they stand in none.
void Tally::leave_line(Person& person, const Happening& h) {
  if (!person.place) return;
  lines_.go(person.place, h.at);
  person.waited += h.at - person.since;
  person.place = {};
  stations_[h.station].last_left = h.at;
}

void Tally::ended_for_the_one(const Happening& h, std::size_t OfKind::*how) {
  const OpenCase own = of_person_.extract(h.person).mapped();
  const bool left_cleared = own.cleared != never && how == &OfKind::gave_up;
  OfKind& kind = cases_[own.kind];
  ++(kind.*(left_cleared ? &OfKind::let_on : how));
  kind.for_the_one += std::min(own.cleared, h.at) - own.since;
  if (own.at_desk_since != never) kind.at_desk += h.at - own.at_desk_since;
  ended_.push_back({h.person, own.kind, own.granted});
  people_[h.person].in_case = false;
}

void Tally::over(const Happening& h, Fate fate) {
  end_for_the_one(h, fate == Fate::TurnedAway ? &OfKind::turned_away : &OfKind::gave_up);
  Person& person = people_[h.person];
  person.since = h.at;
  person.fate = fate;
}

}  // namespace gateflow
