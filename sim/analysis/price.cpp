#include "sim/analysis/price.hpp"

#include <algorithm>

#include "sim/ledger/separate_gates.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/endings.hpp"

namespace gateflow {

namespace {

/// An evening as it was.
struct Recorded {
  Crowd crowd;
  Endings endings;
  Time end;

  Recorded(const Floor& floor, Luck luck)
      : crowd(draw_crowd(floor.scenario(), luck)), endings(crowd.size()) {
    end = run_evening(floor, crowd, endings).now;
  }
};

/// Stations that people of some gate come to.
std::vector<StationId> stations_in_use(const Floor& floor) {
  std::vector<std::uint8_t> used(floor.scenario().stations.size());
  for (const GateId gate : keys_of(floor.scenario().gates))
    for (const StationId station : stations_used(floor, gate)) used[station.index()] = 1;
  std::vector<StationId> stations;
  for (const StationId station : keys_of(floor.scenario().stations))
    if (used[station.index()]) stations.push_back(station);
  return stations;
}

/// On round instants, multiples of the step; the first instant where there is none.
std::vector<Time> grid(Time from, Time to, Time step) {
  std::vector<Time> instants;
  for (Time at = from / step * step; at <= to; at += step)
    if (at >= from) instants.push_back(at);
  if (instants.empty()) instants.push_back(from);
  return instants;
}

void add_evening(const Floor& floor, const Recorded& evening, const GoOn& go_on, Prices& prices) {
  std::vector<WhatIf> what_ifs;
  std::vector<PricePoint*> points;
  const std::size_t instants = prices.stations.front().points.size();
  for (std::size_t k = 0; k < instants; ++k)
    for (StationPrices& station : prices.stations) {
      points.push_back(&station.points[k]);
      what_ifs.push_back({station.points[k].at, HoldAt{station.station, prices.asked.hold}});
    }
  const auto found = differences_by_parts(floor, evening.crowd, evening.endings, what_ifs, 0,
                                          prices.asked.threads, go_on);
  if (found.empty()) return;
  for (std::size_t k = 0; k < found.size(); ++k) {
    if (!found[k].happened) continue;
    points[k]->total_s.push_back(in_seconds(found[k].longer - found[k].shorter));
    points[k]->delayed.push_back(found[k].people_longer);
  }
  ++prices.finished;
}

}  // namespace

std::optional<Prices> prices_of(const Floor& floor, const PriceAsked& asked,
                                const Advance& advance) {
  Prices prices{asked, 0, {}};
  Luck luck = asked.luck;
  const Recorded first(floor, luck);
  if (first.crowd.size() == 0) return prices;
  const Time from = first.crowd.arrival[PersonId{0}];
  const std::vector<StationId> stations = stations_in_use(floor);
  const auto most_instants =
      static_cast<std::size_t>(std::max(first.end - from, Time{}) / asked.every) + 1;
  if (stations.size() * most_instants > most_price_points) return std::nullopt;
  for (const StationId station : stations) {
    prices.stations.push_back({station, {}});
    for (const Time at : grid(from, first.end, asked.every))
      prices.stations.back().points.push_back({at, {}, {}});
  }
  const std::size_t points = stations.size() * prices.stations.front().points.size();
  if (points == 0) return prices;

  const GoOn go_on = in_equal_parts(advance, points);
  for (std::uint32_t k = 0; k < asked.evenings && go_on(0); ++k, ++luck.replication) {
    const std::uint32_t before = prices.finished;
    k == 0 ? add_evening(floor, first, go_on, prices)
           : add_evening(floor, Recorded(floor, luck), go_on, prices);
    if (prices.finished == before) break;
  }
  return prices;
}

}  // namespace gateflow
