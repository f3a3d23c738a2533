#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "sim/analysis/lane_times.hpp"
#include "sim/analysis/minute_curves.hpp"
#include "sim/analysis/waiting_lines.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// How the evening went for a person.
enum class Fate : std::uint8_t {
  Away,   ///< has not come to the door yet
  There,  ///< came, and is still on the way in
  Admitted,
  TurnedAway,
  GaveUp,  ///< or left at the sight of the line
  NeverCame,
};
inline constexpr std::size_t fates = 6;

/// Sink: counts while the evening runs all that its summary needs, and stores no happening.
class Tally {
 public:
  Tally(const Floor& floor, const Crowd& crowd);

  void operator()(const Happening& happening);

  struct Person {
    Time since{};   ///< the present wait began; once it is over for them: when that was
    Time waited{};  ///< in all waits that are over
    PlaceId place;  ///< where they wait; none: they do not
    Fate fate = Fate::Away;

    bool in_case = false;  ///< that has not ended

    bool came() const { return fate != Fate::Away && fate != Fate::NeverCame; }
    bool is_over() const { return fate >= Fate::Admitted; }
  };

  struct AtStation {
    std::vector<Time> waits;  ///< of those who were called, in that order
    std::size_t gave_up = 0;
    Time last_left = never;  ///< a lane or a line of it
  };

  struct OfKind {
    std::size_t arose = 0, found = 0, cleared = 0, solved = 0, stepped_aside = 0, supervised = 0,
                granted = 0;
    std::size_t let_on = 0, turned_away = 0, gave_up = 0;  ///< how it ended for the one
    Time in_lane{};        ///< from when they arose until they were solved or had left the lane
    Time for_the_one{};    ///< from when they arose until they had ended
    Time by_supervisor{};  ///< of which a supervisor was there
    Time at_desk{};        ///< service at the help desk
    bool operator==(const OfKind&) const = default;
  };

  /// A case that has ended for the one; whether it was granted.
  struct Ended {
    PersonId person;
    CaseId kind;
    bool granted = false;
    bool operator==(const Ended&) const = default;
  };

  const Table<PersonId, Person>& people() const { return people_; }
  const AtStation& at(StationId station) const { return stations_[station]; }
  AtStation& at(StationId station) { return stations_[station]; }
  const Table<CaseId, OfKind>& cases() const { return cases_; }
  /// In the order in which they ended.
  const std::vector<Ended>& ended_cases() const { return ended_; }
  const WaitingLines& lines() const { return lines_; }
  const LaneTimes& lanes() const { return lanes_; }
  const CurveRecorder& curves() const { return curves_; }
  /// When the last happening was.
  Time last() const { return last_; }

  /// To be called once nothing more happens: brings the counts up to that instant.
  void close(Time end);

 private:
  struct OpenCase {
    CaseId kind;  ///< none: no case is open
    Time since{};
    Time cleared = never;  ///< by a floater, in the line
    bool supervised = false;
    Time supervised_since{};
    bool granted = false;
    bool aside = false;  ///< sent to the desk
    Time at_desk_since = never;
  };

  void settle();
  void stood_outside(const Happening& h);
  void joined(const Happening& h);
  void moved(const Happening& h);
  void called(const Happening& h);
  void called_in_case(const Happening& h);
  void case_came_up(const Happening& h);
  void case_arose(const Happening& h);
  void cleared(const Happening& h);
  void leave_line(Person& person, const Happening& h);
  void end_case(LaneId lane, Time now);
  void end_for_the_one(const Happening& h, std::size_t OfKind::*how);
  void ended_for_the_one(const Happening& h, std::size_t OfKind::*how);
  void left(const Happening& h);
  void gave_up(const Happening& h);
  void turned_away(const Happening& h);
  void over(const Happening& h, Fate fate);

  WaitingLines lines_;
  LaneTimes lanes_;
  CurveRecorder curves_;
  Table<PersonId, Person> people_;
  Table<StationId, AtStation> stations_;
  Table<CaseId, OfKind> cases_;
  Table<LaneId, OpenCase> open_cases_;
  std::map<PersonId, OpenCase> of_person_;  ///< of those in a case
  std::vector<Ended> ended_;
  /// Has just joined a line, and may be called at once: then they never stood in it.
  PersonId joining_;
  Time last_{};
};

inline void Tally::operator()(const Happening& h) {
  const bool walks_straight_up = h.what == What::Called && h.person == joining_;
  if (joining_ && !walks_straight_up) settle();
  curves_.move_to(h.at, lines_);
  last_ = h.at;
  switch (h.what) {
    case What::NeverCame:
      return over(h, Fate::NeverCame);
    case What::Arrived:
      people_[h.person].fate = Fate::There;
      return curves_.arrived();
    case What::StoodOutside:
      return stood_outside(h);
    case What::Joined:
      return joined(h);
    case What::Moved:
      return moved(h);
    case What::Called:
      return called(h);
    case What::CaseFound:
      ++cases_[h.kind].found;
      return case_came_up(h);
    case What::CaseArose:
      return case_arose(h);
    case What::CaseSolved:
      if (!h.lane) return cleared(h);
      cases_[h.kind].solved += !open_cases_[h.lane].supervised;
      return end_case(h.lane, h.at);
    case What::SteppedAside:
      ++cases_[h.kind].stepped_aside;
      of_person_[h.person].aside = true;
      return leave_line(people_[h.person], h);
    case What::SupervisorCame:
      ++cases_[h.kind].supervised;
      open_cases_[h.lane].supervised = true;
      open_cases_[h.lane].supervised_since = h.at;
      return;
    case What::Granted:
      ++cases_[h.kind].granted;
      of_person_[h.person].granted = true;
      return end_case(h.lane, h.at);
    case What::Served:
      return end_for_the_one(h, &OfKind::let_on);
    case What::Blocked:
      return lanes_.blocked(h.lane, h.at);
    case What::Left:
      return left(h);
    case What::Baulked:
    case What::GaveUp:
      return gave_up(h);
    case What::TurnedAway:
      return turned_away(h);
    case What::Admitted:
      curves_.admitted();
      return over(h, Fate::Admitted);
    case What::LaneOpened:
      return lanes_.opened(h.lane, h.at);
    case What::LaneClosed:
      return lanes_.closed(h.lane, h.at);
    case What::LaneBroke:
      return lanes_.broke(h.lane, h.at);
    case What::LaneRepaired:
      return lanes_.repaired(h.lane, h.at);
  }
}

inline void Tally::end_for_the_one(const Happening& h, std::size_t OfKind::*how) {
  if (people_[h.person].in_case) [[unlikely]]
    ended_for_the_one(h, how);
}

}  // namespace gateflow
