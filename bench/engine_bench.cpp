#include <benchmark/benchmark.h>

#include <cstdint>

#include "bench/support/bare.hpp"
#include "bench/support/models.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/model/evening.hpp"

using namespace gateflow;

namespace {

/// Mean wait at the first station: as much as the bare loops measure.
struct MeanWait {
  std::int64_t joined = 0, called = 0;  // sums of instants in microseconds
  std::int64_t people = 0;

  [[gnu::always_inline]] void operator()(const Happening& h) {
    if (h.station != StationId{0}) return;
    if (h.what == What::Joined) joined += h.at.count();
    if (h.what == What::Called) {
      called += h.at.count();
      ++people;
    }
  }
  double seconds() const {
    return static_cast<double>(called - joined) * 1e-6 / static_cast<double>(people);
  }
};

void per_person(benchmark::State& state, double people) {
  state.counters["ns_per_person"] = benchmark::Counter(
      people * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void draw_only(benchmark::State& state, const Scenario& scenario, double people) {
  std::uint32_t replication = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw_crowd(scenario, {1, replication++}).size());
  per_person(state, people);
}

void engine(benchmark::State& state, const Scenario& scenario, double people) {
  std::uint32_t replication = 0;
  for (auto _ : state) {
    const Crowd crowd = draw_crowd(scenario, {1, replication++});
    const Floor floor(scenario);
    MeanWait wait;
    run_evening(floor, crowd, wait);
    state.counters["mean_wait_s"] = wait.seconds();
  }
  per_person(state, people);
}

template <class Loop>
void bare_loop(benchmark::State& state, Loop loop, double people) {
  std::uint64_t seed = 0;
  for (auto _ : state) state.counters["mean_wait_s"] = loop(++seed).mean_wait;
  per_person(state, people);
}

constexpr unsigned million = 1'000'000;

void add(const char* name, const Scenario& scenario, double people, auto loop) {
  const std::string model = name;
  benchmark::RegisterBenchmark((model + "/bare").c_str(), [=](benchmark::State& state) {
    bare_loop(state, loop, people);
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark((model + "/gateflow").c_str(), [=](benchmark::State& state) {
    engine(state, scenario, people);
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark((model + "/crowd-only").c_str(), [=](benchmark::State& state) {
    draw_only(state, scenario, people);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  add("MM1", bench::mmc(1, 0.9, million), million,
      [](std::uint64_t seed) { return bare::mmc(1, 0.9, million, seed); });
  add("MM10", bench::mmc(10, 9, million), million,
      [](std::uint64_t seed) { return bare::mmc(10, 9, million, seed); });
  for (const unsigned lanes : {36u, 12u})
    add(lanes == 36 ? "gate36" : "gate12", bench::gate(lanes), 20'000, [lanes](std::uint64_t seed) {
      return bare::gate({lanes, 20'000.0 / 3600, 20'000}, seed);
    });
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
