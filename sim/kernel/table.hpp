#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace gateflow {

/// A flat column indexed by one kind of id.
template <class Key, class Value>
class Table {
 public:
  Table() = default;
  explicit Table(std::size_t size, Value value = {}) : rows_(size, std::move(value)) {}
  Table(std::initializer_list<Value> rows) : rows_(rows) {}
  explicit Table(std::vector<Value> rows) : rows_(std::move(rows)) {}

  Value& operator[](Key key) { return rows_[key.index()]; }
  const Value& operator[](Key key) const { return rows_[key.index()]; }

  Key push_back(Value value) {
    rows_.push_back(std::move(value));
    return Key{rows_.size() - 1};
  }

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  bool has(Key key) const { return key.index() < rows_.size(); }
  void reserve(std::size_t n) { rows_.reserve(n); }
  void resize(std::size_t n) { rows_.resize(n); }

  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  Value* data() { return rows_.data(); }
  const Value* data() const { return rows_.data(); }
  Value& back() { return rows_.back(); }
  const Value& back() const { return rows_.back(); }

  bool operator==(const Table&) const = default;

 private:
  std::vector<Value> rows_;
};

/// The keys of a table of that size, in order: for (StationId s : keys<StationId>(n)).
template <class Key>
class keys {
 public:
  explicit keys(std::size_t size) : size_(size) {}

  struct iterator {
    std::size_t at;
    Key operator*() const { return Key{at}; }
    iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator==(const iterator&) const = default;
  };

  iterator begin() const { return {0}; }
  iterator end() const { return {size_}; }

 private:
  std::size_t size_;
};

template <class Key, class Value>
keys<Key> keys_of(const Table<Key, Value>& table) {
  return keys<Key>(table.size());
}

}  // namespace gateflow
