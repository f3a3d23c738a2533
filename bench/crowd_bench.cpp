#include <benchmark/benchmark.h>

#include <string>

#include "sim/crowd/crowd.hpp"

using namespace gateflow;

namespace {

/// A touchpoint with a station of its own at each gate, on every route.
void add_check(Scenario& scenario, const std::string& name, const Distribution& service_s) {
  Touchpoint touchpoint{.name = name, .service_s = {}};
  for (std::size_t i = 0; i < scenario.classes.size(); ++i)
    touchpoint.service_s.push_back(service_s);
  const TouchpointId id = scenario.touchpoints.push_back(touchpoint);
  for (const GateId gate : keys_of(scenario.gates)) {
    Station station;
    station.name = name + ' ' + scenario.gates[gate].name;
    station.touchpoint = id;
    station.gate = gate;
    const StationId at = scenario.stations.push_back(station);
    for (TicketClass& each : scenario.classes) each.route[gate].push_back({.station = at});
  }
}

void add_class(Scenario& scenario, const std::string& name, double share) {
  TicketClass added;
  added.name = name;
  added.share = share;
  added.route.resize(scenario.gates.size());
  scenario.classes.push_back(added);
}

void add_source(Scenario& scenario, const std::string& name, Arrivals arrivals) {
  Source& added = scenario.sources.emplace_back();
  added.name = name;
  added.arrivals = std::move(arrivals);
  for (const ClassId id : keys_of(scenario.classes)) added.classes.push_back(id);
}

/// 80,000 people in two hours at four gates: bag check, scan, turnstile; three kinds of cases.
Scenario stadium() {
  Scenario scenario;
  for (const char* name : {"north", "east", "south", "west"})
    scenario.gates.push_back(Gate{.name = name});
  add_class(scenario, "general", 0.7);
  add_class(scenario, "season", 0.25);
  add_class(scenario, "vip", 0.05);
  add_check(scenario, "bag-check", Lognormal{.mean = 6, .cv = 0.6});
  add_check(scenario, "scan", Lognormal{.mean = 3, .cv = 0.5});
  add_check(scenario, "turnstile", Lognormal{.mean = 2, .cv = 0.3});
  for (const std::size_t at : {0u, 1u, 1u}) {
    Case each;
    each.name = "case " + std::to_string(scenario.cases.size());
    each.touchpoint = TouchpointId{at};
    each.share = Table<ClassId, double>(scenario.classes.size(), 0.005);
    each.in_lane_s = Lognormal{.mean = 60, .cv = 1};
    each.at_desk_s = Lognormal{.mean = 180, .cv = 1};
    scenario.cases.push_back(each);
  }
  add_source(scenario, "street",
             ArrivalCurve{{{17h, 0}, {18h, 10}, {18h + 30min, 25}, {19h, 0}}, 80'000});
  return scenario;
}

/// The same, but half of the people come by train: then everybody has to be put in order.
Scenario stadium_with_trains() {
  Scenario scenario = stadium();
  std::get<ArrivalCurve>(scenario.sources[0].arrivals).people = 40'000;
  add_source(scenario, "train",
             ArrivalPulses{.first = 17h,
                           .last = 18h + 59min,
                           .every = 450s,
                           .size = Constant{2500},
                           .delay_s = Exponential{60},
                           .spread_s = Lognormal{.mean = 240, .cv = 0.5}});
  return scenario;
}

/// M/M/1: so many people expected, one a second.
Scenario single_lane(std::int64_t people) {
  Scenario scenario;
  scenario.gates.push_back(Gate{.name = "door"});
  add_class(scenario, "general", 1);
  add_check(scenario, "scan", Exponential{0.9});
  add_source(scenario, "street", ArrivalCurve{{{0s, 1}, {std::chrono::seconds{people}, 1}}, {}});
  return scenario;
}

void draw(benchmark::State& state, const Scenario& scenario) {
  Luck luck;
  std::size_t people = 0;
  for (auto _ : state) {
    ++luck.replication;
    const Crowd crowd = draw_crowd(scenario, luck);
    people += crowd.size();
    benchmark::DoNotOptimize(crowd.effort.back().data());
  }
  const auto drawn = static_cast<double>(people);
  state.counters["people"] = benchmark::Counter(drawn, benchmark::Counter::kAvgIterations);
  state.counters["s/person"] =
      benchmark::Counter(drawn, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK_CAPTURE(draw, stadium, stadium())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw, stadium_with_trains, stadium_with_trains())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw, single_lane, single_lane(1'000'000))->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
