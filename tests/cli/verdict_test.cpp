#include "sim/cli/verdict.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;
using Catch::Contains;

namespace {

/// A stadium evening with round figures.
Summary stadium() {
  Summary evening;
  evening.start = 20h;
  evening.all.outcomes = {.tickets = 80'000,
                          .admitted = 76'000,
                          .turned_away = 69,
                          .gave_up = 1'931,
                          .still_waiting = 0,
                          .never_came = 2'000};
  evening.all.waits = {78'000, 3min, 2min, 14min + 5s, 18min, 40min};
  evening.all.punctuality = Punctuality{.in_by_start = 75'660, .late = 340};
  StationFigures bag, scan;
  bag.name = "bag-check B";
  bag.waiting = {1'204, 19h + 32min};
  bag.longest_line = {{62, 19h + 31min}, 3, 40.3};
  scan.name = "scan B";
  scan.waiting = {90, 19h};
  evening.stations = {scan, bag};
  evening.last_admission = 20h + 11min;
  return evening;
}

}  // namespace

TEST_CASE("the verdict says who was in by when, and who waited how long and where") {
  CHECK(
      verdict(stadium()) ==
      "97.0 % of 78,000 people were in by 20:00. Half waited at most 2 min, one in twenty longer "
      "than 14 min 5 s. Most people stood waiting at bag-check B: 1,204 at 19:32, up to 62 in one "
      "line (40 m). 1,931 people gave up. 69 people were turned away. The last one was in at "
      "20:11.");
}

TEST_CASE("the verdict has words for all, none and nobody") {
  Summary evening = stadium();
  evening.all.punctuality->in_by_start = 78'000;
  CHECK_THAT(verdict(evening), Catch::StartsWith("All 78,000 people were in by 20:00."));
  evening.all.punctuality->in_by_start = 0;
  CHECK_THAT(verdict(evening), Catch::StartsWith("None of 78,000 people were in by 20:00."));
  evening.all.outcomes = {};
  evening.all.waits = {};
  CHECK_THAT(verdict(evening), Catch::StartsWith("Nobody came."));
}

TEST_CASE("without a start the verdict says who was let in") {
  Summary evening = stadium();
  evening.start.reset();
  evening.all.punctuality.reset();
  CHECK_THAT(verdict(evening), Catch::StartsWith("97.4 % of 78,000 people were let in."));
}

TEST_CASE("the verdict tells short waits and few people as they are") {
  Summary evening = stadium();
  evening.all.waits.p50 = 0s;
  CHECK_THAT(verdict(evening), Contains("Half did not wait, one in twenty waited longer than"));
  evening.all.waits.p95 = 0s;
  CHECK_THAT(verdict(evening), Contains("Nearly nobody waited; the longest wait was 40 min."));
  evening.all.waits = {78'000, 0s, 0s, 0s, 0s, 0s};
  CHECK_THAT(verdict(evening), Contains("Nobody waited."));
  evening.all.waits = {3, 9s, 9s, 18s, 18s, 18s};
  CHECK_THAT(verdict(evening), Contains("They waited 9 s on average, and 18 s at most."));
}

TEST_CASE("the verdict counts those who were still on the way in") {
  Summary evening = stadium();
  evening.all.outcomes.still_waiting = 912;
  evening.end = 22h;
  CHECK_THAT(verdict(evening),
             Contains("912 people were still on the way in when it ended at 22:00."));
}
