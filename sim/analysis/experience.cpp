#include "sim/analysis/experience.hpp"

#include <algorithm>

namespace gateflow {
namespace {

Time told_after(const Scenario& scenario) {
  const auto& announcements = scenario.announcements;
  return announcements && announcements->after ? *announcements->after : never;
}

/// From shortly before the start; never where there is no start.
Time anxious_from(const Scenario& scenario) {
  if (scenario.start == Time{}) return never;
  return std::max(scenario.start - scenario.feelings->anxious_before, Time{});
}

}  // namespace

Experience::Experience(const Floor& floor, const Crowd& crowd)
    : scenario_(floor.scenario()),
      crowd_(crowd),
      hearing_(scenario_, crowd, "hears"),
      heard_(scenario_.announcements ? scenario_.announcements->heard : 0),
      announced_(scenario_.announcements),
      anxious_from_(anxious_from(scenario_)),
      held_(floor.lanes(), scenario_.stations.size(), told_after(scenario_)),
      fair_(held_.size()),
      endings_(crowd.size()),
      people_(crowd.size()) {}

void Experience::operator()(const Happening& h) {
  endings_(h);
  switch (h.what) {
    case What::Arrived:
      return arrived(h);
    case What::StoodOutside:
      return stand(h, false);
    case What::Joined:
    case What::Moved:
      return stand(h, true);
    case What::Called:
      return called(h);
    case What::CaseFound:
      return case_came_up(h);
    case What::CaseArose:
      return case_arose(h);
    case What::CaseSolved:
      return case_solved(h);
    case What::SteppedAside:
      if (!h.lane) end_visit(h.person, h.at);  // from the line
      return;
    case What::Granted:
      return granted(h);
    case What::Served:
      return case_ended(h, true);
    case What::Blocked:
      return held_.blocked(h.lane, h.at);
    case What::Left:
      return held_.left(h.lane, h.at);
    case What::GaveUp:
    case What::Baulked:
      end_visit(h.person, h.at);
      return case_ended(h, false);
    case What::TurnedAway:
      end_visit(h.person, h.at);  // or from the lane: then it has ended
      return case_ended(h, false);
    case What::LaneOpened:
      return held_.opened(h.lane, h.at);
    case What::LaneClosed:
      return held_.closed(h.lane, h.at);
    case What::LaneBroke:
      return held_.broke(h.lane, h.at);
    case What::LaneRepaired:
      return held_.repaired(h.lane, h.at);
    case What::NeverCame:
    case What::SupervisorCame:
    case What::Admitted:
      return;
  }
}

void Experience::close(Time end) {
  for (const PersonId person : keys_of(people_)) end_visit(person, end);
}

void Experience::arrived(const Happening& h) {
  people_[h.person].told.hears = heard_ > 0 && hearing_(h.person) < heard_;
}

void Experience::stand(const Happening& h, bool in_line) {
  end_stretch(h.person, h.at);
  Stretch& stretch = people_[h.person].stretch;
  stretch.since = h.at;
  stretch.line = held_.line_of(h.station, h.lane);
  stretch.place = in_line ? fair_.join(stretch.line) : fair_.stand_before(stretch.line);
  stretch.held = held_.held(stretch.line, h.at);
  stretch.explained = held_.explained(stretch.line, h.at);
}

void Experience::called(const Happening& h) {
  const Stretch stretch = people_[h.person].stretch;
  end_visit(h.person, h.at);
  fair_.called(stretch.line, stretch.place, h.at);
}

void Experience::end_stretch(PersonId person, Time now) {
  Following& one = people_[person];
  Stretch& stretch = one.stretch;
  if (stretch.since == never) return;
  Waits& waits = one.told.waits;
  const Time held = held_.held(stretch.line, now) - stretch.held;
  const Time explained = held_.explained(stretch.line, now) - stretch.explained;
  waits.all += now - stretch.since;
  waits.unexplained += one.told.hears ? held - explained : held;
  if (one.told.hears) {
    const bool by_emergencies = scenario_.announcements->kind == AnnouncementKind::Emergency;
    waits.informed += by_emergencies
                          ? explained
                          : announced_.informed(crowd_.arrival[person], stretch.since, now);
  }
  waits.anxious += std::max(now - std::max(stretch.since, anxious_from_), Time{});
  one.at_touchpoint += now - stretch.since;
  one.unfair_there = one.unfair_there || fair_.was_unfair(stretch.line, stretch.place, now);
  stretch.since = never;
}

/// To a touchpoint: what was unfair there was so for all of the wait.
void Experience::end_visit(PersonId person, Time now) {
  end_stretch(person, now);
  Following& one = people_[person];
  if (one.unfair_there) one.told.waits.unfair += one.at_touchpoint;
  one.at_touchpoint = {};
  one.unfair_there = false;
}

/// In sight of the line of that lane and of the common line.
void Experience::granted(const Happening& h) {
  fair_.granted(held_.line_of(h.station, h.lane));
  fair_.granted(held_.line_of(h.station, {}));
  people_[h.person].told.cases.recovered = true;
}

void Experience::case_came_up(const Happening& h) {
  if (people_[h.person].in_case) return;
  open_cases_[h.person] = {.kind = h.kind, .since = h.at};
  people_[h.person].in_case = true;
}

/// In the lane; a floater may have found it before.
void Experience::case_arose(const Happening& h) {
  held_.case_arose(h.lane, h.at);
  case_came_up(h);
}

/// By a floater: whether they are let on shows in what happens next.
void Experience::case_solved(const Happening& h) {
  if (!h.lane) open_cases_[h.person].cleared = h.at;
}

void Experience::case_ended(const Happening& h, bool let_on) {
  Following& one = people_[h.person];
  if (!one.in_case) return;
  one.in_case = false;
  const OpenCase open = open_cases_.extract(h.person).mapped();
  const bool left_cleared = open.cleared != never && h.what == What::GaveUp;
  OwnCases& own = one.told.cases;
  if (!scenario_.cases[open.kind].within_rules) {
    own.in_the_wrong = true;
  } else if (!let_on && !left_cleared) {
    own.wronged = true;
  } else if (std::min(open.cleared, h.at) - open.since <= scenario_.feelings->quickly) {
    own.recovered = true;
  }
}

}  // namespace gateflow
