#include "sim/kernel/event_queue.hpp"

#include <algorithm>

namespace gateflow {

std::vector<Booking> EventQueue::in_order() const {
  std::vector<Key> sorted(heap_.begin() + (hole_ ? 1 : 0), heap_.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<Booking> bookings;
  bookings.reserve(sorted.size());
  for (const Key& key : sorted) bookings.push_back(unpack(key));
  return bookings;
}

}  // namespace gateflow
