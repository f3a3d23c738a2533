#include "sim/io/scenario/evening_clock.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

TEST_CASE("from six hours before the doors it is today, earlier hours are tomorrow's") {
  const EveningClock clock(18h + 30min, 20h);
  CHECK(clock.instant(12h + 30min) == 12h + 30min);
  CHECK(clock.instant(12h + 29min) == 36h + 29min);
  CHECK(clock.instant(23h) == 23h);
  CHECK(clock.instant(30min) == 24h + 30min);
}

TEST_CASE("without doors it is twelve hours before the start") {
  const EveningClock clock(std::nullopt, 20h);
  CHECK(clock.instant(8h) == 8h);
  CHECK(clock.instant(7h) == 31h);
}

TEST_CASE("a day that opens in the morning ends at midnight") {
  const EveningClock clock(std::nullopt, 12h);
  CHECK(clock.instant(0h) == 0h);
  CHECK(clock.instant(23h) == 23h);
}

TEST_CASE("what opens before six in the morning belongs to the night before") {
  const EveningClock clock(1h, 2h);
  CHECK(clock.instant(1h) == 25h);
  CHECK(clock.instant(2h) == 26h);
  CHECK(clock.instant(23h) == 23h);
}

}  // namespace
}  // namespace gateflow
