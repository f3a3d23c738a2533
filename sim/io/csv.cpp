#include "sim/io/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr std::size_t most_columns = 1000;

/// The one of comma, semicolon and tab that the first line has most of.
char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return std::ranges::max({',', ';', '\t'}, {},
                          [&](char c) { return std::ranges::count(line, c); });
}

void trim(std::string& text) {
  constexpr const char* space = " \t";
  text.erase(text.find_last_not_of(space) + 1);
  text.erase(0, std::min(text.find_first_not_of(space), text.size()));
}

}  // namespace

CsvReader::CsvReader(std::uint32_t file, FaultList& faults)
    : faults_(faults), text_(faults.text_of(file)), file_(file) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  separator_ = separator_of(text_);
  if (!read_row(header_)) faults_.add({file_, 1, 1}, "this file has no header row");
}

bool CsvReader::next(CsvRow& row) {
  while (read_row(row)) {
    if (row.size() == header_.size()) return true;
    faults_.add(row.front().at, fmt::format("this row has {}, the header has {}",
                                            counted(row.size(), "cell"), header_.size()));
  }
  return false;
}

bool CsvReader::read_row(CsvRow& row) {
  while (!at_end() && at_line_end()) advance();
  if (at_end()) return false;

  std::size_t cells = 0;
  for (;;) {
    if (cells == row.size()) row.emplace_back();
    read_cell(row[cells++]);
    if (at_end() || at_line_end() || cells == most_columns) break;
    advance();  // the separator
  }
  row.resize(cells);
  if (cells == most_columns && !at_end() && !at_line_end()) {
    faults_.add(here(), fmt::format("more than {} columns", most_columns));
    while (!at_end() && !at_line_end()) advance();
  }
  return true;
}

void CsvReader::read_cell(CsvCell& cell) {
  cell.at = here();
  cell.text.clear();
  if (!at_end() && text_[offset_] == '"') {
    read_quoted(cell);
    return;
  }
  while (!at_end() && !at_line_end() && text_[offset_] != separator_) {
    cell.text += text_[offset_];
    advance();
  }
  trim(cell.text);
}

void CsvReader::read_quoted(CsvCell& cell) {
  advance();
  for (;;) {
    if (at_end()) {
      faults_.add(cell.at, "this quote is never closed");
      return;
    }
    const char c = text_[offset_];
    advance();
    if (c == '"') {
      if (at_end() || text_[offset_] != '"') break;
      advance();
    }
    cell.text += c;
  }
  const Place after = here();
  bool more = false;
  while (!at_end() && !at_line_end() && text_[offset_] != separator_) {
    more = more || text_[offset_] != ' ';
    advance();
  }
  if (more) faults_.add(after, "a quoted cell goes on after its closing quote");
  trim(cell.text);
}

bool CsvReader::at_line_end() const {
  const char c = text_[offset_];
  return c == '\n' || (c == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] == '\n'));
}

void CsvReader::advance() {
  const char c = text_[offset_++];
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if ((static_cast<unsigned char>(at_end() ? 0 : text_[offset_]) & 0xC0) != 0x80) {
    ++column_;  // columns count characters: only the last byte of one moves on
  }
}

}  // namespace gateflow
