#include "sim/cli/text_table.hpp"

#include <algorithm>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr std::size_t gap = 2;

std::string padded(const std::string& text, std::size_t width, Align align) {
  const std::string blanks(width - std::min(width, characters(text)), ' ');
  return align == Align::Left ? text + blanks : blanks + text;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

void TextTable::add(std::string head, Align align, unsigned worth, std::vector<std::string> cells) {
  if (columns_.empty()) head = title_;
  std::size_t width = characters(head);
  for (const std::string& cell : cells) width = std::max(width, characters(cell));
  columns_.push_back({std::move(head), align, worth, std::move(cells), width});
}

std::vector<const TextTable::Column*> TextTable::fitting(unsigned width) const {
  std::vector<const Column*> chosen;
  std::size_t taken = 0;
  for (const Column& column : columns_) {
    chosen.push_back(&column);
    taken += column.width + gap;
  }
  while (taken > width + gap) {
    const auto least = std::ranges::max_element(chosen, {}, &Column::worth);
    if ((*least)->worth == 0) break;
    taken -= (*least)->width + gap;
    chosen.erase(least);
  }
  return chosen;
}

std::string TextTable::text(const Look& look) const {
  if (columns_.empty()) return {};
  const std::vector<const Column*> columns = fitting(look.width);
  const auto line = [&](auto cell_of) {
    std::string out;
    for (const Column* column : columns) {
      if (column != columns.front()) out.append(gap, ' ');
      out += padded(cell_of(*column), column->width, column->align);
    }
    return without_trailing_blanks(std::move(out));
  };
  std::string out = look.bold(line([](const Column& column) { return column.head; })) + '\n';
  for (std::size_t row = 0; row < columns_.front().cells.size(); ++row)
    out += line([&](const Column& column) { return column.cells[row]; }) + '\n';
  return out;
}

}  // namespace gateflow
