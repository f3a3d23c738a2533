#include <catch2/catch.hpp>
#include <cmath>

#include "sim/analysis/samples.hpp"
#include "sim/crowd/purpose.hpp"
#include "sim/ledger/what_if.hpp"
#include "tests/model/tiny.hpp"

// Where theory knows what a hold-up costs in the mean. Values: tests/oracles/oracles.json and its
// sources; four standard errors, each at most one percent of the value.

using namespace gateflow;

namespace {

void check_holds(const Estimate& e, double value, double precision) {
  const double error = e.deviation / std::sqrt(static_cast<double>(e.n));
  CAPTURE(e.mean, error, value);
  CHECK(error <= precision * value);
  CHECK(std::abs(e.mean - value) <= 4 * error);
}

Endings endings_of(const Floor& floor, const Crowd& crowd) {
  Endings endings(crowd.size());
  run_evening(floor, crowd, endings);
  return endings;
}

/// A one finds v of work before them and takes x; others come at rate lambda and take 1 on average.
/// Until the line was empty once, with time to spare.
tiny::World tagged(double lambda, double v, double x, bool exponential, std::uint32_t seed) {
  tiny::World world;
  world.add_station(1);
  world.add_person(1s, {from_seconds(v)});
  world.add_person(1s, {0s});
  const auto dice = stream_of({seed, 0}, "tagged", "test");
  double at = 1;
  for (std::uint64_t k = 0; at < 1 + 60 * (v + x); ++k) {
    at -= std::log(dice(2 * k)) / lambda;
    world.add_person(from_seconds(at),
                     {from_seconds(exponential ? -std::log(dice(2 * k + 1)) : 1.0)});
  }
  world.give_case(PersonId{1}, world.add_case({Resolve{}}), from_seconds(x));
  return world;
}

}  // namespace

TEST_CASE("what the absence of one saves the later ones, mean and spread", "[slow]") {
  // Mean lambda / (1 - rho) (x v + x^2 / 2); spread by lambda E M^2 (x^2 v + x^3 / 3).
  for (const bool exponential : {true, false}) {
    CAPTURE(exponential);
    const double mean = 400, sd = exponential ? 369.68455021364736 : 288.675135;
    std::vector<double> costs, squares, delayed;
    for (std::uint32_t seed = 1; seed <= 20'000; ++seed) {
      const tiny::World world = tagged(0.8, 5, 10, exponential, seed);
      const Floor floor(world.scenario);
      const Endings endings = endings_of(floor, world.crowd);
      const std::vector<WhatIf> what_ifs{{6s, Spare{PersonId{1}, TouchpointId{0}}}};
      const Difference d = differences(floor, world.crowd, endings, what_ifs, 0)[0];
      costs.push_back(in_seconds(d.shorter));
      squares.push_back((costs.back() - mean) * (costs.back() - mean));
      delayed.push_back(d.people_shorter);
    }
    check_holds(estimate(costs), mean, 0.01);
    check_holds(estimate(squares), sd * sd, 0.04);
    check_holds(estimate(delayed), 60, 0.01);
  }
}

TEST_CASE("what five minutes of one lane of eight cost in a rush that ends", "[slow]") {
  // M(t)/M/8: arrivals from 0 at 0 to 14 a minute at 30 and back to 0 at 60, one a minute and lane.
  // With one lane less for five minutes the people there spend 175.886953 and 51.781961 minutes
  // more (facts of the Kolmogorov equations); one who is held spends five of them in service.
  struct Case {
    Time at;
    double minutes;
  };
  for (const auto& [at, minutes] : {Case{25min, 175.886953}, Case{50min, 51.781961}}) {
    CAPTURE(at.count());
    std::vector<double> costs;
    for (std::uint32_t seed = 1; seed <= 24'000; ++seed) {
      tiny::World world;
      world.add_station(8, QueueLayout::Serpentine);
      const auto dice = stream_of({seed, 0}, "rush", "test");
      double area = 0;  // of arrivals so far, of 420 in the mean
      for (std::uint64_t k = 0;; ++k) {
        area -= std::log(dice(2 * k));
        if (area >= 420) break;
        const double up = area <= 210 ? area : 420 - area;
        const double from_end = std::sqrt(up * 60 / 14);  // minutes, along one leg of the triangle
        const double arrival = area <= 210 ? from_end : 60 - from_end;
        world.add_person(from_seconds(arrival * 60),
                         {from_seconds(-60 * std::log(dice(2 * k + 1)))});
      }
      const Floor floor(world.scenario);
      const Endings endings = endings_of(floor, world.crowd);
      const std::vector<WhatIf> what_ifs{{at, HoldAt{StationId{0}, 5min}}};
      const Difference d = differences(floor, world.crowd, endings, what_ifs, 0)[0];
      costs.push_back(in_minutes(d.longer - d.shorter) + (d.the_one ? 5 : 0));
    }
    check_holds(estimate(costs), minutes, 0.01);
  }
}
