#include "sim/analysis/lane_times.hpp"

namespace gateflow {

void LaneTimes::closed(LaneId id, Time now) {
  Lane& lane = lanes_[id];
  if (lane.opened == never) return;  // served, after a repair, those who came before it ever opened
  lane.open += now - lane.opened;
  lane.opened = never;
}

void LaneTimes::broke(LaneId id, Time now) {
  Lane& lane = lanes_[id];
  lane.turn_to(lane.activity, now);
  lane.broke = now;
}

void LaneTimes::repaired(LaneId id, Time now) {
  Lane& lane = lanes_[id];
  lane.turn_to(lane.activity, now);
  lane.broken += now - lane.broke;
  lane.broke = never;
}

LaneTime LaneTimes::until(LaneId id, Time end) const {
  Lane lane = lanes_[id];
  lane.turn_to(Activity::None, end);
  if (lane.opened != never) lane.open += end - lane.opened;
  if (lane.broke != never) lane.broken += end - lane.broke;
  const auto spent = [&](Activity activity) {
    return lane.spent[static_cast<std::size_t>(activity)];
  };
  return {.open = lane.open,
          .service = spent(Activity::Service),
          .cases = spent(Activity::Case),
          .blocked = spent(Activity::Blocked),
          .broken = lane.broken};
}

}  // namespace gateflow
