#pragma once

#include "sim/model/world.hpp"

namespace gateflow {

/// The lane that a person coming up to their station picks; none: they stand in its common line.
/// With a serpentine line that is the first idle lane. With a line a lane, closed and broken lanes
/// are passed by, as long as there is another; with a full pen only idle lanes are left.
LaneId choose_lane(const Floor& floor, const Crowd& crowd, const World& world, GuestId guest);

/// The first lane of the range that could serve somebody now, or none.
LaneId first_idle(const World& world, LaneId first, LaneRange range);

}  // namespace gateflow
