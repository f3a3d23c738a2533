#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "sim/io/place.hpp"
#include "sim/kernel/time.hpp"

/// The forms a value in a scenario file can take, as plain descriptions. Two functions go over
/// them: `read` (form_reader.hpp) and `schema_of` (form_schema.hpp); so what the reader takes and
/// what the schema promises cannot differ.
namespace gateflow {

/// A value of the file with its place: there, faulty (said, without a value), or absent.
template <class T>
struct Said {
  std::optional<T> value;
  Place at;

  bool said() const { return static_cast<bool>(at); }
  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
  T value_or(T otherwise) const { return value.value_or(std::move(otherwise)); }
};

/// One entry of a table whose keys are names given by the user.
template <class T>
struct Named {
  std::string name;
  Place at;  ///< of the name
  Said<T> value;
};

/// Any number in the range, whole or not; `open`: but not `least` itself.
struct Number {
  double least = 0;
  double most = 1e12;
  bool open = false;
  using Value = double;
};

/// A whole number in the range.
struct Whole {
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  using Value = std::uint64_t;
};

struct Flag {
  using Value = bool;
};

struct Text {
  std::size_t longest = 100'000;  ///< bytes; at least one
  using Value = std::string;
};

/// A time of day without a date.
struct TimeOfDay {
  using Value = Time;
};

/// What a cell of a CSV file is compared with: text, a whole number or a date; as text.
struct CellText {
  using Value = std::string;
};

/// One of some words, each standing for something.
template <class T>
struct Word {
  std::vector<std::pair<std::string_view, T>> words;
  using Value = T;
};

template <class First, class Second>
struct Pair {
  First first;
  Second second;
  using Value = std::pair<typename First::Value, typename Second::Value>;
};

template <class Item>
struct List {
  Item item;
  std::size_t least = 1;
  std::size_t most = 100'000;
  using Value = std::vector<Said<typename Item::Value>>;
};

/// A table that is read by itself, as part of another.
struct Anything {
  using Value = bool;
};

/// A table whose keys are names: `{ vip = ..., press = ... }`, or `[class.vip]`, `[class.press]`.
template <class Item>
struct ByName {
  std::string_view what;  ///< the names stand for: "class"
  Item item;
  std::size_t most = 1'000;
  using Value = std::vector<Named<typename Item::Value>>;
};

/// A table with the keys that `describe(keys, entry)` lists.
template <class Entry>
struct Keyed {
  using Value = Entry;
};

/// One of several kinds of table, told apart by a key that only it has, or by that key's word.
template <class... Entries>
struct OneOf {
  struct Sign {
    std::string_view key;
    std::string_view word = {};  ///< empty: whatever the key's value is
  };
  std::string_view example;
  std::array<Sign, sizeof...(Entries)> signs;
  using Value = std::variant<Entries...>;
};

/// One or the other, told apart by what TOML has there: a number, a list, a table...
template <class First, class Second>
struct Either {
  First first;
  Second second;
  using Value = std::variant<typename First::Value, typename Second::Value>;
};

/// A form under a name of its own in the schema.
template <class Form>
struct Defined {
  std::string_view name;
  Form form;
  using Value = typename Form::Value;
};

}  // namespace gateflow
