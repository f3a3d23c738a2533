#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/analysis/peak.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/kernel/table.hpp"
#include "sim/kernel/time.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

/// Where one can stand and wait: the line of a lane, the common line of a station, or outside
/// before its pen.
using PlaceId = Id<struct PlaceTag>;

/// People in a zone and its density, while they wait there.
struct ZoneCount {
  Count people;
  std::uint32_t allowed = UINT32_MAX;  ///< the most that the goal for density has room for
  Time above_since = never;            ///< never: not above it now
  Time first_above = never;
  Time above{};  ///< in all, up to above_since
};

/// Who waits where, live: lines, stations, zones, and all.
class WaitingLines {
 public:
  explicit WaitingLines(const Floor& floor);

  PlaceId line_of(StationId station, LaneId lane) const {
    return lane ? PlaceId{lane.index()} : PlaceId{lanes_ + station.index()};
  }
  PlaceId outside(StationId station) const {
    return PlaceId{lanes_ + stations_.size() + station.index()};
  }

  void stand(PlaceId place, Time now);
  void go(PlaceId place, Time now);

  const Count& at(PlaceId place) const { return places_[place].people; }
  const Count& at(StationId station) const { return stations_[station]; }
  const ZoneCount& at(ZoneId zone) const { return zones_[zone]; }
  const Count& all() const { return all_; }

 private:
  struct Place {
    Count people;
    StationId station;
    ZoneId zone;  ///< none outside
  };

  std::size_t lanes_;
  Table<PlaceId, Place> places_;
  Table<StationId, Count> stations_;
  Table<ZoneId, ZoneCount> zones_;
  Count all_;
};

inline void WaitingLines::stand(PlaceId id, Time now) {
  Place& place = places_[id];
  place.people.add(now);
  stations_[place.station].add(now);
  all_.add(now);
  if (!place.zone) return;
  ZoneCount& zone = zones_[place.zone];
  zone.people.add(now);
  if (zone.people.now() != zone.allowed + 1) return;
  zone.above_since = now;
  if (zone.first_above == never) zone.first_above = now;
}

inline void WaitingLines::go(PlaceId id, Time now) {
  Place& place = places_[id];
  place.people.remove();
  stations_[place.station].remove();
  all_.remove();
  if (!place.zone) return;
  ZoneCount& zone = zones_[place.zone];
  zone.people.remove();
  if (zone.people.now() != zone.allowed) return;
  zone.above += now - zone.above_since;
  zone.above_since = never;
}

}  // namespace gateflow
