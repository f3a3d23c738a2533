#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// The most there ever were at once, and when they first were so many.
struct Peak {
  std::size_t people = 0;
  Time at = never;
  bool operator==(const Peak&) const = default;
};

/// How many there are now, and the most there were.
class Count {
 public:
  void add(Time now) {
    if (++now_ <= most_) return;
    most_ = now_;
    most_at_ = now;
  }
  void remove() { --now_; }

  std::uint32_t now() const { return now_; }
  Peak peak() const { return {most_, most_at_}; }

 private:
  std::uint32_t now_ = 0;
  std::uint32_t most_ = 0;
  Time most_at_ = never;
};

}  // namespace gateflow
