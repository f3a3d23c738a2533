#include "sim/kernel/event_queue.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <tuple>

using namespace gateflow;

namespace {

/// The same by a sorted map, where nothing can go wrong.
class PlainQueue {
 public:
  void book(const Booking& booking) { map_[{booking.at, booking.phase, number_++}] = booking; }
  Booking take() {
    const Booking first = map_.begin()->second;
    map_.erase(map_.begin());
    return first;
  }
  std::vector<Booking> in_order() const {
    std::vector<Booking> all;
    for (const auto& [key, booking] : map_) all.push_back(booking);
    return all;
  }
  std::size_t size() const { return map_.size(); }

 private:
  std::map<std::tuple<Time, std::uint8_t, unsigned>, Booking> map_;
  unsigned number_ = 0;
};

}  // namespace

TEST_CASE("events of one instant come by phase, then as they were booked") {
  EventQueue queue;
  queue.book(2s, 1, 10);
  queue.book(1s, 3, 11);
  queue.book(1s, 1, 12);
  queue.book(1s, 1, 13);
  std::vector<std::uint32_t> order;
  while (const auto next = queue.take_before(3s, 0)) order.push_back(next->subject);
  CHECK(order == std::vector<std::uint32_t>{12, 13, 11, 10});
}

TEST_CASE("what is booked at the instant that was just taken comes after it") {
  EventQueue queue;
  queue.book(1s, 0, 1);
  queue.book(3s, 0, 3);
  CHECK(queue.take_before(2s, 0) == Booking{1s, 0, 1});
  CHECK(queue.size() == 1);
  queue.book(1s, 0, 2);
  CHECK(queue.size() == 2);
  CHECK(queue.take_before(2s, 0) == Booking{1s, 0, 2});
}

TEST_CASE("an event is taken only if it comes before that instant and phase") {
  EventQueue queue;
  queue.book(2s, 1, 7);
  CHECK_FALSE(queue.take_before(1s, 15));
  CHECK_FALSE(queue.take_before(2s, 1));
  CHECK(queue.size() == 1);
  CHECK(queue.take_before(2s, 2) == Booking{2s, 1, 7});
  CHECK_FALSE(queue.take_before(3s, 0));
}

TEST_CASE("the heap agrees with a sorted map, whatever is booked and taken") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::uint64_t state = seed * 2654435761u + 1;
    const auto dice = [&](std::uint64_t sides) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      return (state >> 33) % sides;
    };
    EventQueue queue;
    PlainQueue plain;
    for (unsigned step = 0; step < 300; ++step) {
      if (plain.size() == 0 || dice(100) < 52) {
        const Booking booking{Time{static_cast<std::int64_t>(dice(20))},
                              static_cast<std::uint8_t>(dice(3)), step};
        queue.book(booking.at, booking.phase, booking.subject);
        plain.book(booking);
      } else {
        const Booking expected = plain.take();
        const Time at = expected.at;
        REQUIRE_FALSE(queue.take_before(at, expected.phase));
        const auto next_phase = static_cast<std::uint8_t>(expected.phase + 1);
        REQUIRE(queue.take_before(at, next_phase) == expected);
      }
      REQUIRE(queue.size() == plain.size());
      if (step % 50 == 0) {
        const EventQueue copy = queue;
        REQUIRE(copy.in_order() == plain.in_order());
      }
    }
  }
}
