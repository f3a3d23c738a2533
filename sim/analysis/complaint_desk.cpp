#include "sim/analysis/complaint_desk.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace gateflow {

namespace {

/// What would be done later is never done; so no sum of spans can overflow.
constexpr Time a_hundred_years = 100 * 365 * 24h;

}  // namespace

std::vector<Time> done_in_order(std::span<const DeskWork> work, unsigned servers) {
  std::priority_queue<Time, std::vector<Time>, std::greater<>> free_at;
  for (unsigned k = 0; k < servers; ++k) free_at.push(Time{});
  std::vector<Time> done;
  done.reserve(work.size());
  for (const DeskWork& piece : work) {
    const Time begins = std::max(piece.comes, free_at.top());
    free_at.pop();
    const Time ends = std::min(begins + piece.takes, a_hundred_years);
    free_at.push(ends);
    done.push_back(ends);
  }
  return done;
}

}  // namespace gateflow
