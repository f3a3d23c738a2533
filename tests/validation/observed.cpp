#include "tests/validation/observed.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "sim/io/csv.hpp"
#include "sim/io/text_file.hpp"

namespace gateflow::validation {
namespace {

class Columns {
 public:
  Columns(const CsvRow& header) {
    for (std::size_t k = 0; k < header.size(); ++k) at_[header[k].text] = k;
  }
  const std::string& text(const CsvRow& row, const char* name) const {
    return row[at_.at(name)].text;
  }
  double number(const CsvRow& row, const char* name) const { return std::stod(text(row, name)); }

 private:
  std::map<std::string, std::size_t> at_;
};

ObservedHour hour_of(const CsvRow& row, const Columns& columns) {
  ObservedHour out;
  out.hour = static_cast<unsigned>(std::stoul(columns.text(row, "hour").substr(0, 2)));
  out.people = columns.number(row, "all_total");
  out.flights = static_cast<unsigned>(columns.number(row, "all_flights"));
  out.booths = columns.number(row, "all_booths");
  out.mean_min = columns.number(row, "all_avg_wait");
  out.longest_min = columns.number(row, "all_max_wait");
  return out;
}

}  // namespace

std::vector<ObservedDay> observed_days(const std::string& file) {
  TextFile content = read_text_file(file, 10'000'000);
  if (!content.fault.empty()) throw std::runtime_error(file + ": " + content.fault);
  FaultList faults;
  CsvReader reader(faults.add_file(file, std::move(content.text)), faults);
  const Columns columns(reader.header());
  std::map<std::string, ObservedDay> days;
  for (CsvRow row; reader.next(row);) {
    const std::string& date = columns.text(row, "date");
    days[date].date = date;
    days[date].hours.push_back(hour_of(row, columns));
  }
  if (faults.size() > 0) throw std::runtime_error(in_words(faults.in_order().front()));
  std::vector<ObservedDay> out;
  for (auto& [date, day] : days) {
    std::ranges::sort(day.hours, {}, &ObservedHour::hour);
    out.push_back(std::move(day));
  }
  return out;
}

}  // namespace gateflow::validation
