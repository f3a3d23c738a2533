#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// What is booked to happen: at which instant, in which phase of that instant, to whom.
/// The phase orders events of one instant and tells what kind of event it is.
struct Booking {
  Time at;
  std::uint8_t phase;
  std::uint32_t subject;

  bool operator==(const Booking&) const = default;
};

/// Bookings in the order (time, phase, booking order): a 4-ary heap of packed 128-bit keys, four
/// children to a cache line (the fastest at our sizes). What is taken from the top leaves a hole
/// there, which the next booking fills: mostly the two come together, and cost one way down.
///
/// Key, high to low: time in microseconds and phase (60 + 4 bits), booking number (32), subject
/// (32). The booking number makes every key distinct, so one comparison orders everything.
class EventQueue {
 public:
  static constexpr std::uint8_t phases = 16;

  /// Requires 0 <= at, phase < phases, and fewer than 2^32 bookings in the life of the queue.
  [[gnu::always_inline]] void book(Time at, std::uint8_t phase, std::uint32_t subject) {
    assert(at >= Time::zero() && phase < phases && booked_ != UINT32_MAX);
    const Key key{when(at, phase), std::uint64_t{booked_++} << 32 | subject};
    if (hole_) {
      hole_ = false;
      return settle(key);
    }
    heap_.push_back(key);
    sift_up(heap_.size() - 1, key);
  }

  std::size_t size() const { return heap_.size() - (hole_ ? 1 : 0); }

  /// Takes the next booking, if it comes before anything that happens at that instant in that
  /// phase.
  [[gnu::always_inline]] std::optional<Booking> take_before(Time at, std::uint8_t phase) {
    if (hole_) close_hole();
    if (heap_.empty() || heap_.front().when >= when(at, phase)) return std::nullopt;
    hole_ = true;
    return unpack(heap_.front());
  }

  /// All bookings in the order in which they would come: two queues with equal lists have equal
  /// futures, whatever happened before.
  std::vector<Booking> in_order() const;

 private:
  static constexpr int phase_bits = 4;

  struct Key {
    std::uint64_t when;
    std::uint64_t who;

    __extension__ using Whole = unsigned __int128;  // compares in two instructions, no branch
    Whole whole() const { return Whole{when} << 64 | who; }
    bool operator<(const Key& other) const { return whole() < other.whole(); }
  };

  static std::uint64_t when(Time at, std::uint8_t phase) {
    return static_cast<std::uint64_t>(at.count()) << phase_bits | phase;
  }

  static Booking unpack(const Key& key) {
    return {Time{static_cast<std::int64_t>(key.when >> phase_bits)},
            static_cast<std::uint8_t>(key.when & (phases - 1)),
            static_cast<std::uint32_t>(key.who)};
  }

  void close_hole() {
    hole_ = false;
    const Key last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) settle(last);
  }

  void sift_up(std::size_t hole, Key key) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(key < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = key;
  }

  /// Fills the hole at the top.
  [[gnu::always_inline]] void settle(Key key) {
    if (heap_.size() == 1)
      heap_.front() = key;
    else
      sift_down(key);
  }

  [[gnu::noinline]] void sift_down(Key key) {
    const std::size_t size = heap_.size();
    std::size_t hole = 0;
    for (std::size_t first = 1; first < size; first = 4 * hole + 1) {
      const std::size_t least = first + 3 < size ? least_of_four(first) : least_of(first, size);
      if (!(heap_[least] < key)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = key;
  }

  /// Without a branch: which child is least cannot be foreseen.
  std::size_t least_of_four(std::size_t first) const {
    const Key* const k = heap_.data() + first;
    const std::size_t left = k[1] < k[0];
    const std::size_t right = 2 + std::size_t{k[3] < k[2]};
    return first + left + (right - left) * std::size_t{k[right] < k[left]};
  }

  std::size_t least_of(std::size_t first, std::size_t end) const {
    std::size_t least = first;
    for (std::size_t child = first + 1; child < end; ++child)
      if (heap_[child] < heap_[least]) least = child;
    return least;
  }

  std::vector<Key> heap_;
  std::uint32_t booked_ = 0;
  bool hole_ = false;  ///< at the top
};

}  // namespace gateflow
