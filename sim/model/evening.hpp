#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/purpose.hpp"
#include "sim/kernel/draws.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/lane_choice.hpp"
#include "sim/model/world.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

#define GATEFLOW_HOT [[gnu::always_inline]] inline
/// Kept out of the hot pages, whose registers it would take.
#define GATEFLOW_RARE [[gnu::noinline]]

/// Moves a world through its evening. It holds no state of its own: stop it anywhere, copy the
/// world, and go on with either.
///
/// The sink is called with every Happening, in order, at compile time: one that ignores a kind of
/// happening costs nothing for it. Each page of the model is a header of this folder.
template <class Sink>
class Evening {
 public:
  /// All must outlive the evening; the crowd must have been drawn from the floor's scenario.
  Evening(const Floor& floor, const Crowd& crowd, World& world, Sink& sink)
      : floor_(floor), crowd_(crowd), world_(world), sink_(sink) {}

  /// Books the staffing and the failures of an empty world.
  void open();

  /// Everything that happens up to that instant, inclusive.
  void run_until(Time stop);

  /// A what-if: from now on the lane moves `span` later than it would. Whoever is in it stays that
  /// much longer; an idle lane serves nobody meanwhile. False, and nothing changes: it is closed or
  /// broken down, so nobody could be held up in it.
  bool hold(LaneId lane, Time span);

 private:
  Time first_instant() const;
  GATEFLOW_HOT void on(const Booking& event);

  // arriving.hpp: from the street to a line
  GATEFLOW_HOT void arrive(PersonId person);
  GATEFLOW_HOT GuestId free_number();
  GATEFLOW_HOT GuestId welcome(PersonId person);
  GATEFLOW_HOT void come_up(GuestId guest);
  void reach(GuestId guest);
  bool join(GuestId guest);
  GATEFLOW_HOT void stand_in_line(GuestId guest, LaneId lane);
  GATEFLOW_HOT bool baulks(GuestId guest, LaneId lane) const;

  // lines.hpp: who stands behind whom
  GATEFLOW_HOT Line& line_of(GuestId guest);
  GATEFLOW_HOT std::span<const Line> lines_of(LaneId lane) const;
  GATEFLOW_HOT std::span<const Line> common_lines_of(StationId station) const;
  GATEFLOW_HOT void append(Line& line, GuestId guest);
  GATEFLOW_HOT void remove(Line& line, GuestId guest);
  GATEFLOW_HOT void enter_line(GuestId guest, LaneId lane);
  GATEFLOW_HOT void leave_line(GuestId guest);
  GATEFLOW_HOT GuestId first_of(std::span<const Line> lines) const;
  GATEFLOW_HOT GuestId first_for(LaneId lane) const;
  std::vector<GuestId> everyone_in(std::span<const Line> lines) const;

  // serving.hpp: what goes on in a lane
  GATEFLOW_HOT bool take_next(LaneId lane);
  GATEFLOW_HOT void call_next(LaneId lane);
  GATEFLOW_HOT void call(GuestId guest, LaneId lane);
  GATEFLOW_HOT Time effort_of(GuestId guest) const;
  GATEFLOW_HOT void on_due(LaneId lane);
  GATEFLOW_HOT void ordinary_service_over(LaneId lane);
  GATEFLOW_HOT void served(LaneId lane);
  GATEFLOW_RARE void refuse(LaneId lane);
  GATEFLOW_HOT void free(LaneId lane);
  GATEFLOW_HOT void start_clock(LaneId lane, Stage stage, Time span);
  GATEFLOW_RARE void begin_stage(LaneId lane, Stage stage, Time span);
  GATEFLOW_HOT void stop_clock(LaneId lane);

  // holding.hpp: a hold-up from outside
  bool hold_case(LaneId lane, Stage held, Time span);
  void release(LaneId lane);

  // cases.hpp: the one who blocks
  const CaseRow& case_row(std::uint32_t row) const;
  GATEFLOW_HOT std::uint32_t case_of(GuestId guest, StationId station, std::uint8_t seen) const;
  GATEFLOW_RARE void follow_script(GuestId guest, StationId station);
  CaseRow scripted_row(GuestId guest, std::size_t script) const;
  GATEFLOW_RARE void open_case(LaneId lane, std::uint32_t row);
  GATEFLOW_RARE void solved(LaneId lane);

  // house_rules.hpp: what the house does about a case, step by step
  const CaseRow& case_in(LaneId lane) const { return case_row(world_.lanes[lane].case_row); }
  CaseId taken_for(LaneId lane) const;
  RuleId rule_in(LaneId lane) const;
  const RuleStep& step_in(LaneId lane) const;
  double temper_of(const CaseRow& row, double Temper::*effect) const;
  Time calm(bool calmed, const CaseRow& row, Time handling) const;
  GATEFLOW_RARE void next_step(LaneId lane);
  void take_step(LaneId lane);
  void take(const Resolve& step, LaneId lane);
  void take(const CallSupervisor& step, LaneId lane);
  void take(const StepAside& step, LaneId lane);
  void take(const GiveIn& step, LaneId lane);
  void take(const Pause& step, LaneId lane);
  void take(const TurnAway& step, LaneId lane);
  GATEFLOW_RARE void granted(LaneId lane);
  GATEFLOW_RARE void paused(LaneId lane);
  StationId desk_of(LaneId lane) const;
  void go_to_desk(LaneId lane);

  // holding_the_lane.hpp: how long the one in front is worth the wait of those behind
  unsigned waiting_behind(LaneId lane) const;
  bool is_resolving(LaneId lane) const;
  Time held_until(LaneId lane) const;
  GATEFLOW_RARE void keep_resolving(LaneId lane);
  GATEFLOW_RARE void on_trying_due(LaneId lane);
  GATEFLOW_RARE void put_down(LaneId lane);
  GATEFLOW_RARE void more_wait_behind(StationId station, LaneId lane);
  void reconsider(LaneId lane);

  // supervisors.hpp
  SupervisorPool& supervisors_for(LaneId lane);
  void send_supervisor(LaneId lane);
  GATEFLOW_RARE void stop_asking(LaneId lane);
  GATEFLOW_RARE void supervisor_came(LaneId lane);
  GATEFLOW_RARE void supervisor_done(LaneId lane);

  // floaters.hpp: staff who look at tickets along the line
  GATEFLOW_RARE void to_be_checked(GuestId guest);
  GuestId longest_unchecked(StationId station);
  void look_at_next(StationId station, Floater& floater);
  void keep_floater(Floater& floater, bool handling, Time span);
  GATEFLOW_RARE void on_floater_due(GuestId guest);
  void looked_at(GuestId guest, Floater& floater);
  std::optional<FirstAside> aside_from_line(GuestId guest, std::uint32_t row) const;
  void handled_in_line(GuestId guest, Floater& floater);
  void cleared(GuestId guest, Floater& floater, std::uint32_t row);
  void send_from_line(GuestId guest, Floater& floater, std::uint32_t row, StationId desk);
  GATEFLOW_RARE Time let_go(GuestId guest);

  // witnesses.hpp: what others see of a case, and what it does to the staff
  bool is_fault_of_the_house(CaseId kind) const;
  void set_bad_example(StationId station, LaneId lane);
  void restore_order(LaneId lane);
  void make_a_scene(LaneId lane);
  GATEFLOW_RARE void on_recovery(LaneId lane);
  Time in_mood(LaneId lane, Time service) const;

  // moving_on.hpp: room ahead and spill-back
  GATEFLOW_HOT bool has_room(StationId station, LaneId from) const;
  GATEFLOW_HOT LaneId straight_on(StationId station, LaneId from) const;
  GATEFLOW_HOT Line& wanting(StationId station, LaneId from);
  GATEFLOW_HOT void move_on(LaneId lane);
  StationId ahead_of(LaneId lane) const;
  void set_out(GuestId guest, StationId station, Time walk);
  GATEFLOW_HOT void let_in(StationId station, LaneId freed);
  GATEFLOW_RARE void let_in(Line& wanting, StationId station);

  // leaving.hpp: the ends
  GATEFLOW_HOT void book_patience(GuestId guest);
  GATEFLOW_RARE void on_patience_end(GuestId guest);
  GATEFLOW_HOT void end(GuestId guest, What how);

  // staffing.hpp: lanes open and close
  GATEFLOW_RARE void on_staffing(StationId station);
  void open_lanes(StationId station, unsigned lanes);
  void close_lane(LaneId lane);
  void join_again(GuestId guest);
  void spread_common_line(StationId station);

  // breaking_down.hpp: lanes fail and are repaired
  Time draw_running(LaneId lane) const;
  Time draw_repair(LaneId lane) const;
  std::uint64_t draw_index(LaneId lane) const;
  void start_breakdowns(StationId station);
  GATEFLOW_RARE void watch_for_failure(LaneId lane, Time span);
  GATEFLOW_RARE void stop_watching(LaneId lane);
  GATEFLOW_RARE void on_failure(LaneId lane);
  GATEFLOW_RARE void on_repair(LaneId lane);

  GATEFLOW_HOT void book(Time at, Phase phase, std::uint32_t subject) {
    world_.queue.book(at, static_cast<std::uint8_t>(phase), subject);
  }
  GATEFLOW_HOT void tell(What what, GuestId guest, StationId station, LaneId lane,
                         CaseId kind = {}) {
    sink_(Happening{world_.now, state(guest).person, station, lane, kind, what});
  }
  void tell_of_lane(What what, LaneId lane) {
    const GuestId guest = world_.lanes[lane].guest;
    const PersonId person = guest ? state(guest).person : PersonId{};
    sink_(Happening{world_.now, person, station_of(lane), lane, {}, what});
  }

  GuestState& state(GuestId guest) { return world_.guests[guest]; }
  const GuestState& state(GuestId guest) const { return world_.guests[guest]; }
  std::span<const Leg> route_of(const GuestState& g) const {
    return floor_.route(g.ticket_class, g.gate);
  }
  StationId station_of(LaneId lane) const { return floor_.lanes().station(lane); }
  const Station& station(LaneId lane) const { return floor_.station(station_of(lane)); }
  const StationFacts& facts(LaneId lane) const { return floor_.facts(station_of(lane)); }

  const Floor& floor_;
  const Crowd& crowd_;
  World& world_;
  Sink& sink_;
};

/// Of the first staffing or arrival: from then on lanes without a staffing table are open.
template <class Sink>
Time Evening<Sink>::first_instant() const {
  Time first = crowd_.whole_from;
  if (crowd_.size() > 0) first = std::min(first, crowd_.arrival[PersonId{0}]);
  for (const Station& station : floor_.scenario().stations)
    if (!station.staffing.empty()) first = std::min(first, station.staffing.front().from);
  return first == never ? Time{} : first;
}

template <class Sink>
void Evening<Sink>::open() {
  world_.now = first_instant();
  for (const StationId id : keys_of(world_.stations)) {
    const Station& station = floor_.station(id);
    if (station.staffing.empty()) {
      open_lanes(id, station.lanes);
    } else {
      book(station.staffing.front().from, Phase::Staffing, id.value);
    }
    if (station.breakdowns) start_breakdowns(id);
  }
}

template <class Sink>
void Evening<Sink>::run_until(Time stop) {
  constexpr auto arrival = static_cast<std::uint8_t>(Phase::Arrival);
  const std::size_t people = crowd_.size();
  while (world_.ended < people) {
    const PersonId person = world_.next_person;
    const Time coming = person.index() < people ? crowd_.arrival[person] : never;
    const bool comes = coming <= stop;
    const Time until = comes ? coming : stop + Time{1};
    if (const auto event = world_.queue.take_before(until, comes ? arrival : std::uint8_t{0})) {
      world_.now = event->at;
      on(*event);
    } else {
      if (!comes) return;
      world_.now = coming;
      world_.next_person = PersonId{person.index() + 1};
      arrive(person);
    }
  }
}

template <class Sink>
void Evening<Sink>::on(const Booking& event) {
  switch (static_cast<Phase>(event.phase)) {
    case Phase::Staffing:
      return on_staffing(StationId{event.subject});
    case Phase::Failure:
      return on_failure(LaneId{event.subject});
    case Phase::Repair:
      return on_repair(LaneId{event.subject});
    case Phase::Recovery:
      return on_recovery(LaneId{event.subject});
    case Phase::FloaterDue:
      return on_floater_due(GuestId{event.subject});
    case Phase::LaneDue:
      return on_due(LaneId{event.subject});
    case Phase::Reach:
      return reach(GuestId{event.subject});
    case Phase::Arrival:
      return;
    case Phase::PatienceEnd:
      return on_patience_end(GuestId{event.subject});
  }
}

/// The whole evening of that crowd: to the scenario's cut, or until nobody is left who can move.
template <class Sink>
World run_evening(const Floor& floor, const Crowd& crowd, Sink& sink) {
  World world = empty_world(floor);
  Evening<Sink> evening(floor, crowd, world, sink);
  evening.open();
  evening.run_until(std::min(floor.scenario().until, horizon));
  return world;
}

}  // namespace gateflow

#include "sim/model/arriving.hpp"
#include "sim/model/breaking_down.hpp"
#include "sim/model/cases.hpp"
#include "sim/model/floaters.hpp"
#include "sim/model/holding.hpp"
#include "sim/model/holding_the_lane.hpp"
#include "sim/model/house_rules.hpp"
#include "sim/model/leaving.hpp"
#include "sim/model/lines.hpp"
#include "sim/model/moving_on.hpp"
#include "sim/model/serving.hpp"
#include "sim/model/staffing.hpp"
#include "sim/model/supervisors.hpp"
#include "sim/model/witnesses.hpp"
