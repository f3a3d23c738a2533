#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "sim/kernel/ids.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// All that can happen to a person or a lane.
enum class What : std::uint8_t {
  NeverCame,     ///< holds a ticket, stayed away
  Arrived,       ///< at the venue
  StoodOutside,  ///< reached a station whose pen is full and waits before it
  Joined,        ///< the line of a lane, or, without a lane, the common line of the station
  Moved,         ///< to another line of the same station, still waiting
  Called,        ///< ordinary service began in the lane
  CaseArose,     ///< ordinary service is over and this person's case begins to block the lane
  CaseSolved,    ///< the case was handled in the lane; without a lane: by a floater in the line
  SteppedAside,  ///< left for the help desk (the lane; without one, the line of this station) with
                 ///< the case still open
  Served,        ///< ready to go on
  Blocked,       ///< ready to go on, but there is no room ahead: stays in the lane
  Left,          ///< the lane is free of this person
  Baulked,       ///< left the venue at the sight of the line, or of a full pen
  GaveUp,        ///< left the venue after waiting too long
  TurnedAway,    ///< refused entry, in a lane or by a floater in the line
  Admitted,      ///< came to the end of the route
  LaneOpened,
  LaneClosed,
  LaneBroke,
  LaneRepaired,
  SupervisorCame,  ///< to the lane of somebody with a case
  Granted,         ///< the house gave in, and the case is over
  CaseFound,       ///< by a floater, with somebody in line
};
inline constexpr What last_what = What::CaseFound;

/// The word for it in a trace file.
std::string_view word_of(What what);

/// One thing that happened. Fields that do not apply are none.
struct Happening {
  Time at{};
  PersonId person;
  StationId station;
  LaneId lane;
  CaseId kind;
  What what = What::Arrived;

  bool operator==(const Happening&) const = default;
};

/// Hands each happening to several sinks; a sink is anything that can be called with one.
template <class... Sinks>
class Several {
 public:
  explicit Several(Sinks&... sinks) : sinks_(sinks...) {}
  [[gnu::always_inline]] void operator()(const Happening& happening) {
    std::apply([&](Sinks&... sink) { (sink(happening), ...); }, sinks_);
  }

 private:
  std::tuple<Sinks&...> sinks_;
};

/// Nobody listens: costs nothing.
struct Silence {
  void operator()(const Happening&) const {}
};

}  // namespace gateflow
