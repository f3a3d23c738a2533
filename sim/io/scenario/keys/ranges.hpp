#pragma once

#include "sim/io/scenario/forms.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

inline constexpr double longest_s = 12.0 * 24 * 3600;  ///< more than any evening
inline constexpr Number positive{.open = true};
inline constexpr Number seconds{.most = longest_s};
inline constexpr Number minutes_above_0{.most = longest_s / 60, .open = true};
inline constexpr Number minutes{.most = longest_s / 60};
inline constexpr Number chance{.most = 1};
inline constexpr Number weight{.most = 1e9};
inline constexpr Whole people_count{.least = 1, .most = Limits::people};
inline constexpr Whole lane_count{.least = 1, .most = Limits::lanes_per_station};
inline constexpr Whole staffed_lanes{.most = Limits::lanes_per_station};
inline constexpr Text name_text{.longest = 200};

}  // namespace gateflow
