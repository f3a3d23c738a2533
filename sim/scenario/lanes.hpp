#pragma once

#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// The lanes of a venue, numbered through: station after station, in the scenario's order.
class Lanes {
 public:
  explicit Lanes(const Scenario& scenario);

  std::size_t size() const { return station_.size(); }
  LaneId first(StationId station) const { return first_[station]; }
  unsigned count(StationId station) const { return count_[station]; }
  LaneId at(StationId station, unsigned number) const {
    return LaneId{first_[station].index() + number};
  }
  StationId station(LaneId lane) const { return station_[lane]; }
  /// Its number within the station, from 0.
  unsigned number(LaneId lane) const { return lane.value - first_[station_[lane]].value; }

 private:
  Table<StationId, LaneId> first_;
  Table<StationId, unsigned> count_;
  Table<LaneId, StationId> station_;
};

}  // namespace gateflow
