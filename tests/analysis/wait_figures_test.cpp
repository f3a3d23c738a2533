#include "sim/analysis/wait_figures.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "sim/analysis/peak.hpp"

using namespace gateflow;

TEST_CASE("wait figures of a hundred waits are its ranks") {
  std::vector<Time> waits;
  for (int i = 100; i >= 1; --i) waits.push_back(std::chrono::seconds{i});
  const WaitFigures figures = wait_figures(waits);
  CHECK(figures.people == 100);
  CHECK(figures.mean == 50'500ms);
  CHECK(figures.p50 == 50s);
  CHECK(figures.p95 == 95s);
  CHECK(figures.p99 == 99s);
  CHECK(figures.longest == 100s);
}

TEST_CASE("the nearest rank is the least wait that enough people did not exceed") {
  std::vector<Time> three{30s, 10s, 20s};
  const WaitFigures figures = wait_figures(three);
  CHECK(figures.p50 == 20s);  // two of three are at least half
  CHECK(figures.p95 == 30s);
  std::vector<Time> one{7s};
  CHECK(wait_figures(one).p50 == 7s);
  CHECK(wait_figures(one).p99 == 7s);
}

TEST_CASE("nobody's waits are no figures") {
  CHECK(wait_figures({}) == WaitFigures{});
}

TEST_CASE("a mean is rounded half up to the microsecond") {
  std::vector<Time> waits{Time{1}, Time{2}};
  CHECK(wait_figures(waits).mean == Time{2});
  waits = {Time{1}, Time{1}, Time{2}};
  CHECK(wait_figures(waits).mean == Time{1});
}

TEST_CASE("a mean of very many of the longest spans does not overflow") {
  SpanSum sum;
  for (int i = 0; i < 10'000'000; ++i) sum.add(horizon);
  CHECK(sum.mean() == horizon);
}

TEST_CASE("a count remembers the most there were and when they first were so many") {
  Count count;
  CHECK(count.peak() == Peak{0, never});
  count.add(1s);
  count.add(2s);
  count.remove();
  count.add(5s);
  CHECK(count.now() == 2);
  CHECK(count.peak() == Peak{2, 2s});
}
