#include "sim/trace/visits.hpp"

#include <cstdlib>

namespace gateflow {

std::string_view word_of(VisitEnd end) {
  switch (end) {
    case VisitEnd::Open:
      return "still-there";
    case VisitEnd::WentOn:
      return "went-on";
    case VisitEnd::SteppedAside:
      return "stepped-aside";
    case VisitEnd::TurnedAway:
      return "turned-away";
    case VisitEnd::GaveUp:
      return "gave-up";
    case VisitEnd::Baulked:
      return "baulked";
  }
  std::abort();
}

/// The visit that is on; one that waits outside goes on in line.
Visit& Visits::begin(const Happening& h) {
  if (!is_on(h.person)) {
    last_[h.person] = static_cast<std::uint32_t>(all_.size());
    all_.push_back({.person = h.person, .station = h.station, .came = h.at});
  }
  return last_of(h.person);
}

void Visits::leave(const Happening& h, VisitEnd end) {
  Visit& visit = last_of(h.person);
  visit.left = h.at;
  if (visit.end == VisitEnd::Open) visit.end = end;
}

void Visits::operator()(const Happening& h) {
  switch (h.what) {
    case What::StoodOutside:
    case What::Joined:
      begin(h).lane = h.lane;
      return;
    case What::Moved:
      last_of(h.person).lane = h.lane;
      return;
    case What::Called:
      last_of(h.person).lane = h.lane;
      last_of(h.person).called = h.at;
      return;
    case What::CaseFound:
    case What::CaseArose:
      last_of(h.person).kind = h.kind;
      last_of(h.person).case_arose = h.at;
      return;
    case What::Blocked:
      last_of(h.person).blocked = h.at;
      return;
    case What::SteppedAside:
      if (!h.lane) return leave(h, VisitEnd::SteppedAside);
      last_of(h.person).end = VisitEnd::SteppedAside;
      return;
    case What::Left:
      return leave(h, VisitEnd::WentOn);
    case What::GaveUp:
      return leave(h, VisitEnd::GaveUp);
    case What::Baulked:
      begin(h).lane = h.lane;
      return leave(h, VisitEnd::Baulked);
    case What::TurnedAway:
      if (is_on(h.person)) leave(h, VisitEnd::TurnedAway);
      last_of(h.person).end = VisitEnd::TurnedAway;
      return;
    case What::NeverCame:
    case What::Arrived:
    case What::CaseSolved:
    case What::Served:
    case What::Admitted:
    case What::LaneOpened:
    case What::LaneClosed:
    case What::LaneBroke:
    case What::LaneRepaired:
    case What::SupervisorCame:
    case What::Granted:
      return;
  }
}

VisitsByPerson::VisitsByPerson(const std::vector<Visit>& visits, std::size_t people)
    : visits_(&visits), first_(people + 1), order_(visits.size()) {
  for (const Visit& visit : visits) ++first_[visit.person.index() + 1];
  for (std::size_t i = 0; i < people; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t i = 0; i < visits.size(); ++i)
    order_[next[visits[i].person.index()]++] = static_cast<std::uint32_t>(i);
}

}  // namespace gateflow
