#include "sim/analysis/lane_times.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

namespace {
constexpr LaneId lane{0};
}

TEST_CASE("a lane's time goes into service, cases and being blocked") {
  LaneTimes times(1);
  times.opened(lane, 0s);
  times.called(lane, 2s);
  times.case_arose(lane, 7s);
  times.blocked(lane, 17s);
  times.left(lane, 20s);
  times.called(lane, 20s);
  times.left(lane, 26s);
  times.closed(lane, 30s);
  CHECK(times.until(lane, 99s) ==
        LaneTime{.open = 30s, .service = 11s, .cases = 10s, .blocked = 3s, .broken = 0s});
}

TEST_CASE("what is still going on counts up to the end") {
  LaneTimes times(1);
  times.opened(lane, 10s);
  times.called(lane, 12s);
  CHECK(times.until(lane, 15s) ==
        LaneTime{.open = 5s, .service = 3s, .cases = 0s, .blocked = 0s, .broken = 0s});
  times.case_arose(lane, 15s);
  CHECK(times.until(lane, 16s).cases == 1s);
}

TEST_CASE("a broken lane does not serve, but one that is blocked stays so") {
  LaneTimes times(1);
  times.opened(lane, 0s);
  times.called(lane, 0s);
  times.broke(lane, 4s);
  times.repaired(lane, 10s);
  times.left(lane, 13s);
  CHECK(times.until(lane, 13s) ==
        LaneTime{.open = 13s, .service = 7s, .cases = 0s, .blocked = 0s, .broken = 6s});

  times.called(lane, 13s);
  times.blocked(lane, 14s);
  times.broke(lane, 15s);
  times.left(lane, 20s);
  times.repaired(lane, 22s);
  CHECK(times.until(lane, 22s).blocked == 6s);
  CHECK(times.until(lane, 22s).broken == 13s);
  CHECK(times.until(lane, 22s).service == 8s);
}

TEST_CASE("a lane that opens twice was open twice") {
  LaneTimes times(1);
  times.opened(lane, 0s);
  times.closed(lane, 5s);
  times.opened(lane, 20s);
  CHECK(times.until(lane, 22s).open == 7s);
}
