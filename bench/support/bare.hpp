#pragma once

#include <cmath>
#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <random>
#include <vector>

/// The floor to measure against: each model as one would write it by hand in an afternoon, around a
/// std::priority_queue, with nothing that the model does not ask for. Times are doubles.
namespace bare {

struct Result {
  std::uint64_t served = 0;
  double mean_wait = 0;
};

/// A fast generator, as one would pick for a loop like this (xorshift64*).
struct Random {
  std::uint64_t state;
  double operator()() {  // uniform in (0, 1)
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (static_cast<double>((state * 0x2545F4914F6CDD1Du) >> 11) + 0.5) * 0x1p-53;
  }
  double exponential(double mean) { return -mean * std::log((*this)()); }
};

struct Event {
  double at;
  std::uint32_t what;  // 0: arrival; k + 1: departure from lane k
  bool operator>(const Event& other) const { return at > other.at; }
};

using Queue = std::priority_queue<Event, std::vector<Event>, std::greater<>>;

/// M/M/c, one line: arrivals at rate lambda, services of mean 1.
inline Result mmc(std::uint32_t lanes, double lambda, std::uint64_t people, std::uint64_t seed) {
  Random random{seed * 2 + 1};
  Queue queue;
  std::deque<double> line;  // arrival times
  std::vector<std::uint32_t> idle;
  for (std::uint32_t k = lanes; k-- > 0;) idle.push_back(k);
  double waited = 0;
  std::uint64_t arrived = 0, served = 0;

  queue.push({random.exponential(1 / lambda), 0});
  while (served < people) {
    const Event event = queue.top();
    queue.pop();
    if (event.what == 0) {
      if (++arrived < people) queue.push({event.at + random.exponential(1 / lambda), 0});
      if (idle.empty()) {
        line.push_back(event.at);
      } else {
        queue.push({event.at + random.exponential(1), idle.back() + 1});
        idle.pop_back();
      }
    } else {
      ++served;
      if (line.empty()) {
        idle.push_back(event.what - 1);
      } else {
        waited += event.at - line.front();
        line.pop_front();
        queue.push({event.at + random.exponential(1), event.what});
      }
    }
  }
  return {served, waited / static_cast<double>(served)};
}

/// A gate: Poisson arrivals join the shortest of the lanes (waiting and in bag check, the lowest
/// number among equals), bag check, then the scan of the same lane with no room between the two.
struct Gate {
  std::uint32_t lanes;
  double per_second;
  std::uint64_t people;
};

inline Result gate(const Gate& gate, std::uint64_t seed) {
  struct Lane {
    std::deque<double> line;
    std::uint32_t load = 0;  // waiting and in bag check
    bool blocked = false, scanning = false;
  };
  std::mt19937_64 engine{seed};
  const auto lognormal = [](double mean, double cv) {
    const double s2 = std::log(1 + cv * cv);
    return std::lognormal_distribution<double>{std::log(mean) - s2 / 2, std::sqrt(s2)};
  };
  auto bag = lognormal(6, 0.6), scan = lognormal(3, 0.5);
  std::exponential_distribution<double> gap{gate.per_second};

  std::vector<Lane> lanes(gate.lanes);
  Queue queue;  // what: 0 arrival, 2k + 1 bag check over, 2k + 2 scan over
  double waited = 0;
  std::uint64_t arrived = 0, served = 0;

  const auto call_next = [&](std::uint32_t k, double now) {
    Lane& lane = lanes[k];
    if (lane.line.empty()) return;
    waited += now - lane.line.front();
    lane.line.pop_front();
    queue.push({now + bag(engine), 2 * k + 1});
  };
  const auto into_scan = [&](std::uint32_t k, double now) {
    lanes[k].scanning = true;
    --lanes[k].load;
    queue.push({now + scan(engine), 2 * k + 2});
    call_next(k, now);
  };

  queue.push({gap(engine), 0});
  while (served < gate.people) {
    const Event event = queue.top();
    queue.pop();
    if (event.what == 0) {
      if (++arrived < gate.people) queue.push({event.at + gap(engine), 0});
      std::uint32_t k = 0;
      for (std::uint32_t other = 1; other < gate.lanes; ++other)
        if (lanes[other].load < lanes[k].load) k = other;
      if (lanes[k].load++ == 0)
        queue.push({event.at + bag(engine), 2 * k + 1});
      else
        lanes[k].line.push_back(event.at);
    } else {
      const std::uint32_t k = (event.what - 1) / 2;
      Lane& lane = lanes[k];
      if (event.what % 2 == 1) {
        lane.scanning ? void(lane.blocked = true) : into_scan(k, event.at);
      } else {
        ++served;
        lane.scanning = false;
        if (lane.blocked) {
          lane.blocked = false;
          into_scan(k, event.at);
        }
      }
    }
  }
  return {served, waited / static_cast<double>(served)};
}

}  // namespace bare
