#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/crowd/crowd.hpp"

namespace gateflow {

/// The rows of a table in the order in which people come: which row is the i-th person. Those who
/// come at one instant keep their order, so groups stay together.
class ArrivalOrder {
 public:
  explicit ArrivalOrder(const Table<PersonId, Time>& arrival);

  std::size_t row(PersonId person) const {
    return is_kept() ? person.index() : rows_[person.index()];
  }

  /// Nobody has to move.
  bool is_kept() const { return rows_.empty(); }

  /// Brings a column into this order; an empty one stays empty.
  template <class Value>
  void apply(Table<PersonId, Value>& column) const {
    if (is_kept() || column.empty()) return;
    Table<PersonId, Value> ordered(column.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) ordered.data()[i] = column.data()[rows_[i]];
    column = std::move(ordered);
  }

 private:
  std::vector<std::uint32_t> rows_;
};

}  // namespace gateflow
