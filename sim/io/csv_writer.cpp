#include "sim/io/csv_writer.hpp"

#include <charconv>

#include "sim/io/clock_text.hpp"

namespace gateflow {

std::string csv_quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n;\t") == text.npos) return std::string(text);
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

CsvWriter& CsvWriter::begin() {
  if (!first_) row_ += ',';
  first_ = false;
  return *this;
}

CsvWriter& CsvWriter::cell(std::string_view text) {
  begin();
  row_ += text;
  return *this;
}

CsvWriter& CsvWriter::cell(std::uint64_t number) {
  begin();
  char digits[20];
  row_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  return *this;
}

CsvWriter& CsvWriter::clock(Time at) {
  begin();
  if (at != never) append_clock(row_, at);
  return *this;
}

CsvWriter& CsvWriter::seconds(Time span) {
  begin();
  append_seconds(row_, span);
  return *this;
}

void CsvWriter::end_row() {
  row_ += '\n';
  file_.write(row_);
  row_.clear();
  first_ = true;
}

}  // namespace gateflow
