#pragma once

#include <cstdint>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/kernel/event_queue.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

/// What kind of event a booking is, and the order of events at one instant: lanes open and come
/// back first, then floaters are done, then people leave lanes, then others come up, then patience
/// ends.
enum class Phase : std::uint8_t {
  Staffing,     ///< subject: station
  Failure,      ///< lane
  Repair,       ///< lane
  Recovery,     ///< lane: its staff are over a scene
  FloaterDue,   ///< guest: a floater is done with them
  LaneDue,      ///< lane: what goes on in it comes to its end
  Reach,        ///< guest: comes up to a station after a walk
  Arrival,      ///< person: never booked, taken from the crowd in order
  PatienceEnd,  ///< guest
};

/// Somebody who is at the venue now. Whoever leaves gives the number back to the next who comes, so
/// that a world stays as small as the people in it.
using GuestId = Id<struct GuestTag>;

/// What a guest is doing.
enum class Doing : std::uint8_t {
  Gone,  ///< nobody has this number now
  Walking,
  Outside,  ///< waiting before a full pen
  InLine,
  InLane,  ///< in service, or blocking
};

/// What a floater has found with a guest, at the station where they are.
enum class Checked : std::uint8_t {
  No,       ///< nothing, or no floater will come
  Awaited,  ///< not yet looked at
  Now,      ///< being looked at
  Found,    ///< has a case, which was or is being handled in the line
  Cleared,  ///< had one, and it is solved
};

/// No row of the case table.
inline constexpr std::uint32_t no_case = UINT32_MAX;

struct alignas(64) GuestState {  // a cache line each
  Time since{};                  ///< when the present wait began
  Time waited{};                 ///< in all lines before the present one
  PersonId person;               ///< of the crowd
  GuestId ahead, behind;         ///< neighbours in the line they stand in
  GuestId mate;                  ///< who arrived just before, in the same group
  LaneId lane;        ///< of the line or the service; while walking: the lane they come from
  StationId station;  ///< where they are or are heading for
  std::uint32_t open_case = no_case;  ///< row of the case they take to the help desk
  ClassId ticket_class;
  GateId gate;
  std::uint8_t leg = 0;  ///< of the route
  Doing doing = Doing::Gone;
  bool at_desk = false;  ///< station is a help desk beside the route
  bool calmed = false;   ///< by a pause, on the way there
  Checked checked = Checked::No;
  std::uint8_t seen = 0;              ///< bad examples at this station, before this line
  std::uint32_t examples_before = 0;  ///< shown to this line before they joined it

  bool operator==(const GuestState&) const = default;
};

/// Guests one behind the other, linked through their states.
struct Line {
  GuestId first, last;
  std::uint32_t size = 0;
  bool operator==(const Line&) const = default;
};

/// What goes on in a lane.
enum class Stage : std::uint8_t {
  Idle,                ///< nobody in it
  Serving,             ///< ordinary service
  Solving,             ///< a case that will be solved in the lane
  Trying,              ///< a case that will not be solved before this step of the ladder ends
  AwaitingDesk,        ///< a case that goes on here until it is solved or the help desk has room
  AwaitingSupervisor,  ///< all are busy; it ends when one is free, or with this step of the ladder
  SupervisorComing,
  SupervisorSolving,
  Granting,  ///< what is asked is being granted
  Pausing,
  Arguing,  ///< refused, not yet gone
  Held,  ///< a what-if: the lane is kept from moving, with somebody who was blocked or with nobody
  HeldInCase,      ///< the same with somebody whose case was being resolved,
  HeldBeforeStep,  ///< or who awaited a place at the desk or a supervisor
  Blocked,         ///< served, no room ahead
};

struct alignas(128) LaneState {
  GuestId guest;
  Stage stage = Stage::Idle;
  bool staffed = false;
  bool broken = false;
  std::uint8_t step = 0;  ///< of the ladder, the next
  bool mistaken = false;  ///< the case is handled for another that it was taken for
  bool calmed = false;    ///< by a pause
  std::uint32_t case_row = no_case;
  Time due = never;       ///< when the stage ends; never while broken or untimed
  Time began{};           ///< when the clock of the stage was last started
  Time left = never;      ///< of the stage, while broken; never: it has no clock
  Time handled{};         ///< of the case, before the present stage
  Time step_began{};      ///< of the ladder, put off while nothing goes on in the lane
  Time handling{};        ///< of the case that is still to do after this stage
  Time work{};            ///< ordinary service of those in its line
  Time running{};         ///< left before the next failure, on the serving clock
  Time fails_at = never;  ///< the failure that is booked
  std::uint32_t failures = 0;
  std::uint32_t heading = 0;   ///< people on their way to exactly this lane
  std::uint32_t examples = 0;  ///< bad ones that its line has been shown
  std::uint32_t scenes = 0;    ///< that still wear on its staff
  Line wanting;                ///< people who can go nowhere else (SameLane)

  bool operator==(const LaneState&) const = default;
};

struct StationState {
  std::uint32_t waiting = 0;      ///< people in its lines
  std::uint32_t heading = 0;      ///< people with a place kept who are still walking
  std::uint32_t idle = 0;         ///< lanes that could serve somebody now
  std::uint32_t next_change = 0;  ///< of the staffing table
  std::uint32_t turns = 0;        ///< services begun, counted where cases are scripted
  std::uint32_t examples = 0;     ///< bad ones that its common line has been shown
  Line wanting;                   ///< who waits for room in the pen: outside, or blocking a lane

  bool operator==(const StationState&) const = default;
};

/// Supervisors who come from one place.
struct SupervisorPool {
  std::uint32_t free = 0;
  std::vector<LaneId> asking{};  ///< lanes that wait for one, the first to be served in front
  bool operator==(const SupervisorPool&) const = default;
};

/// One of the staff who go along the lines of a station.
struct Floater {
  GuestId guest;          ///< none: nobody is left to be checked
  bool handling = false;  ///< the case they found; else looking at the ticket
  Time began{};
  Time due = never;
  bool operator==(const Floater&) const = default;
};

/// Somebody who was to be checked; the number may have passed to another person since.
struct Unchecked {
  GuestId guest;
  PersonId person;
  bool operator==(const Unchecked&) const = default;
};

struct FloaterCrew {
  std::vector<Floater> floaters{};
  std::vector<Unchecked> unchecked{};  ///< the longest waiting first; some of them may have gone
  std::size_t next = 0;                ///< of these: those before are done with
  bool operator==(const FloaterCrew&) const = default;
};

/// The mutable state of an evening, by value: copy it and the evening is forked.
struct World {
  Time now{};
  PersonId next_person{0};  ///< of the crowd, to arrive
  std::uint32_t ended = 0;  ///< people who came to an end
  Table<GuestId, GuestState> guests;
  GuestId free_number;  ///< of the guest who left last; the one before is `behind` that one
  GuestId last_arrived;
  Table<LaneId, LaneState> lanes;
  /// People in each lane, waiting and in service; `closed` is added while nobody may join.
  Table<LaneId, std::uint32_t> load;
  Table<StationId, StationState> stations;
  /// By lane, then by station (the common line), each with one line a priority level.
  std::vector<Line> lines;
  std::vector<SupervisorPool> supervisors;  ///< of each gate, or of the venue
  Table<StationId, FloaterCrew> crews;
  /// Cases scripted by turn or moment that have begun; their rows follow those of the crowd.
  std::vector<CaseRow> scripted_rows;
  std::vector<std::uint8_t> script_done;
  /// A what-if: this person has no case at that touchpoint, only ordinary service.
  PersonId spared;
  TouchpointId spared_at;
  EventQueue queue;

  static constexpr std::uint32_t closed = std::uint32_t{1} << 31;
};

/// The evening before anything happened: nobody there, no lane staffed, nothing booked.
World empty_world(const Floor& floor);

}  // namespace gateflow
