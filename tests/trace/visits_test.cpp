#include "sim/trace/visits.hpp"

#include <catch2/catch.hpp>

#include "sim/trace/endings.hpp"

using namespace gateflow;

namespace {

constexpr PersonId ann{0}, bob{1};
constexpr StationId bag{0}, scan{1};
constexpr LaneId first{0}, second{1};

Happening h(Time at, What what, PersonId person, StationId station = bag, LaneId lane = first,
            CaseId kind = {}) {
  return {at, person, station, lane, kind, what};
}

std::vector<Visit> visits_of(const std::vector<Happening>& happenings) {
  Visits visits(2);
  for (const Happening& happening : happenings) visits(happening);
  return visits.all();
}

}  // namespace

TEST_CASE("a visit goes from coming up to a station to leaving its lane") {
  const auto visits =
      visits_of({h(1s, What::Joined, ann), h(3s, What::Called, ann), h(9s, What::Served, ann),
                 h(9s, What::Left, ann), h(9s, What::Joined, ann, scan, second)});
  REQUIRE(visits.size() == 2);
  CHECK(visits[0].station == bag);
  CHECK(visits[0].came == 1s);
  CHECK(visits[0].called == 3s);
  CHECK(visits[0].left == 9s);
  CHECK(visits[0].end == VisitEnd::WentOn);
  CHECK(visits[0].waited(never) == 2s);
  CHECK(visits[1].station == scan);
  CHECK(visits[1].lane == second);
  CHECK(visits[1].end == VisitEnd::Open);
  CHECK(visits[1].waited(20s) == 11s);
}

TEST_CASE("who waits outside and then in line makes one visit") {
  const auto visits =
      visits_of({h(1s, What::StoodOutside, ann, bag, {}), h(4s, What::Joined, ann),
                 h(5s, What::Moved, ann, bag, second), h(6s, What::Called, ann, bag, second)});
  REQUIRE(visits.size() == 1);
  CHECK(visits[0].came == 1s);
  CHECK(visits[0].waited(never) == 5s);
  CHECK(visits[0].lane == second);
}

TEST_CASE("the end of a visit says how it ended") {
  const CaseId phone{0};
  const auto joined = h(1s, What::Joined, ann);
  const auto called = h(1s, What::Called, ann);
  const auto case_arose = h(3s, What::CaseArose, ann, bag, first, phone);

  const auto aside =
      visits_of({joined, called, case_arose, h(5s, What::SteppedAside, ann, scan, first, phone),
                 h(5s, What::Left, ann)});
  CHECK(aside[0].end == VisitEnd::SteppedAside);
  CHECK(aside[0].kind == phone);
  CHECK(aside[0].case_arose == 3s);

  const auto refused =
      visits_of({joined, called, case_arose, h(7s, What::Left, ann), h(7s, What::TurnedAway, ann)});
  CHECK(refused[0].end == VisitEnd::TurnedAway);
  CHECK(refused[0].left == 7s);

  const auto gave_up = visits_of({joined, h(8s, What::GaveUp, ann)});
  CHECK(gave_up[0].end == VisitEnd::GaveUp);
  CHECK(gave_up[0].waited(never) == 7s);

  const auto at_sight = visits_of({h(2s, What::Baulked, ann)});
  CHECK(at_sight[0].end == VisitEnd::Baulked);
  CHECK(at_sight[0].waited(never) == 0s);

  const auto let_in_and_gone =
      visits_of({h(2s, What::StoodOutside, ann, bag, {}), h(6s, What::Baulked, ann, bag, second)});
  REQUIRE(let_in_and_gone.size() == 1);
  CHECK(let_in_and_gone[0].end == VisitEnd::Baulked);
  CHECK(let_in_and_gone[0].waited(never) == 4s);
}

TEST_CASE("a blocked person stays in the lane they were served in") {
  const auto visits =
      visits_of({h(1s, What::Joined, ann), h(1s, What::Called, ann), h(4s, What::Served, ann),
                 h(4s, What::Blocked, ann, scan, first), h(9s, What::Left, ann)});
  REQUIRE(visits.size() == 1);
  CHECK(visits[0].station == bag);
  CHECK(visits[0].blocked == 4s);
  CHECK(visits[0].stood_blocked(never) == 5s);
}

TEST_CASE("visits person by person are each one's in order") {
  const auto visits =
      visits_of({h(1s, What::Joined, bob), h(2s, What::Joined, ann), h(2s, What::Called, ann),
                 h(3s, What::Left, ann), h(3s, What::Joined, ann, scan, second)});
  const VisitsByPerson by_person(visits, 2);
  std::vector<StationId> of_ann, of_bob;
  by_person.each(ann, [&](const Visit& visit) { of_ann.push_back(visit.station); });
  by_person.each(bob, [&](const Visit& visit) { of_bob.push_back(visit.station); });
  CHECK(of_ann == std::vector{bag, scan});
  CHECK(of_bob == std::vector{bag});
}

TEST_CASE("everyone's evening ends once") {
  Endings endings(2);
  CHECK(endings[ann] == Ending{never, What::NeverCame});
  endings(h(1s, What::Arrived, ann));
  CHECK(endings[ann] == Ending{never, What::Arrived});
  endings(h(5s, What::Admitted, ann));
  endings(h(6s, What::NeverCame, bob, {}, {}));
  CHECK(endings[ann] == Ending{5s, What::Admitted});
  CHECK(endings[bob] == Ending{6s, What::NeverCame});
}
