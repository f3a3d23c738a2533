#include "sim/crowd/pattern_arrivals.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/purpose.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {
namespace {

/// A uniform instant in [from, to).
Time between(Time from, Time to, double uniform) {
  const auto span = static_cast<double>((to - from).count());
  const Time after{static_cast<std::int64_t>(uniform * span)};
  return std::min(from + after, to - Time{1});  // the product may round up to the whole span
}

/// The patterns of one source, written ordinal by ordinal.
class Writer {
 public:
  Writer(const Source& source, Luck luck, Table<PersonId, Time>& arrival)
      : arrival_(arrival),
        first_(arrival.size()),
        instants_(stream_of(luck, source.name, "arrival")),
        spreads_(stream_of(luck, source.name, "spread")) {}

  void uniformly(Time from, Time to, std::size_t people) {
    for_each_block(instants_, ordinal(), people, [&](std::size_t, auto uniforms) {
      for (const double uniform : uniforms) arrival_.push_back(between(from, to, uniform));
    });
  }

  void after(Time instant, const Distribution& spread_s, std::size_t people) {
    for_each_block(spreads_, ordinal(), people, [&](std::size_t, auto spread) {
      quantiles(spread_s, spread);
      for (const double s : spread) arrival_.push_back(instant + from_seconds(s));
    });
  }

 private:
  std::size_t ordinal() const { return arrival_.size() - first_; }

  Table<PersonId, Time>& arrival_;
  std::size_t first_;
  Stream instants_, spreads_;
};

std::size_t whole_size(double size, std::size_t room) {
  const double people = std::clamp(std::floor(size + 0.5), 0.0, static_cast<double>(room));
  return static_cast<std::size_t>(people);
}

}  // namespace

Sections add_arrivals(const ArrivalCounts& counts, const Source& source, Luck luck,
                      Table<PersonId, Time>& arrival) {
  Sections sections;
  Writer writer(source, luck, arrival);
  const Stream batches = stream_of(luck, source.name, "batch");
  std::size_t batch = 0;
  for (const CountedInterval& interval : counts.intervals) {
    if (interval.batches == 0) {
      writer.uniformly(interval.from, interval.to, interval.people);
      sections.push_back(interval.people);
      continue;
    }
    for (unsigned i = 0; i < interval.batches; ++i) {
      const bool one_more = i < interval.people % interval.batches;
      const std::size_t people = interval.people / interval.batches + (one_more ? 1 : 0);
      writer.after(between(interval.from, interval.to, batches(batch++)), counts.batch_spread_s,
                   people);
      sections.push_back(people);
    }
  }
  return sections;
}

Sections add_arrivals(const ArrivalStamps& stamps, const Source&, Luck,
                      Table<PersonId, Time>& arrival) {
  const auto first = static_cast<std::ptrdiff_t>(arrival.size());
  for (const Time at : stamps.at) arrival.push_back(at);
  std::sort(arrival.begin() + first, arrival.end());
  return {stamps.at.size()};
}

Sections add_arrivals(const ArrivalPulses& pulses, const Source& source, Luck luck,
                      Table<PersonId, Time>& arrival) {
  assert(pulses.every > Time::zero());
  Sections sections;
  Writer writer(source, luck, arrival);
  const Stream delays = stream_of(luck, source.name, "pulse-delay");
  const Stream sizes = stream_of(luck, source.name, "pulse-size");
  std::size_t pulse = 0;
  for (Time at = pulses.first; at <= pulses.last; at += pulses.every, ++pulse) {
    const Time late = from_seconds(quantile(pulses.delay_s, delays(pulse)));
    const std::size_t room = Limits::people - arrival.size();
    const std::size_t people = whole_size(quantile(pulses.size, sizes(pulse)), room);
    writer.after(at + late, pulses.spread_s, people);
    sections.push_back(people);
  }
  return sections;
}

}  // namespace gateflow
