#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
void Evening<Sink>::on_staffing(StationId id) {
  const Station& station = floor_.station(id);
  StationState& s = world_.stations[id];
  const unsigned lanes = station.staffing[s.next_change++].lanes;
  if (s.next_change < station.staffing.size())
    book(station.staffing[s.next_change].from, Phase::Staffing, id.value);
  for (unsigned k = station.lanes; k-- > lanes;) close_lane(floor_.lanes().at(id, k));
  open_lanes(id, lanes);
  if (floor_.facts(id).serpentine && floor_.facts(id).has_line_limits) more_wait_behind(id, {});
}

/// Lanes open one after the other, and only then are people let in from behind, so that those
/// choose among all of them.
template <class Sink>
void Evening<Sink>::open_lanes(StationId id, unsigned lanes) {
  for (unsigned k = 0; k < lanes; ++k) {
    const LaneId lane_id = floor_.lanes().at(id, k);
    LaneState& lane = world_.lanes[lane_id];
    if (lane.staffed) continue;
    lane.staffed = true;
    const bool at_rest = lane.stage == Stage::Idle;
    if (at_rest) tell_of_lane(What::LaneOpened, lane_id);
    if (lane.broken) continue;
    world_.load[lane_id] &= ~World::closed;
    if (at_rest) take_next(lane_id);
  }
  if (!floor_.facts(id).serpentine) spread_common_line(id);
  for (unsigned k = 0; k < lanes; ++k) let_in(id, floor_.lanes().at(id, k));
}

/// The service that is on is finished; the line is served out or joins the other lanes.
template <class Sink>
void Evening<Sink>::close_lane(LaneId id) {
  LaneState& lane = world_.lanes[id];
  if (!lane.staffed) return;
  lane.staffed = false;
  const bool idle = world_.load[id] == 0;
  world_.load[id] |= World::closed;
  if (idle) --world_.stations[station_of(id)].idle;
  if (station(id).on_close == OnClose::Rejoin)
    for (const GuestId guest : everyone_in(lines_of(id))) join_again(guest);
  if (lane.stage == Stage::Idle && !first_of(lines_of(id))) tell_of_lane(What::LaneClosed, id);
}

/// From the line of a lane that closed, or from the common line, to a lane of the same station.
template <class Sink>
void Evening<Sink>::join_again(GuestId guest) {
  leave_line(guest);
  GuestState& g = state(guest);
  const LaneId lane = choose_lane(floor_, crowd_, world_, guest);
  if (lane && world_.load[lane] == 0) {
    --world_.stations[g.station].idle;
    return call(guest, lane);
  }
  enter_line(guest, lane);
  tell(What::Moved, guest, g.station, lane);
  if (floor_.facts(g.station).has_line_limits) more_wait_behind(g.station, lane);
}

template <class Sink>
void Evening<Sink>::spread_common_line(StationId id) {
  for (const GuestId guest : everyone_in(common_lines_of(id))) join_again(guest);
}

}  // namespace gateflow
