#pragma once

#include <string_view>

namespace gateflow {

/// A headline figure, and what people call it.
struct Headline {
  std::string_view key;
  std::string_view words;
};

inline constexpr Headline evening_headlines[] = {{"came", "came"},
                                                 {"admitted", "admitted"},
                                                 {"turned_away", "turned away"},
                                                 {"gave_up", "gave up"},
                                                 {"still_waiting", "still there at the end"},
                                                 {"in_by_start_share", "in by the start"},
                                                 {"late", "late"},
                                                 {"wait_mean_s", "mean wait"},
                                                 {"wait_p50_s", "half wait at most"},
                                                 {"wait_p95_s", "95 % wait at most"},
                                                 {"wait_p99_s", "99 % wait at most"},
                                                 {"wait_longest_s", "longest wait"},
                                                 {"cases", "cases"},
                                                 {"wrongly_turned_away", "turned away wrongly"},
                                                 {"wrongly_let_on", "let in wrongly"},
                                                 {"cases_held_lanes_s", "cases held lanes"},
                                                 {"cases_own_time_mean_s", "time of the one"},
                                                 {"most_waiting", "most waiting at once"},
                                                 {"last_admission_at_s", "last one in at"}};

}  // namespace gateflow
