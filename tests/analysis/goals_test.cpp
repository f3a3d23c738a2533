#include "sim/analysis/goals.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

namespace {

GroupFigures ten_people(std::size_t in_by_start, Time p95) {
  GroupFigures all;
  all.outcomes.tickets = 10;
  all.outcomes.admitted = 10;
  all.waits.p95 = p95;
  all.punctuality = Punctuality{.in_by_start = in_by_start};
  return all;
}

}  // namespace

TEST_CASE("only goals that are stated are judged") {
  CHECK(judge({}, ten_people(1, 1h), {}).empty());
}

TEST_CASE("a goal is met at exactly what it asks") {
  const Goals goals{.p95_wait = 10min, .in_by_start = 0.9, .density_per_m2 = {}};
  const auto kept = judge(goals, ten_people(9, 10min), {});
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].met);
  CHECK(kept[0].asked == 600);
  CHECK(kept[0].found == 600);
  CHECK(kept[1].met);
  CHECK(kept[1].found == 0.9);

  const auto missed = judge(goals, ten_people(8, 10min + Time{1}), {});
  CHECK_FALSE(missed[0].met);
  CHECK_FALSE(missed[1].met);
}

TEST_CASE("the density goal is about the densest zone") {
  const Goals goals{.p95_wait = {}, .in_by_start = {}, .density_per_m2 = 2.0};
  ZoneFigures plaza, pen;
  plaza.name = "plaza", plaza.peak_per_m2 = 1.5;
  pen.name = "pen", pen.peak_per_m2 = 2.5, pen.first_above_goal = 1h;
  const auto judged = judge(goals, {}, {plaza, pen});
  REQUIRE(judged.size() == 1);
  CHECK(judged[0].zone == "pen");
  CHECK(judged[0].found == 2.5);
  CHECK_FALSE(judged[0].met);
  CHECK(judge(goals, {}, {plaza})[0].met);
}

TEST_CASE("where nobody comes nobody is late") {
  const Goals goals{.p95_wait = {}, .in_by_start = 0.95, .density_per_m2 = {}};
  CHECK(judge(goals, {}, {})[0].met);
}
