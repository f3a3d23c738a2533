#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

#include "sim/crowd/crowd.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/ledger/ledger.hpp"
#include "sim/ledger/what_if.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/endings.hpp"

using namespace gateflow;

namespace {

Scenario shipped(const char* name) {
  const ReadScenario read =
      read_scenario(std::string(GATEFLOW_ROOT) + "/scenarios/" + name + ".toml");
  if (read.scenario) return *read.scenario;
  std::cerr << "scenarios/" << name << ".toml cannot be read\n";
  std::exit(1);
}

/// An evening of a shipped scenario, drawn once.
struct Drawn {
  Scenario scenario;
  Floor floor;
  Crowd crowd;

  explicit Drawn(const char* name)
      : scenario(shipped(name)), floor(scenario), crowd(draw_crowd(scenario, {1, 0})) {}
};

void plain(benchmark::State& state, const Drawn& evening) {
  Silence silence;
  for (auto _ : state)
    benchmark::DoNotOptimize(run_evening(evening.floor, evening.crowd, silence).ended);
}

void with_ledger(benchmark::State& state, const Drawn& evening) {
  for (auto _ : state) {
    Ledger ledger(evening.floor, evening.crowd);
    const World end = run_evening(evening.floor, evening.crowd, ledger);
    ledger.close(end.now);
    state.counters["waited_h"] = in_minutes(ledger.total()) / 60;
  }
}

void every_case(benchmark::State& state, const Drawn& evening, unsigned threads) {
  Ledger ledger(evening.floor, evening.crowd);
  Endings endings(evening.crowd.size());
  Several sinks(ledger, endings);
  run_evening(evening.floor, evening.crowd, sinks);
  std::vector<WhatIf> what_ifs;
  for (const HoldUp& h : ledger.hold_ups())
    what_ifs.push_back({h.arose, Spare{h.person, evening.floor.facts(h.station).touchpoint}});
  state.counters["cases"] = static_cast<double>(what_ifs.size());
  for (auto _ : state) {
    const auto found =
        differences_by_parts(evening.floor, evening.crowd, endings, what_ifs, 10, threads);
    double hours = 0, merged = 0;
    for (const Difference& d : found) hours += in_minutes(d.shorter - d.longer) / 60;
    for (const Difference& d : found) merged += d.merged;
    state.counters["lost_h"] = hours;
    state.counters["merged"] = merged;
  }
}

}  // namespace

int main(int argc, char** argv) {
  static const Drawn stadium("stadium"), one("one-for-a-thousand");
  for (const auto& [name, evening] :
       {std::pair{"stadium", &stadium}, {"one-for-a-thousand", &one}}) {
    const std::string model = name;
    benchmark::RegisterBenchmark((model + "/plain").c_str(), plain, *evening)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((model + "/ledger").c_str(), with_ledger, *evening)
        ->Unit(benchmark::kMillisecond);
    for (const unsigned threads : {1u, 2u})
      benchmark::RegisterBenchmark((model + "/every-case/" + std::to_string(threads)).c_str(),
                                   every_case, *evening, threads)
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime();
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
