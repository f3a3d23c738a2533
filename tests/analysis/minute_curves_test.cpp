#include "sim/analysis/minute_curves.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/model/tiny.hpp"

using namespace gateflow;
using Series = std::vector<std::uint32_t>;

namespace {

/// One station with one lane.
Scenario one_lane() {
  tiny::World world;
  world.add_station(1);
  return world.scenario;
}

}  // namespace

TEST_CASE("curves count within whole minutes, and who waits at their ends") {
  const Scenario scenario = one_lane();
  const Floor floor(scenario);
  WaitingLines lines(floor);
  const PlaceId line = lines.line_of(StationId{0}, LaneId{0});

  CurveRecorder recorder(10min + 30s, 1);
  recorder.move_to(10min + 30s, lines);
  recorder.arrived();
  recorder.move_to(10min + 59s, lines);
  recorder.arrived();
  lines.stand(line, 10min + 59s);
  recorder.move_to(11min, lines);
  recorder.arrived();
  lines.go(line, 11min);
  recorder.move_to(13min + 1s, lines);
  recorder.admitted();

  const Curves curves = recorder.finished(lines);
  CHECK(curves.from == 10min);
  CHECK(curves.step == 1min);
  CHECK(curves.arrived == Series{2, 1, 0, 0});
  CHECK(curves.admitted == Series{0, 0, 0, 1});
  CHECK(curves.waiting == Series{1, 0, 0, 0});
  CHECK(curves.waiting_at[StationId{0}] == Series{1, 0, 0, 0});
  CHECK(curves.end_of(0) == 11min);
}

TEST_CASE("curves of a long evening become coarser and lose nobody") {
  const Scenario scenario = one_lane();
  const Floor floor(scenario);
  const WaitingLines lines(floor);
  const Time begin = 3min;
  for (const auto days : {2, 11}) {
    CurveRecorder recorder(begin, 1);
    std::uint32_t people = 0;
    for (Time now = begin; now < begin + std::chrono::hours{24 * days}; now += 7min, ++people) {
      recorder.move_to(now, lines);
      recorder.arrived();
    }
    const Curves curves = recorder.finished(lines);
    CHECK(curves.step == (days == 2 ? 5min : 15min));
    CHECK(curves.from == 0min);
    CHECK(curves.size() <= 1440);
    CHECK(std::accumulate(curves.arrived.begin(), curves.arrived.end(), 0u) == people);
    // By hand: 3, 10, 17, ... minutes.
    CHECK(curves.arrived.front() == (days == 2 ? 1 : 2));
    CHECK(curves.end_of(curves.size() - 1) >= begin + std::chrono::hours{24 * days} - 7min);
  }
}
