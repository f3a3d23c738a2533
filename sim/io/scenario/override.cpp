#include "sim/io/scenario/override.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr std::string_view spaces = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

/// Of the first equals sign that does not stand between quotes.
std::size_t equals_sign(std::string_view text) {
  char quote = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (quote == 0 && text[k] == '=') return k;
    if (quote == 0 && (text[k] == '"' || text[k] == '\''))
      quote = text[k];
    else if (text[k] == quote)
      quote = 0;
  }
  return std::string_view::npos;
}

/// Text that TOML itself does not take without quotes.
bool is_bare_text(std::string_view value) {
  constexpr std::array<std::string_view, 4> words{"true", "false", "inf", "nan"};
  return std::string_view("0123456789+-.\"'[{").find(value.front()) == std::string_view::npos &&
         std::ranges::find(words, value) == words.end();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// The keys that lead to the only value of a tree. Requires tables with one member each.
std::vector<std::string> path_of(const Node& tree) {
  std::vector<std::string> path;
  for (const auto* keys = std::get_if<Members>(&tree.value); keys != nullptr && !keys->empty();
       keys = std::get_if<Members>(&keys->front().value.value))
    path.push_back(keys->front().key);
  return path;
}

Member* find_member(Node& table, const std::string& key) {
  auto* const members = std::get_if<Members>(&table.value);
  if (members == nullptr) return nullptr;
  const auto found = std::ranges::find(*members, key, &Member::key);
  return found == members->end() ? nullptr : &*found;
}

bool is_table(const Node& node) {
  return std::holds_alternative<Members>(node.value);
}

bool is_empty_table(const Node& node) {
  return is_table(node) && std::get<Members>(node.value).empty();
}

/// A table there, empty where there was something else.
Members& table_at(Node& node) {
  if (!std::holds_alternative<Members>(node.value)) node.value = Members{};
  return std::get<Members>(node.value);
}

}  // namespace

bool is_section_of_names(const std::string& key) {
  constexpr std::array<std::string_view, 7> sections{"zone", "gate", "class", "station",
                                                     "case", "rule", "temper"};
  return std::ranges::find(sections, key) != sections.end();
}

std::optional<Overlay> read_overlay(const std::string& assignment, FaultList& faults) {
  const std::uint32_t file = faults.add_file("--set", assignment);
  const std::size_t equals = equals_sign(assignment);
  const std::string_view text = assignment;
  if (equals == std::string::npos || text.find_first_of("\r\n") != std::string::npos ||
      trimmed(text.substr(equals + 1)).empty()) {
    faults.add({file, 1, 1}, "expected KEY=VALUE", "for instance case.dead-phone.rule=hold");
    return std::nullopt;
  }
  const std::string key(text.substr(0, equals));
  const std::string_view value = trimmed(text.substr(equals + 1));
  const std::string line = key + "= " + (is_bare_text(value) ? quoted(value) : std::string(value));
  const std::uint32_t as_toml = faults.add_file("--set", line);
  auto tree = parse_toml(as_toml, faults);
  if (!tree) return std::nullopt;
  if (std::get<Members>(tree->value).front().key == "variant") {
    faults.add({file, 1, 1}, "values are laid over the evening that is run, not over a variant",
               "--variant NAME runs one");
    return std::nullopt;
  }
  FaultList unheard;
  const auto key_alone = parse_toml(unheard.add_file("", key + "= 0"), unheard);
  return Overlay{path_of(*key_alone), std::move(*tree)};
}

bool lay_over(Node& root, const Overlay& overlay, FaultList& faults) {
  Node* onto = &root;
  const Node* from = &overlay.tree;
  for (std::size_t depth = 0; depth < overlay.path.size(); ++depth) {
    const Member& said = std::get<Members>(from->value).front();
    const bool last = depth + 1 == overlay.path.size();
    Members& members = table_at(*onto);
    Member* there = find_member(*onto, said.key);
    if (there == nullptr && depth == 1 && !last && is_section_of_names(overlay.path[0])) {
      std::vector<std::string> names;
      for (const Member& m : members) names.push_back(m.key);
      faults.add(said.key_at,
                 "there is no " + overlay.path[0] + ' ' + in_quotes(said.key) + " to change",
                 nearest_or_all(said.key, names));
      return false;
    }
    if (there == nullptr) {
      members.push_back({said.key, said.key_at, Node{said.value.at, Members{}}});
      there = &members.back();
    }
    if (last && !(is_empty_table(said.value) && is_table(there->value))) there->value = said.value;
    onto = &there->value;
    from = &said.value;
  }
  return true;
}

}  // namespace gateflow
