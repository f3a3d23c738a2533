#include <fmt/format.h>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/scenario/csv_time.hpp"

namespace gateflow {
namespace {

std::string item(const std::string& path, std::size_t index) {
  return fmt::format("{}[{}]", path, index);
}

std::vector<StaffChange> from_rows(const std::vector<Said<StaffRow>>& rows,
                                   const Assembly& assembly) {
  std::vector<StaffChange> out;
  for (const Said<StaffRow>& row : rows)
    if (row && row->from && row->lanes)
      out.push_back({assembly.clock.instant(*row->from), *row->lanes});
  return out;
}

std::vector<StaffChange> from_csv(const CsvStaffEntry& entry, const std::string& path,
                                  Assembly& assembly) {
  FaultList& faults = assembly.reading.faults;
  auto rows = CsvSelection::open(entry.csv, entry.where, {&entry.time, &entry.lanes}, {},
                                 assembly.csv, faults);
  CsvTime times(entry.time_unit, entry.origin, assembly.clock);
  std::vector<StaffChange> out;
  while (rows && rows->next() && assembly.keep(1, path, entry.csv.at)) {
    const auto span = times.read(*rows, 0, faults);
    const auto lanes = rows->whole(1, Limits::lanes_per_station);
    if (!span || !lanes) continue;
    assembly.reading.places[item(path, out.size())] = rows->cell(0).at;
    assembly.reading.places[item(path, out.size()) + ".lanes"] = rows->cell(1).at;
    out.push_back({span->from, static_cast<unsigned>(*lanes)});
  }
  return out;
}

}  // namespace

std::vector<StaffChange> staffing(const Said<StaffEntry>& staff, const std::string& path,
                                  Assembly& assembly) {
  const std::size_t faults_before = assembly.reading.faults.size();
  std::vector<StaffChange> out;
  if (const auto* rows = std::get_if<std::vector<Said<StaffRow>>>(&*staff))
    out = from_rows(*rows, assembly);
  else
    out = from_csv(std::get<CsvStaffEntry>(*staff), path, assembly);
  if (assembly.reading.faults.size() > faults_before) assembly.mark_faulty(path);
  return out;
}

}  // namespace gateflow
