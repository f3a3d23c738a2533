#pragma once

#include <algorithm>

#include "sim/crowd/crowd.hpp"
#include "sim/model/world.hpp"

namespace gateflow {

/// When somebody who waits now will have waited as long as they are willing to; never: they are
/// willing to wait for ever. Requires a crowd with patience.
inline Time gives_up_at(const Crowd& crowd, const GuestState& guest) {
  const Time patience = crowd.patience[guest.person];
  return patience == never ? never : guest.since + std::max(patience - guest.waited, Time{});
}

}  // namespace gateflow
