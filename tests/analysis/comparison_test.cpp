#include "sim/analysis/comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace gateflow;

namespace {

/// Evenings with those mean waits, of replications 0, 1, ...
VariantRun waits(const std::string& name, const std::vector<Time>& means) {
  VariantRun run{name, {}};
  for (const Time mean : means) {
    Summary evening;
    evening.luck.replication = static_cast<std::uint32_t>(run.evenings.size());
    evening.all.waits.mean = mean;
    run.evenings.push_back(evening);
  }
  return run;
}

const ComparedFigure& mean_wait(const Comparison& comparison, std::size_t variant) {
  const auto* found = comparison.variants[variant].find(
      {.section = "evening", .item = {}, .key = "wait_mean_s", .value = {}});
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("changes are taken evening by evening, so that what all evenings share drops out") {
  const std::vector<VariantRun> runs{waits("base", {100s, 300s, 200s, 400s}),
                                     waits("fast", {90s, 292s, 189s, 391s})};
  const Comparison comparison = compare(runs, 0);
  const ComparedFigure& fast = mean_wait(comparison, 1);
  CHECK(fast.mean.mean == Approx(240.5));
  CHECK(fast.change.n == 4);
  CHECK(fast.change.mean == Approx(-9.5));  // -10, -8, -11, -9
  // Student's t with 3 degrees of freedom, 97.5 %: 3.1824; deviation sqrt(5 / 3).
  CHECK(*fast.change.half_width == Approx(3.182446 * std::sqrt(5.0 / 3) / 2));
  CHECK(fast.is_real);
  CHECK(*fast.mean.half_width > 100);  // by themselves they could not be told apart
  CHECK(mean_wait(comparison, 0).change.n == 0);
}

TEST_CASE("a change that goes both ways may be chance; none at all is none") {
  const std::vector<VariantRun> runs{waits("base", {100s, 300s, 200s}),
                                     waits("other", {90s, 310s, 201s}),
                                     waits("same", {100s, 300s, 200s})};
  const Comparison comparison = compare(runs, 0);
  CHECK_FALSE(mean_wait(comparison, 1).is_real);
  CHECK_FALSE(mean_wait(comparison, 2).is_real);
  CHECK(mean_wait(comparison, 2).change.mean == 0);
}

TEST_CASE("the more variants, the wider the interval of each, so that all hold together") {
  const std::vector<VariantRun> two{waits("base", {1s, 2s, 3s}), waits("a", {2s, 2s, 5s})};
  std::vector<VariantRun> three = two;
  three.push_back(waits("b", {2s, 2s, 5s}));
  CHECK(compare(two, 0).confidence == Approx(0.95));
  CHECK(compare(three, 0).confidence == Approx(0.975));
  CHECK(*mean_wait(compare(three, 0), 1).change.half_width >
        *mean_wait(compare(two, 0), 1).change.half_width);
}

TEST_CASE("evenings that one variant has not finished are left out for all") {
  std::vector<VariantRun> runs{waits("base", {100s, 300s, 200s}), waits("fast", {90s, 290s, 190s})};
  runs[1].evenings.erase(runs[1].evenings.begin() + 1);
  const Comparison comparison = compare(runs, 0);
  CHECK(comparison.evenings == 2);
  CHECK(mean_wait(comparison, 0).mean.mean == Approx(150));
  CHECK(mean_wait(comparison, 1).change.mean == Approx(-10));
}

TEST_CASE("variants are ranked by a figure of the evening, the better first") {
  const std::vector<VariantRun> runs{waits("slow", {100s, 90s}), waits("fast", {50s, 40s}),
                                     waits("middle", {70s, 60s})};
  CHECK(ranked(compare(runs, 0), "wait_mean_s") == std::vector<std::size_t>{1, 2, 0});
  CHECK(less_is_better("wait_p95_s"));
  CHECK_FALSE(less_is_better("in_by_start_share"));
  CHECK_FALSE(less_is_better("satisfaction_mean"));
}
