#include "sim/trace/happening.hpp"

#include <cstdlib>

namespace gateflow {

std::string_view word_of(What what) {
  switch (what) {
    case What::NeverCame:
      return "never-came";
    case What::Arrived:
      return "arrived";
    case What::StoodOutside:
      return "stood-outside";
    case What::Joined:
      return "joined";
    case What::Moved:
      return "moved";
    case What::Called:
      return "called";
    case What::CaseArose:
      return "case-arose";
    case What::CaseSolved:
      return "case-solved";
    case What::SteppedAside:
      return "stepped-aside";
    case What::Served:
      return "served";
    case What::Blocked:
      return "blocked";
    case What::Left:
      return "left";
    case What::Baulked:
      return "baulked";
    case What::GaveUp:
      return "gave-up";
    case What::TurnedAway:
      return "turned-away";
    case What::Admitted:
      return "admitted";
    case What::LaneOpened:
      return "lane-opened";
    case What::LaneClosed:
      return "lane-closed";
    case What::LaneBroke:
      return "lane-broke";
    case What::LaneRepaired:
      return "lane-repaired";
    case What::SupervisorCame:
      return "supervisor-came";
    case What::Granted:
      return "granted";
    case What::CaseFound:
      return "case-found";
  }
  std::abort();
}

}  // namespace gateflow
