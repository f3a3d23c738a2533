#include "sim/analysis/complaint_desk.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace gateflow {

std::vector<Time> done_in_order(std::span<const DeskWork> work, unsigned servers) {
  std::priority_queue<Time, std::vector<Time>, std::greater<>> free_at;
  for (unsigned k = 0; k < servers; ++k) free_at.push(Time{});
  std::vector<Time> done;
  done.reserve(work.size());
  for (const DeskWork& piece : work) {
    const Time begins = std::max(piece.comes, free_at.top());
    free_at.pop();
    free_at.push(begins + piece.takes);
    done.push_back(begins + piece.takes);
  }
  return done;
}

}  // namespace gateflow
