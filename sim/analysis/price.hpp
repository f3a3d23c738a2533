#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/hold_ups.hpp"
#include "sim/analysis/samples.hpp"
#include "sim/model/floor.hpp"

namespace gateflow {

/// What a hold-up of that length costs all others, at one station and instant.
struct PricePoint {
  Time at{};
  std::vector<double> total_s;  ///< by evening, of those in which a lane was open there then
  std::vector<double> delayed;  ///< people
};

struct StationPrices {
  StationId station;
  std::vector<PricePoint> points;
};

struct PriceAsked {
  Time hold = 60s;
  Time every = 5min;
  Luck luck;  ///< of the first evening
  std::uint32_t evenings = 1;
  unsigned threads = 1;
};

struct Prices {
  PriceAsked asked;
  std::uint32_t finished = 0;  ///< evenings
  std::vector<StationPrices> stations;
};

/// The most points of the grid that are taken on, stations times instants.
inline constexpr std::size_t most_price_points = 200'000;

/// A hold-up at every station that people come to, at every instant of the grid from the first
/// arrival to the end of the first evening. Each is a what-if by itself. After a stop only those
/// evenings count that were finished. None: the grid would be larger than most_price_points.
std::optional<Prices> prices_of(const Floor& floor, const PriceAsked& asked,
                                const Advance& advance = {});

}  // namespace gateflow
