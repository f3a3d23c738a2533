#pragma once

#include <array>
#include <optional>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/kernel/table.hpp"
#include "sim/ledger/cause.hpp"
#include "sim/ledger/waiting_for.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// Sink: charges every microsecond that anybody waits to one cause, while the evening runs.
///
/// A wait is the time in line and before a full pen, and the time for which somebody who is served
/// stands in a lane for want of room ahead. It is charged to what goes on in the lane that is
/// waited for; if that lane is blocked, in the lane that its person waits for, and so on to the
/// root. Who stands in the line of a lane waits for that lane. Where people wait for any of several
/// lanes (a common line, a full pen), they are dealt to the open ones in turn, as they come; when a
/// lane opens or closes, they are dealt anew. Charges add up to waits exactly.
class Ledger {
 public:
  /// Both must outlive the ledger; the crowd must have been drawn from the floor's scenario.
  Ledger(const Floor& floor, const Crowd& crowd);

  /// Inlined where it is told, so that what happened is known there.
  [[gnu::always_inline]] inline void operator()(const Happening& happening);

  /// To be called once nothing more happens: charges what still runs up to that instant.
  void close(Time end);

  /// In the order in which they arose.
  const std::vector<HoldUp>& hold_ups() const { return hold_ups_; }
  /// What is charged to causes of that kind whose root is at that station.
  Time charged(StationId station, CauseKind kind) const {
    return charged_[station][static_cast<std::size_t>(kind)];
  }
  /// What is charged to the person's ordinary services.
  Time charged_to_service_of(PersonId person) const { return to_service_[person]; }
  Time total() const;

  /// What that person waits for now; none: they do not wait.
  std::optional<Cause> cause_for(PersonId person) const;

 private:
  /// What goes on at a spot.
  struct State {
    PersonId person;   ///< in the lane
    HoldUpId hold_up;  ///< that person's open case
    StationId station;
    bool open = false;
    bool broken = false;
    bool jammed = false;  ///< blocked, and everything ahead waits for it
  };

  /// For which spot a person waits.
  struct Wait {
    SpotId spot;      ///< none: does not wait
    SpotId from;      ///< the lane they block meanwhile
    StationId dealt;  ///< the station to whose lanes they were dealt; none: it had to be this spot
  };

  /// Those who were dealt to a station's lanes, in that order; some of them may have gone.
  struct Deal {
    std::vector<PersonId> people;
    std::size_t still_there = 0;
    std::size_t next = 0;  ///< turn among the open lanes
    std::vector<SpotId> open;
    bool ever_open = false;
  };

  static SpotId spot_of(LaneId lane) { return SpotId{lane.index()}; }
  SpotId nowhere(StationId station) const {
    return SpotId{floor_.lanes().size() + station.index()};
  }

  void starts_waiting(const Happening& h);
  void called(const Happening& h);
  void blocked(const Happening& h);
  void left(const Happening& h);
  void case_found(const Happening& h);
  void case_arose(const Happening& h);
  HoldUpId add_hold_up(const Happening& h);
  void opened_or_closed(const Happening& h);
  void broke_or_repaired(const Happening& h);

  void wait_for(PersonId person, const Wait& wait);
  void stop_waiting(PersonId person);
  void deal(PersonId person, StationId station, SpotId from);
  void deal_anew(StationId station);
  SpotId next_spot(PersonId person, StationId station, SpotId from) const;
  void forget_the_gone(StationId station);
  bool leads_to(SpotId spot, SpotId target) const;

  void settle(SpotId spot);
  Cause cause_at(SpotId spot) const;

  const Floor& floor_;
  const Crowd& crowd_;
  Time now_{};
  WaitingFor waiting_;
  Table<SpotId, State> spots_;
  Table<StationId, Deal> deals_;
  Table<PersonId, Wait> waits_;
  /// The case that is taken to the desk, or that a floater has found; empty without cases.
  Table<PersonId, HoldUpId> taken_along_;
  Table<StationId, std::uint8_t> is_desk_;
  std::vector<HoldUp> hold_ups_;
  Table<StationId, std::array<Time, cause_kinds>> charged_;
  Table<PersonId, Time> to_service_;
};

inline void Ledger::settle(SpotId spot) {
  if (waiting_[spot].waiting == 0 && waiting_[spot].owed == 0) return;
  if (waiting_[spot].ahead) return;
  const Time sum = waiting_.charge(spot, now_);
  if (sum == Time{}) return;
  const Cause cause = cause_at(spot);
  charged_[cause.station][static_cast<std::size_t>(cause.kind)] += sum;
  if (cause.kind == CauseKind::Service) to_service_[cause.person] += sum;
  if (cause.kind != CauseKind::Case) return;
  HoldUp& hold_up = hold_ups_[cause.hold_up.index()];
  (cause.station == hold_up.station ? hold_up.charged : hold_up.charged_at_desk) += sum;
}

inline Cause Ledger::cause_at(SpotId spot) const {
  const State& s = spots_[spot];
  if (s.jammed) return {CauseKind::Gridlock, s.station, s.person, {}};
  if (s.broken) return {CauseKind::Broken, s.station, {}, {}};
  if (s.hold_up) return {CauseKind::Case, s.station, s.person, s.hold_up};
  if (s.person) return {CauseKind::Service, s.station, s.person, {}};
  if (s.open) return {CauseKind::Walk, s.station, {}, {}};
  const bool ever = deals_[s.station].ever_open;
  return {ever ? CauseKind::Unstaffed : CauseKind::Doors, s.station, {}, {}};
}

inline void Ledger::operator()(const Happening& h) {
  now_ = h.at;
  switch (h.what) {
    case What::StoodOutside:
    case What::Joined:
    case What::Moved:
      return starts_waiting(h);
    case What::Called:
      return called(h);
    case What::CaseFound:
      return case_found(h);
    case What::CaseArose:
      return case_arose(h);
    case What::CaseSolved:
      if (!h.lane) taken_along_[h.person] = {};
      return;
    case What::SteppedAside:
      if (!h.lane) return stop_waiting(h.person);
      taken_along_[h.person] = spots_[spot_of(h.lane)].hold_up;
      return;
    case What::Blocked:
      return blocked(h);
    case What::Left:
      return left(h);
    case What::Baulked:
    case What::GaveUp:
    case What::TurnedAway:
      return stop_waiting(h.person);
    case What::LaneOpened:
    case What::LaneClosed:
      return opened_or_closed(h);
    case What::LaneBroke:
    case What::LaneRepaired:
      return broke_or_repaired(h);
    case What::NeverCame:
    case What::Arrived:
    case What::SupervisorCame:
    case What::Granted:
    case What::Served:
    case What::Admitted:
      return;
  }
}

inline void Ledger::starts_waiting(const Happening& h) {
  Wait& wait = waits_[h.person];
  if (wait.spot) {
    if (!h.lane && wait.dealt == h.station) return;  // from before the pen into the common line
    stop_waiting(h.person);
  }
  h.lane ? wait_for(h.person, {spot_of(h.lane), {}, {}}) : deal(h.person, h.station, {});
}

/// With whoever waits for the lane they block. In a gridlock they wait for that lane themselves.
inline void Ledger::wait_for(PersonId person, const Wait& wait) {
  waits_[person] = wait;
  if (wait.from && wait.from != wait.spot) return waiting_.block(wait.from, wait.spot, now_);
  waiting_.add(wait.spot, 1, now_);
}

inline void Ledger::stop_waiting(PersonId person) {
  Wait& wait = waits_[person];
  if (!wait.spot) return;
  if (wait.from && wait.from != wait.spot) {
    waiting_.unblock(wait.from, now_);
  } else {
    waiting_.remove(wait.spot, 1, now_);
  }
  if (wait.dealt) --deals_[wait.dealt].still_there;
  wait = {};
}

inline void Ledger::called(const Happening& h) {
  stop_waiting(h.person);
  const SpotId spot = spot_of(h.lane);
  settle(spot);
  State& s = spots_[spot];
  s.person = h.person;
  s.hold_up = is_desk_[h.station] ? taken_along_[h.person] : HoldUpId{};
}

inline void Ledger::left(const Happening& h) {
  const SpotId spot = spot_of(h.lane);
  State& s = spots_[spot];
  if (waiting_[spot].ahead || s.jammed) stop_waiting(h.person);
  settle(spot);
  if (s.hold_up) {
    HoldUp& hold_up = hold_ups_[s.hold_up.index()];
    if (hold_up.lane == h.lane) hold_up.lane_free = h.at;
    if (hold_up.station != s.station) taken_along_[h.person] = {};
  }
  s.person = {};
  s.hold_up = {};
  s.jammed = false;
}

}  // namespace gateflow
