#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/cli/look.hpp"

namespace gateflow {

enum class Align { Left, Right };

/// Rows of cells in aligned columns. Where the table is too wide, the columns that are worth least
/// are left out.
class TextTable {
 public:
  explicit TextTable(std::string title) : title_(std::move(title)) {}

  /// Columns are told with all their cells, one a row. `worth` 0: never left out; among the
  /// others the highest goes first.
  void add(std::string head, Align align, unsigned worth, std::vector<std::string> cells);

  /// The title above the names of the first column, the other heads beside it.
  std::string text(const Look& look) const;

 private:
  struct Column {
    std::string head;
    Align align;
    unsigned worth;
    std::vector<std::string> cells;
    std::size_t width;
  };

  std::vector<const Column*> fitting(unsigned width) const;

  std::string title_;
  std::vector<Column> columns_;
};

}  // namespace gateflow
