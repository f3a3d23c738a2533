#pragma once

#include "sim/analysis/summarize.hpp"
#include "tests/model/tiny.hpp"

namespace gateflow {

/// The figures of a small evening.
inline Summary summary_of(const tiny::World& world) {
  const Floor floor(world.scenario);
  Tally tally(floor, world.crowd);
  run_evening(floor, world.crowd, tally);
  return summarize(floor, world.crowd, std::move(tally));
}

}  // namespace gateflow
