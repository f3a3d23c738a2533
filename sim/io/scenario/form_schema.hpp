#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <type_traits>

#include "sim/io/scenario/forms.hpp"

namespace gateflow {

using Json = nlohmann::ordered_json;

// What a form looks like in JSON Schema. Forms under a name of their own are written once, into
// the definitions.

Json schema_of(const Number& form, Json& definitions);
Json schema_of(const Whole& form, Json& definitions);
Json schema_of(const Flag& form, Json& definitions);
Json schema_of(const Text& form, Json& definitions);
Json schema_of(const TimeOfDay& form, Json& definitions);
Json schema_of(const CellText& form, Json& definitions);
inline Json schema_of(const Anything&, Json&) {
  return {{"type", "object"}};
}

template <class T>
Json schema_of(const Word<T>& form, Json&) {
  Json words = Json::array();
  for (const auto& [word, meaning] : form.words) words.push_back(word);
  return {{"enum", std::move(words)}};
}

template <class First, class Second>
Json schema_of(const Pair<First, Second>& form, Json& definitions) {
  return {{"type", "array"},
          {"items",
           Json::array({schema_of(form.first, definitions), schema_of(form.second, definitions)})},
          {"minItems", 2},
          {"maxItems", 2}};
}

template <class Item>
Json schema_of(const List<Item>& form, Json& definitions) {
  return {{"type", "array"},
          {"items", schema_of(form.item, definitions)},
          {"minItems", form.least},
          {"maxItems", form.most}};
}

template <class Item>
Json schema_of(const ByName<Item>& form, Json& definitions) {
  return {{"type", "object"},
          {"additionalProperties", schema_of(form.item, definitions)},
          {"maxProperties", form.most}};
}

/// Writes down the keys that a `describe` function lists.
class KeySchema {
 public:
  explicit KeySchema(Json& definitions) : definitions_(definitions) {}

  template <class Target, class Form>
  void needs(std::string_view key, Target&, const Form& form, std::string_view meaning) {
    required_.push_back(key);
    add(key, schema_of(form, definitions_), meaning);
  }
  template <class Target, class Form>
  void may(std::string_view key, Target&, const Form& form, std::string_view meaning) {
    add(key, schema_of(form, definitions_), meaning);
  }

  /// The key that tells this kind of table from others by its value.
  void told_by(std::string_view key, std::string_view word) {
    required_.push_back(key);
    properties_[std::string(key)] = {{"enum", Json::array({word})}};
  }

  Json schema() const;

 private:
  void add(std::string_view key, Json schema, std::string_view meaning);

  Json& definitions_;
  Json properties_ = Json::object();
  Json required_ = Json::array();
};

template <class Entry>
Json schema_of(const Keyed<Entry>&, Json& definitions) {
  Entry entry;
  KeySchema keys(definitions);
  describe(keys, entry);
  return keys.schema();
}

template <class... Entries>
Json schema_of(const OneOf<Entries...>& form, Json& definitions) {
  Json kinds = Json::array();
  const auto add_kind = [&]<class Entry>(std::type_identity<Entry>) {
    const auto& sign = form.signs[kinds.size()];
    Entry entry;
    KeySchema keys(definitions);
    if (!sign.word.empty()) keys.told_by(sign.key, sign.word);
    describe(keys, entry);
    kinds.push_back(keys.schema());
  };
  (add_kind(std::type_identity<Entries>{}), ...);
  return {{"anyOf", std::move(kinds)}};
}

template <class First, class Second>
Json schema_of(const Either<First, Second>& form, Json& definitions) {
  return {{"anyOf",
           Json::array({schema_of(form.first, definitions), schema_of(form.second, definitions)})}};
}

template <class Form>
Json schema_of(const Defined<Form>& form, Json& definitions) {
  const std::string name(form.name);
  if (!definitions.contains(name)) {
    Json schema = schema_of(form.form, definitions);
    definitions[name] = std::move(schema);
  }
  return {{"$ref", "#/definitions/" + name}};
}

}  // namespace gateflow
