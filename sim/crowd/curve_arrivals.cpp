#include "sim/crowd/curve_arrivals.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/curve.hpp"

namespace gateflow {
namespace {

/// A walk along the points of a Poisson process of rate 1, times `scale`.
class Points {
 public:
  Points(const Stream& stream, double scale) : stream_(stream), scale_(scale) {}

  /// The next so many points.
  void next(std::span<double> points) {
    stream_.fill(drawn_, points);
    drawn_ += points.size();
    quantiles(Exponential{1}, points);
    for (double& point : points) {
      sum_ += point;
      point = sum_ * scale_;
    }
  }

  double last() const { return sum_ * scale_; }

 private:
  Stream stream_;
  double scale_;
  std::size_t drawn_ = 0;
  double sum_ = 0;
};

double last_point(const Stream& stream, std::size_t count) {
  Points points(stream, 1);
  std::array<double, block_size> buffer{};
  while (count > 0) {
    const std::span block{buffer.data(), std::min(block_size, count)};
    points.next(block);
    count -= block.size();
  }
  return points.last();
}

/// Rounding could turn neighbours around by a microsecond; nobody comes before the one before.
void append(std::span<const double> instants_s, Time& latest, Table<PersonId, Time>& arrival) {
  const std::size_t first = arrival.size();
  arrival.resize(first + instants_s.size());
  Time* row = arrival.data() + first;
  for (const double at : instants_s) *row++ = latest = std::max(latest, from_seconds(at));
}

/// The first source makes room for its own, usually all; later ones leave it to doubling, so that
/// many of them do not copy the column as many times.
void make_room(std::size_t instants, Table<PersonId, Time>& arrival) {
  if (arrival.empty()) arrival.reserve(instants);
}

/// Room for a Poisson number of that mean, in all but one of millions of evenings.
std::size_t nearly_always_enough(double mean, std::size_t limit) {
  const double enough = mean + 5 * std::sqrt(mean) + 10;
  return enough < static_cast<double>(limit) ? static_cast<std::size_t>(enough) : limit;
}

}  // namespace

void add_spread_along(std::span<const Knot> curve, std::size_t instants, const Stream& stream,
                      Table<PersonId, Time>& arrival) {
  const CumulativeCurve cumulative(curve);
  CumulativeCurve::Walk walk(cumulative);
  make_room(instants, arrival);
  // The first n of n + 1 points over the last are n ordered uniforms: no sorting.
  Points points(stream, cumulative.total() / last_point(stream, instants + 1));
  Time latest{};
  std::array<double, block_size> buffer{};
  for (std::size_t left = instants; left > 0;) {
    const std::span block{buffer.data(), std::min(block_size, left)};
    points.next(block);
    walk.to_instants(block);
    append(block, latest, arrival);
    left -= block.size();
  }
}

std::size_t add_poisson_along(std::span<const Knot> curve, double people_each, std::size_t limit,
                              const Stream& stream, Table<PersonId, Time>& arrival) {
  const CumulativeCurve cumulative(curve);
  CumulativeCurve::Walk walk(cumulative);
  Points points(stream, people_each);
  make_room(nearly_always_enough(cumulative.total() / people_each, limit), arrival);
  Time latest{};
  std::array<double, block_size> buffer{};
  for (std::size_t left = limit; left > 0;) {
    const std::span block{buffer.data(), std::min(block_size, left)};
    points.next(block);
    const auto end = std::ranges::lower_bound(block, cumulative.total());
    const auto came = static_cast<std::size_t>(end - block.begin());
    walk.to_instants(block.first(came));
    append(block.first(came), latest, arrival);
    left -= came;
    if (came < block.size()) return limit - left;
  }
  return limit;
}

}  // namespace gateflow
