#pragma once

#include "sim/crowd/crowd.hpp"

namespace gateflow {

/// The crowd without that share of the people, group by group, by luck. A draw of each group alone
/// decides, whatever the arrivals are: nobody else's luck shifts, and whoever stays away at one
/// share does so at every higher one. Requires a whole crowd and a share from 0 to 1.
Crowd without_those_who_stay_away(const Crowd& crowd, double share);

}  // namespace gateflow
