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
  for (; !queue.empty(); queue.pop()) order.push_back(queue.next().subject);
  CHECK(order == std::vector<std::uint32_t>{12, 13, 11, 10});
}

TEST_CASE("what is booked at the instant that was just taken comes after it") {
  EventQueue queue;
  queue.book(1s, 0, 1);
  queue.book(3s, 0, 3);
  queue.pop();
  CHECK(queue.size() == 1);
  queue.book(1s, 0, 2);
  CHECK(queue.next().subject == 2);
  CHECK(queue.has_before(1s, 1));
  CHECK_FALSE(queue.has_before(1s, 0));
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
        REQUIRE(queue.has_before(at, static_cast<std::uint8_t>(expected.phase + 1)));
        REQUIRE_FALSE(queue.has_before(at, expected.phase));
        REQUIRE(queue.next() == expected);
        queue.pop();
      }
      REQUIRE(queue.size() == plain.size());
      if (step % 50 == 0) {
        const EventQueue copy = queue;
        REQUIRE(copy.in_order() == plain.in_order());
      }
    }
  }
}
