#pragma once

#include "sim/model/evening.hpp"

namespace gateflow {

template <class Sink>
Time Evening<Sink>::draw_running(LaneId id) const {
  const Station& s = station(id);
  const double u = stream_of(crowd_.luck, s.name, "running")(draw_index(id));
  return from_seconds(quantile(s.breakdowns->every_s, u));
}

template <class Sink>
Time Evening<Sink>::draw_repair(LaneId id) const {
  const Station& s = station(id);
  const double u = stream_of(crowd_.luck, s.name, "repair")(draw_index(id));
  return from_seconds(quantile(s.breakdowns->repair_s, u));
}

/// A lane's k-th failure has its own luck, whatever happens in the other lanes.
template <class Sink>
std::uint64_t Evening<Sink>::draw_index(LaneId id) const {
  constexpr std::uint64_t failures_per_lane = std::uint64_t{1} << 22;
  return floor_.lanes().number(id) * failures_per_lane + world_.lanes[id].failures;
}

template <class Sink>
void Evening<Sink>::start_breakdowns(StationId id) {
  for (unsigned k = 0; k < floor_.station(id).lanes; ++k) {
    const LaneId lane = floor_.lanes().at(id, k);
    world_.lanes[lane].running = draw_running(lane);
    if (!floor_.station(id).breakdowns->only_while_serving)
      book(world_.now + world_.lanes[lane].running, Phase::Failure, lane.value);
  }
}

/// Whether a lane runs, on the serving clock: somebody works in it, or people argue or block.
inline bool is_running(Stage stage) {
  return stage != Stage::AwaitingSupervisor && stage != Stage::Held && stage != Stage::HeldInCase &&
         stage != Stage::HeldBeforeStep;
}

/// On the serving clock: will the lane fail before this stage ends?
template <class Sink>
void Evening<Sink>::watch_for_failure(LaneId id, Time span) {
  LaneState& lane = world_.lanes[id];
  if (!station(id).breakdowns->only_while_serving || !is_running(lane.stage)) return;
  if (lane.running >= span) return;
  lane.fails_at = world_.now + lane.running;
  book(lane.fails_at, Phase::Failure, id.value);
}

template <class Sink>
void Evening<Sink>::stop_watching(LaneId id) {
  LaneState& lane = world_.lanes[id];
  if (!station(id).breakdowns->only_while_serving || lane.broken || !is_running(lane.stage)) return;
  lane.running -= world_.now - lane.began;
  lane.fails_at = never;
}

template <class Sink>
void Evening<Sink>::on_failure(LaneId id) {
  LaneState& lane = world_.lanes[id];
  const bool serving_clock = station(id).breakdowns->only_while_serving;
  if (serving_clock && lane.fails_at != world_.now) return;
  const Time repair = draw_repair(id);
  ++lane.failures;
  lane.running = draw_running(id);
  lane.fails_at = never;
  lane.broken = true;
  if (world_.load[id] == 0) --world_.stations[station_of(id)].idle;
  world_.load[id] |= World::closed;
  lane.left = lane.due == never ? never : lane.due - world_.now;
  if (is_resolving(id)) put_down(id);
  lane.due = never;
  lane.step_began += repair;
  tell_of_lane(What::LaneBroke, id);
  book(world_.now + repair, Phase::Repair, id.value);
}

template <class Sink>
void Evening<Sink>::on_repair(LaneId id) {
  LaneState& lane = world_.lanes[id];
  lane.broken = false;
  tell_of_lane(What::LaneRepaired, id);
  if (!station(id).breakdowns->only_while_serving)
    book(world_.now + lane.running, Phase::Failure, id.value);
  if (lane.staffed) world_.load[id] &= ~World::closed;
  if (lane.stage == Stage::Idle) {
    if (lane.staffed || first_of(lines_of(id))) call_next(id);
  } else if (is_resolving(id)) {
    keep_resolving(id);
  } else if (lane.left != never) {
    start_clock(id, lane.stage, lane.left);
  }
}

}  // namespace gateflow
