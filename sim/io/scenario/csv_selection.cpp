#include "sim/io/scenario/csv_selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

template <class Number>
std::optional<Number> whole_text(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string found(const CsvCell& cell) {
  return cell.text.empty() ? "an empty cell" : in_quotes(cell.text);
}

}  // namespace

std::optional<CsvSelection> CsvSelection::open(const Said<std::string>& csv,
                                               const Said<PerName<std::string>>& where,
                                               const Columns& needed, const Columns& optional,
                                               CsvFiles& files, FaultList& faults) {
  if (!csv) return std::nullopt;
  const auto file = files.open(*csv, csv.at);
  if (!file) return std::nullopt;

  CsvSelection selection(*file, faults);
  selection.named_at_ = csv.at;
  if (selection.reader_.header().empty()) return std::nullopt;
  const bool has_needed = selection.add_columns(needed, true);
  const bool has_optional = selection.add_columns(optional, false);
  const bool has_conditions = selection.add_conditions(where);
  if (!has_needed || !has_optional || !has_conditions) return std::nullopt;
  return selection;
}

bool CsvSelection::add_columns(const Columns& names, bool needed) {
  bool complete = true;
  for (const Said<std::string>* name : names) {
    const auto at = *name ? column(**name, name->at) : std::nullopt;
    const bool left_out = !needed && !name->said();
    complete = complete && (at || left_out);
    columns_.push_back(at.value_or(0));
  }
  return complete;
}

bool CsvSelection::add_conditions(const Said<PerName<std::string>>& where) {
  if (!where) return !where.said();
  bool complete = true;
  for (const Named<std::string>& condition : *where) {
    const auto at = column(condition.name, condition.at);
    complete = complete && at && condition.value;
    if (at && condition.value)
      conditions_.push_back({*at, *condition.value, condition.value.at, false, {}});
  }
  return complete;
}

std::optional<std::size_t> CsvSelection::column(const std::string& name, Place named_at) {
  std::vector<std::string> names;
  for (const CsvCell& cell : reader_.header()) names.push_back(cell.text);
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) {
    faults_->add(named_at,
                 fmt::format("{} has no column {}", faults_->name_of(reader_.header()[0].at.file),
                             in_quotes(name)),
                 nearest_or_all(name, names));
    return std::nullopt;
  }
  if (std::count(at, names.end(), name) > 1) {
    faults_->add(named_at,
                 fmt::format("{} has more than one column {}",
                             faults_->name_of(reader_.header()[0].at.file), in_quotes(name)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(at - names.begin());
}

bool CsvSelection::next() {
  while (reader_.next(row_)) {
    if (!selected()) continue;
    any_ = true;
    return true;
  }
  if (!any_) complain_of_no_row();
  any_ = true;  // once is enough
  return false;
}

bool CsvSelection::selected() {
  constexpr std::size_t most_others = 500;
  bool all = true;
  for (Condition& condition : conditions_) {
    const std::string& value = row_[condition.column].text;
    if (value == condition.value) {
      condition.met = true;
      continue;
    }
    all = false;
    const bool news = condition.others.empty() || condition.others.back() != value;
    if (!condition.met && news && condition.others.size() < most_others)
      condition.others.push_back(value);
  }
  return all;
}

void CsvSelection::complain_of_no_row() const {
  const std::string& name =
      faults_->name_of(row_.empty() ? reader_.header()[0].at.file : row_[0].at.file);
  bool explained = false;
  for (const Condition& condition : conditions_) {
    if (condition.met) continue;
    std::vector<std::string> others = condition.others;
    std::ranges::sort(others);
    others.erase(std::unique(others.begin(), others.end()), others.end());
    faults_->add(condition.at,
                 fmt::format("no row of {} has {} in column {}", name, in_quotes(condition.value),
                             in_quotes(reader_.header()[condition.column].text)),
                 nearest_or_all(condition.value, others));
    explained = true;
  }
  if (explained) return;
  const Place at = conditions_.empty() ? named_at_ : conditions_.front().at;
  faults_->add(at, conditions_.empty()
                       ? fmt::format("{} has no rows below its header", name)
                       : fmt::format("no row of {} has all of these values at once", name));
}

std::optional<double> CsvSelection::number(std::size_t n) {
  std::string text = cell(n).text;
  if (reader_.separator() == ';') std::ranges::replace(text, ',', '.');
  const auto value = whole_text<double>(text);
  if (value && std::isfinite(*value)) return value;
  faults_->add(cell(n).at, fmt::format("expected a number, found {}", found(cell(n))));
  return std::nullopt;
}

std::optional<std::uint64_t> CsvSelection::whole(std::size_t n, std::uint64_t most) {
  const auto value = whole_text<std::uint64_t>(cell(n).text);
  if (value && *value <= most) return value;
  faults_->add(cell(n).at,
               fmt::format("expected a whole number from 0 to {}, found {}", most, found(cell(n))));
  return std::nullopt;
}

}  // namespace gateflow
