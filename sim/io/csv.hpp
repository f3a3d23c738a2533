#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/io/faults.hpp"
#include "sim/io/place.hpp"

namespace gateflow {

struct CsvCell {
  std::string text;  ///< without quotes, and without white space around it
  Place at;
};
using CsvRow = std::vector<CsvCell>;

/// Reads a CSV file (RFC 4180) row by row. The separator is whichever of comma, semicolon and tab
/// the header has most; a byte order mark and either kind of line end are fine; empty lines are
/// passed over.
class CsvReader {
 public:
  /// The file must stay in the list.
  CsvReader(std::uint32_t file, FaultList& faults);

  const CsvRow& header() const { return header_; }
  char separator() const { return separator_; }

  /// The next row with as many cells as the header; other rows are faults and are passed over.
  bool next(CsvRow& row);

 private:
  bool read_row(CsvRow& row);
  void read_cell(CsvCell& cell);
  void read_quoted(CsvCell& cell);
  bool at_end() const { return offset_ >= text_.size(); }
  bool at_line_end() const;
  void advance();
  Place here() const { return {file_, line_, column_}; }

  FaultList& faults_;
  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint32_t file_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  char separator_ = ',';
  CsvRow header_;
};

}  // namespace gateflow
