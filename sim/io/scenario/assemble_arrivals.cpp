#include <fmt/format.h>

#include <algorithm>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/scenario/csv_time.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr double seconds_per_hour = 3600;

/// Turns each kind of arrivals in the file into one of the scenario's; none where it has a fault.
struct ToArrivals {
  Place at;
  std::optional<unsigned> people;
  const std::string& path;
  Assembly& assembly;

  using Result = std::optional<Arrivals>;

  Result operator()(const ProfileEntry& entry) const {
    const auto& evening = *assembly.said.evening;
    if (!entry.profile || !people) return std::nullopt;
    const Time start = assembly.clock.instant(*evening.start);
    std::optional<Time> doors;
    if (evening.doors) doors = assembly.clock.instant(*evening.doors);
    if (doors && *doors >= start) return std::nullopt;  // told of the evening
    return ArrivalCurve{knots_of(*entry.profile, doors, start), people};
  }

  Result operator()(const RateEntry& entry) const {
    if (!entry.rate_per_hour || !entry.from || !entry.to) return std::nullopt;
    const Time from = assembly.clock.instant(*entry.from);
    const Time to = assembly.clock.instant(*entry.to);
    if (to <= from)
      assembly.fault(path, entry.to.at, "the people would cease to come before they begin");
    const double rate = *entry.rate_per_hour / seconds_per_hour;
    return ArrivalCurve{{{from, rate}, {to, rate}}, std::nullopt};
  }

  Result operator()(const CurveEntry& entry) const {
    ArrivalCurve out{{}, people};
    for (const auto& corner : entry.curve.value_or({}))
      if (corner)
        out.knots.push_back(
            {assembly.clock.instant(corner->first), corner->second / seconds_per_hour});
    return out;
  }

  Result operator()(const CsvArrivalsEntry& entry) const {
    if (entry.count.said()) return counts(entry);
    const auto refuse = [&](const auto& said, std::string_view key) {
      if (said.said())
        assembly.fault(path, said.at, fmt::format("{} goes with 'count' only", in_quotes(key)));
    };
    refuse(entry.batches, "batches");
    refuse(entry.batch_spread_s, "batch_spread_s");
    refuse(entry.interval_min, "interval_min");
    return stamps(entry);
  }

  Result operator()(const PulsesEntry& entry) const {
    if (!entry.every_min || !entry.first || !entry.last) return std::nullopt;
    ArrivalPulses out;
    out.first = assembly.clock.instant(*entry.first);
    out.last = assembly.clock.instant(*entry.last);
    out.every = from_seconds(*entry.every_min * 60);
    out.size = distribution(entry.size, Unit::AsIs, path, assembly);
    if (entry.delay_s) out.delay_s = distribution(entry.delay_s, Unit::AsIs, path, assembly);
    if (entry.spread_s) out.spread_s = distribution(entry.spread_s, Unit::AsIs, path, assembly);
    return out;
  }

 private:
  Result stamps(const CsvArrivalsEntry& entry) const;
  Result counts(const CsvArrivalsEntry& entry) const;
};

ToArrivals::Result ToArrivals::stamps(const CsvArrivalsEntry& entry) const {
  FaultList& faults = assembly.reading.faults;
  auto rows = CsvSelection::open(entry.csv, entry.where, {&entry.time}, {}, assembly.csv, faults);
  if (!rows) return std::nullopt;
  CsvTime times(entry.time_unit, entry.origin, assembly.clock);
  ArrivalStamps out;
  while (rows->next() && assembly.keep(1, path, at))
    if (const auto span = times.read(*rows, 0, faults)) out.at.push_back(span->from);
  std::ranges::sort(out.at);
  return out;
}

/// A row of counts whose end may have to be taken from the row after it.
struct CountRow {
  CountedInterval interval;
  Place at;
  bool open = false;
};

void close_intervals(std::vector<CountRow>& rows, FaultList& faults) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].open) continue;
    CountedInterval& interval = rows[i].interval;
    if (i + 1 == rows.size()) {
      faults.add(rows[i].at, "nothing says how long this last interval is", "give interval_min");
    } else if (rows[i + 1].interval.from <= interval.from) {
      faults.add(rows[i + 1].at, "this row is not later than the one before it");
    } else {
      interval.to = rows[i + 1].interval.from;
    }
  }
}

ToArrivals::Result ToArrivals::counts(const CsvArrivalsEntry& entry) const {
  FaultList& faults = assembly.reading.faults;
  auto rows = CsvSelection::open(entry.csv, entry.where, {&entry.time, &entry.count},
                                 {&entry.batches}, assembly.csv, faults);
  if (!rows) return std::nullopt;
  CsvTime times(entry.time_unit, entry.origin, assembly.clock);
  std::vector<CountRow> found;
  while (rows->next() && assembly.keep(1, path, at)) {
    const auto span = times.read(*rows, 0, faults);
    const auto count = rows->whole(1, Limits::people);
    const auto batches = entry.batches ? rows->whole(2, 1'000'000) : std::uint64_t{0};
    if (!span || !count || !batches) continue;
    CountRow row{
        {span->from, span->from, static_cast<unsigned>(*count), static_cast<unsigned>(*batches)},
        rows->cell(0).at};
    if (span->to)
      row.interval.to = *span->to;
    else if (entry.interval_min)
      row.interval.to = span->from + from_seconds(*entry.interval_min * 60);
    else
      row.open = true;
    found.push_back(row);
  }
  close_intervals(found, faults);

  ArrivalCounts out;
  for (const CountRow& row : found)
    if (row.interval.people > 0) out.intervals.push_back(row.interval);
  std::ranges::stable_sort(out.intervals, {}, &CountedInterval::from);
  if (entry.batch_spread_s)
    out.batch_spread_s = distribution(entry.batch_spread_s, Unit::AsIs, path, assembly);
  return out;
}

}  // namespace

std::optional<Arrivals> arrivals(const ArrivalsTable& table, Place at,
                                 std::optional<unsigned> people, const std::string& path,
                                 Assembly& assembly) {
  const std::size_t faults_before = assembly.reading.faults.size();
  auto out = std::visit(ToArrivals{at, people, path, assembly}, table);
  if (!out || assembly.reading.faults.size() > faults_before) assembly.mark_faulty(path);
  return out;
}

}  // namespace gateflow
