#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/io/csv.hpp"
#include "sim/io/scenario/csv_files.hpp"
#include "sim/io/scenario/entries.hpp"

namespace gateflow {

/// Some columns of those rows of a CSV file that have certain values in certain other columns.
class CsvSelection {
 public:
  using Columns = std::vector<const Said<std::string>*>;

  /// `needed` columns come first, then those that may be left out of the scenario. None, and
  /// faults, where the file cannot be read or something is not there.
  static std::optional<CsvSelection> open(const Said<std::string>& csv,
                                          const Said<PerName<std::string>>& where,
                                          const Columns& needed, const Columns& optional,
                                          CsvFiles& files, FaultList& faults);

  /// Moves on to the next row that is selected. After the last one it complains if there was none.
  bool next();

  /// Cell of the current row in the n-th of the columns asked for, which must have been said.
  const CsvCell& cell(std::size_t n) const { return row_[columns_[n]]; }

  /// The number in it, or none and a fault. In files separated by semicolons it may have a comma.
  std::optional<double> number(std::size_t n);
  /// The whole number in it, at most so much, or none and a fault.
  std::optional<std::uint64_t> whole(std::size_t n, std::uint64_t most);

 private:
  struct Condition {
    std::size_t column;
    std::string value;
    Place at;
    bool met = false;
    std::vector<std::string> others;  ///< some values seen instead
  };

  CsvSelection(std::uint32_t file, FaultList& faults) : reader_(file, faults), faults_(&faults) {}
  std::optional<std::size_t> column(const std::string& name, Place named_at);
  bool add_columns(const Columns& names, bool needed);
  bool add_conditions(const Said<PerName<std::string>>& where);
  bool selected();
  void complain_of_no_row() const;

  CsvReader reader_;
  FaultList* faults_;
  std::vector<std::size_t> columns_;
  std::vector<Condition> conditions_;
  Place named_at_;
  CsvRow row_;
  bool any_ = false;
};

}  // namespace gateflow
