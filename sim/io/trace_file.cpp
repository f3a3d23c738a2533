#include "sim/io/trace_file.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "sim/io/csv_writer.hpp"
#include "sim/io/trace_format.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/signature.hpp"

namespace gateflow {
namespace {

/// Names as cells, quoted once and for all.
struct Names {
  explicit Names(const Scenario& scenario) {
    for (const Station& station : scenario.stations) stations.push_back(csv_quoted(station.name));
    for (const Case& kind : scenario.cases) cases.push_back(csv_quoted(kind.name));
  }

  std::string_view of(StationId id) const { return id ? stations[id] : std::string_view{}; }
  std::string_view of(CaseId id) const { return id ? cases[id] : std::string_view{}; }

  Table<StationId, std::string> stations;
  Table<CaseId, std::string> cases;
};

std::uint64_t signature_of(const Trace& trace) {
  Signature signature;
  replay(trace, signature);
  return signature.value();
}

void write_head(const Trace& trace, WholeFile& file) {
  file.write(fmt::format("{}\n", trace_title));
  file.write(fmt::format("# scenario {}\n", nlohmann::json(trace.scenario).dump()));
  file.write(fmt::format("# seed {}\n", trace.luck.seed));
  file.write(fmt::format("# replication {}\n", trace.luck.replication));
  file.write(fmt::format("# happenings {}\n", trace.happenings.size()));
  file.write(fmt::format("# signature {:016x}\n", signature_of(trace)));
  file.write(fmt::format("{}\n", trace_columns));
}

}  // namespace

void write_trace(const Trace& trace, const Scenario& scenario, WholeFile& file) {
  write_head(trace, file);
  const Lanes lanes(scenario);
  const Names names(scenario);
  CsvWriter csv(file);
  for (const Happening& h : trace.happenings) {
    const StationId station = h.lane ? lanes.station(h.lane) : h.station;
    const StationId ahead = station == h.station ? StationId{} : h.station;
    csv.clock(h.at).cell(word_of(h.what));
    h.person ? csv.cell(h.person.value + std::uint64_t{1}) : csv.cell();
    csv.cell(names.of(station));
    h.lane ? csv.cell(lanes.number(h.lane) + std::uint64_t{1}) : csv.cell();
    csv.cell(names.of(h.kind)).cell(names.of(ahead)).end_row();
  }
}

}  // namespace gateflow
