#pragma once

#include "tests/model/tiny.hpp"

namespace gateflow {

/// A small evening with everything in it by chance: one to three stations of any layout, choice,
/// pen, staffing and breakdowns, a desk, cases with house rules of any step, supervisors, tempers,
/// patience, priorities, groups, walks.
tiny::World random_evening(std::uint64_t seed);

}  // namespace gateflow
