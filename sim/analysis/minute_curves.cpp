#include "sim/analysis/minute_curves.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace gateflow {
namespace {

using Series = std::vector<std::uint32_t>;

constexpr std::size_t most_intervals = 1440;

Time floor_to(Time step, Time at) {
  return at - at % step;
}

/// The step after this one, a whole number of it; the last holds everything up to the horizon.
Time coarser(Time step) {
  constexpr std::array<Time, 6> steps{5min, 15min, 1h, 6h, 24h, 240h};
  const auto* const next = std::ranges::upper_bound(steps, step);
  assert(next != steps.end());
  return *next;
}

/// `skip`: intervals between the begin of the coarser interval and the first fine one.
template <class Join>
void regroup(Series& series, std::size_t ratio, std::size_t skip, Join join) {
  Series coarse((series.size() + skip + ratio - 1) / ratio);
  for (std::size_t i = 0; i < series.size(); ++i) join(coarse[(i + skip) / ratio], series[i]);
  series = std::move(coarse);
}

}  // namespace

CurveRecorder::CurveRecorder(Time first_arrival, std::size_t stations) {
  curves_.from = floor_to(curves_.step, first_arrival);
  curves_.waiting_at.resize(stations);
  interval_end_ = curves_.from + curves_.step;
}

void CurveRecorder::end_interval(const WaitingLines& lines) {
  curves_.arrived.push_back(arrived_);
  curves_.admitted.push_back(admitted_);
  arrived_ = admitted_ = 0;
  curves_.waiting.push_back(lines.all().now());
  for (const StationId station : keys_of(curves_.waiting_at))
    curves_.waiting_at[station].push_back(lines.at(station).now());
  interval_end_ += curves_.step;
  if (curves_.size() == most_intervals) make_coarser();
}

/// The interval that is on goes on, now as a longer one.
void CurveRecorder::make_coarser() {
  const Time step = coarser(curves_.step);
  const Time from = floor_to(step, curves_.from);
  const auto ratio = static_cast<std::size_t>(step / curves_.step);
  const auto skip = static_cast<std::size_t>((curves_.from - from) / curves_.step);
  const auto sum = [](std::uint32_t& all, std::uint32_t part) { all += part; };
  const auto latest = [](std::uint32_t& all, std::uint32_t part) { all = part; };
  const bool cut_through = (curves_.size() + skip) % ratio != 0;

  regroup(curves_.arrived, ratio, skip, sum);
  regroup(curves_.admitted, ratio, skip, sum);
  regroup(curves_.waiting, ratio, skip, latest);
  for (Series& series : curves_.waiting_at) regroup(series, ratio, skip, latest);
  curves_.from = from;
  curves_.step = step;

  if (cut_through) {
    arrived_ = curves_.arrived.back();
    admitted_ = curves_.admitted.back();
    curves_.arrived.pop_back();
    curves_.admitted.pop_back();
    curves_.waiting.pop_back();
    for (Series& series : curves_.waiting_at) series.pop_back();
  }
  interval_end_ = curves_.end_of(curves_.size());
}

Curves CurveRecorder::finished(const WaitingLines& lines) const {
  CurveRecorder copy = *this;
  copy.end_interval(lines);
  return std::move(copy.curves_);
}

}  // namespace gateflow
