#pragma once

#include <map>
#include <set>
#include <string>
#include <type_traits>

#include "sim/io/faults.hpp"
#include "sim/io/scenario/forms.hpp"
#include "sim/io/scenario/key_names.hpp"
#include "sim/io/scenario/toml_tree.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {

/// Where each value stands, by its path from the root: "station.scan.staff[0].lanes".
using Places = std::map<std::string, Place, std::less<>>;

/// What is being read, and where the reader is.
struct Reading {
  FaultList& faults;
  Places places;
  std::set<std::string, std::less<>> faulty;  ///< paths with a fault at or below them
  std::set<std::string, std::less<>> meant;   ///< paths of keys that are there, misspelt
  std::string path;
};

/// A step down the path for as long as it lives.
class Step {
 public:
  Step(Reading& reading, std::string_view key) : reading_(reading), before_(reading.path.size()) {
    reading.path = below(reading.path, key);
  }
  Step(Reading& reading, std::size_t index) : reading_(reading), before_(reading.path.size()) {
    reading.path += '[' + std::to_string(index) + ']';
  }
  ~Step() { reading_.path.resize(before_); }
  static std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + '.' + std::string(key);
  }

  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  Reading& reading_;
  std::size_t before_;
};

// ---- What a form expects, in words; whether a node is of its kind at all ----

std::string in_words(const Number& form);
std::string in_words(const Whole& form);
std::string in_words(const Flag& form);
std::string in_words(const Text& form);
std::string in_words(const TimeOfDay& form);
std::string in_words(const CellText& form);
inline std::string in_words(const Anything&) {
  return "a table";
}
std::string in_words_of_choice(const std::vector<std::string>& words);

template <class T>
std::vector<std::string> words_of(const Word<T>& form) {
  std::vector<std::string> words;
  for (const auto& [word, meaning] : form.words) words.emplace_back(word);
  return words;
}

template <class T>
std::string in_words(const Word<T>& form) {
  return in_words_of_choice(words_of(form));
}
template <class First, class Second>
std::string in_words(const Pair<First, Second>& form) {
  return "a list of " + in_words(form.first) + " and " + in_words(form.second);
}
template <class Item>
std::string in_words(const List<Item>&) {
  return "a list";
}
template <class Item>
std::string in_words(const ByName<Item>& form) {
  return "a table with a key for each " + std::string(form.what);
}
template <class Entry>
std::string in_words(const Keyed<Entry>&) {
  return "a table";
}
template <class... Entries>
std::string in_words(const OneOf<Entries...>& form) {
  return "a table like " + std::string(form.example);
}
template <class First, class Second>
std::string in_words(const Either<First, Second>& form) {
  return in_words(form.first) + " or " + in_words(form.second);
}
template <class Form>
std::string in_words(const Defined<Form>& form) {
  return in_words(form.form);
}

inline bool is_list(const Node& node) {
  return std::holds_alternative<Nodes>(node.value);
}
inline bool is_table(const Node& node) {
  return std::holds_alternative<Members>(node.value);
}
bool suits(const Number& form, const Node& node);
template <class Item>
bool suits(const List<Item>&, const Node& node) {
  return is_list(node);
}
template <class Entry>
bool suits(const Keyed<Entry>&, const Node& node) {
  return is_table(node);
}
template <class... Entries>
bool suits(const OneOf<Entries...>&, const Node& node) {
  return is_table(node);
}
template <class Form>
bool suits(const Defined<Form>& form, const Node& node) {
  return suits(form.form, node);
}

// ---- Reading: the value, or none and faults ----

std::optional<double> read(const Number& form, const Node& node, Reading& reading);
std::optional<std::uint64_t> read(const Whole& form, const Node& node, Reading& reading);
std::optional<bool> read(const Flag& form, const Node& node, Reading& reading);
std::optional<std::string> read(const Text& form, const Node& node, Reading& reading);
std::optional<Time> read(const TimeOfDay& form, const Node& node, Reading& reading);
inline std::optional<bool> read(const Anything&, const Node&, Reading&) {
  return true;
}
std::optional<std::string> read(const CellText& form, const Node& node, Reading& reading);

/// "expected <form>, found <node>"; with both the same thing said once.
void add_unexpected(const std::string& expected, const Node& node, Reading& reading);

/// Its index among the words, or none and a fault.
std::optional<std::size_t> read_word(const std::vector<std::string>& words, const Node& node,
                                     Reading& reading);

/// The members of a table, or null and a fault.
const Members* read_members(const std::string& expected, const Node& node, Reading& reading);
/// The items of a list with a number of them in the range, or null and a fault.
const Nodes* read_items(const std::string& expected, std::size_t least, std::size_t most,
                        const Node& node, Reading& reading);

const Node* find(const Members& members, std::string_view key);

template <class T>
std::optional<T> read(const Word<T>& form, const Node& node, Reading& reading) {
  const auto index = read_word(words_of(form), node, reading);
  if (!index) return std::nullopt;
  return form.words[*index].second;
}

template <class Form>
Said<typename Form::Value> read_said(const Form& form, const Node& node, Reading& reading) {
  reading.places[reading.path] = node.at;
  const std::size_t faults_before = reading.faults.size();
  Said<typename Form::Value> out{read(form, node, reading), node.at};
  if (reading.faults.size() > faults_before) reading.faulty.insert(reading.path);
  return out;
}

template <class First, class Second>
auto read(const Pair<First, Second>& form, const Node& node, Reading& reading)
    -> std::optional<typename Pair<First, Second>::Value> {
  const Nodes* items = read_items(in_words(form), 2, 2, node, reading);
  if (items == nullptr) return std::nullopt;
  auto first = read(form.first, (*items)[0], reading);
  auto second = read(form.second, (*items)[1], reading);
  if (!first || !second) return std::nullopt;
  return std::pair{std::move(*first), std::move(*second)};
}

template <class Item>
auto read(const List<Item>& form, const Node& node, Reading& reading)
    -> std::optional<typename List<Item>::Value> {
  const Nodes* items = read_items(in_words(form), form.least, form.most, node, reading);
  if (items == nullptr) return std::nullopt;
  typename List<Item>::Value out;
  out.reserve(items->size());
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Step step(reading, i);
    out.push_back(read_said(form.item, (*items)[i], reading));
  }
  return out;
}

void add_too_many(std::string_view what, std::size_t most, std::size_t found, Place at,
                  Reading& reading);

/// Names become parts of paths, which are kept for every value below them.
bool is_too_long(const Member& name, std::string_view what, Reading& reading);

template <class Item>
auto read(const ByName<Item>& form, const Node& node, Reading& reading)
    -> std::optional<typename ByName<Item>::Value> {
  const Members* members = read_members(in_words(form), node, reading);
  if (members == nullptr) return std::nullopt;
  if (members->size() > form.most) {
    add_too_many(form.what, form.most, members->size(), (*members)[form.most].key_at, reading);
    return std::nullopt;
  }
  typename ByName<Item>::Value out;
  for (const Member& member : *members) {
    if (is_too_long(member, form.what, reading)) continue;
    const Step step(reading, member.key);
    out.push_back({member.key, member.key_at, read_said(form.item, member.value, reading)});
  }
  return out;
}

/// Reads the keys that a `describe` function names, then complains of all others.
class KeyReader {
 public:
  KeyReader(const Members& members, Place table, Reading& reading)
      : members_(members), table_(table), reading_(reading) {}

  template <class Target, class Form>
  void needs(std::string_view key, Target& target, const Form& form, std::string_view) {
    if (find(members_, key) == nullptr) missing_.emplace_back(key);
    take(key, target, form);
  }

  template <class Target, class Form>
  void may(std::string_view key, Target& target, const Form& form, std::string_view) {
    take(key, target, form);
  }

  /// A key that is known although no field takes it.
  void knows(std::string_view key) { known_.emplace_back(key); }

  /// `of_others`: keys of the other kinds of such a table; `kind`: what makes it of this kind.
  void finish(const std::vector<std::string>& of_others = {}, const std::string& kind = {}) const;

 private:
  template <class Target, class Form>
  void take(std::string_view key, Target& target, const Form& form) {
    known_.emplace_back(key);
    const Node* node = find(members_, key);
    if (node == nullptr) return;
    const Step step(reading_, key);
    store(target, read_said(form, *node, reading_));
  }

  template <class T, class Value>
  static void store(Said<T>& target, Said<Value> found) {
    target.at = found.at;
    if (!found) return;
    if constexpr (std::is_arithmetic_v<T>)
      target.value = static_cast<T>(*found);
    else
      target.value = std::move(*found.value);
  }
  template <class T, class Value>
  static void store(T& target, Said<Value> found) {
    if (found) target = static_cast<T>(*found);
  }

  const Members& members_;
  Place table_;
  Reading& reading_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

template <class Entry>
std::optional<Entry> read(const Keyed<Entry>& form, const Node& node, Reading& reading) {
  const Members* members = read_members(in_words(form), node, reading);
  if (members == nullptr) return std::nullopt;
  Entry entry;
  KeyReader keys(*members, node.at, reading);
  describe(keys, entry);
  keys.finish();
  return entry;
}

/// Which of several kinds of table this is, by its signs (key and word, the word may be empty), or
/// none and a fault.
std::optional<std::size_t> read_sign(
    const std::vector<std::pair<std::string_view, std::string_view>>& signs,
    const std::string& expected, const Members& members, Place table, Reading& reading);

template <class... Entries>
std::optional<std::variant<Entries...>> read(const OneOf<Entries...>& form, const Node& node,
                                             Reading& reading) {
  const Members* members = read_members(in_words(form), node, reading);
  if (members == nullptr) return std::nullopt;
  std::vector<std::pair<std::string_view, std::string_view>> signs;
  for (const auto& sign : form.signs) signs.emplace_back(sign.key, sign.word);
  const auto kind = read_sign(signs, in_words(form), *members, node.at, reading);
  if (!kind) return std::nullopt;

  std::vector<std::string> of_all;
  for (const auto& other : form.signs) of_all.emplace_back(other.key);
  (append_key_names<Entries>(of_all), ...);

  std::optional<std::variant<Entries...>> out;
  std::size_t index = 0;
  const auto read_if_chosen = [&]<class Entry>(std::type_identity<Entry>) {
    if (index++ != *kind) return;
    const auto& [key, word] = signs[*kind];
    Entry entry;
    KeyReader keys(*members, node.at, reading);
    keys.knows(key);
    describe(keys, entry);
    keys.finish(of_all, word.empty() ? in_quotes(key) : std::string(key) + " = " + in_quotes(word));
    out = std::move(entry);
  };
  (read_if_chosen(std::type_identity<Entries>{}), ...);
  return out;
}

template <class First, class Second>
auto read(const Either<First, Second>& form, const Node& node, Reading& reading)
    -> std::optional<typename Either<First, Second>::Value> {
  using Value = typename Either<First, Second>::Value;
  if (suits(form.first, node)) {
    if (auto value = read(form.first, node, reading))
      return Value{std::in_place_index<0>, std::move(*value)};
  } else if (suits(form.second, node)) {
    if (auto value = read(form.second, node, reading))
      return Value{std::in_place_index<1>, std::move(*value)};
  } else {
    add_unexpected(in_words(form), node, reading);
  }
  return std::nullopt;
}

template <class Form>
auto read(const Defined<Form>& form, const Node& node, Reading& reading) {
  return read(form.form, node, reading);
}

}  // namespace gateflow
