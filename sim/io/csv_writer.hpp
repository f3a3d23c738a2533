#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/io/whole_file.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// The text as a CSV cell (RFC 4180): in quotes where it needs them.
std::string csv_quoted(std::string_view text);

/// Writes rows of cells, separated by commas, into a file.
class CsvWriter {
 public:
  explicit CsvWriter(WholeFile& file) : file_(file) {}

  CsvWriter& cell() { return begin(); }
  /// Text that is known to need no quotes, or has them.
  CsvWriter& cell(std::string_view text);
  CsvWriter& cell(std::uint64_t number);
  /// An instant as "19:32:05.250000"; nothing where it is `never`.
  CsvWriter& clock(Time at);
  /// A span in seconds as "2.250000".
  CsvWriter& seconds(Time span);
  void end_row();

 private:
  CsvWriter& begin();

  WholeFile& file_;
  std::string row_;
  bool first_ = true;
};

}  // namespace gateflow
