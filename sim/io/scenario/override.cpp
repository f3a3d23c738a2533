#include "sim/io/scenario/override.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gateflow {
namespace {

constexpr std::string_view spaces = " \t";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Text that TOML itself does not take without quotes.
bool is_bare_text(std::string_view value) {
  constexpr std::array<std::string_view, 4> words{"true", "false", "inf", "nan"};
  return !value.empty() && is_letter(value.front()) &&
         std::ranges::find(words, value) == words.end();
}

/// As a line of TOML.
std::string as_toml(const std::string& assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos) return assignment;
  const std::size_t begin = assignment.find_first_not_of(spaces, equals + 1);
  if (begin == std::string::npos) return assignment;
  const std::string value = assignment.substr(begin);
  return is_bare_text(value) ? assignment.substr(0, begin) + '"' + value + '"' : assignment;
}

/// How many tables the key leads through: 2 for "case.phone.rule". Requires a line of TOML.
unsigned tables_on_the_way(const std::string& assignment) {
  FaultList unheard;
  const std::string key = assignment.substr(0, assignment.find('='));
  const auto tree = parse_toml(unheard.add_file("", key + "= 0"), unheard);
  unsigned count = 0;
  const Node* node = tree ? &std::get<Members>(tree->value).front().value : nullptr;
  for (; node != nullptr && std::holds_alternative<Members>(node->value); ++count)
    node = &std::get<Members>(node->value).front().value;
  return count;
}

/// What stands below that many tables is replaced whole.
void lay_over(Members& onto, Members&& from, unsigned tables) {
  for (Member& m : from) {
    const auto there = std::ranges::find(onto, m.key, &Member::key);
    auto* const below = there == onto.end() ? nullptr : std::get_if<Members>(&there->value.value);
    if (there == onto.end())
      onto.push_back(std::move(m));
    else if (tables > 0 && below != nullptr)
      lay_over(*below, std::move(std::get<Members>(m.value.value)), tables - 1);
    else
      there->value = std::move(m.value);
  }
}

}  // namespace

bool override_value(Node& root, const std::string& assignment, FaultList& faults) {
  auto tree = parse_toml(faults.add_file("--set", as_toml(assignment)), faults);
  if (!tree) return false;
  lay_over(std::get<Members>(root.value), std::move(std::get<Members>(tree->value)),
           tables_on_the_way(assignment));
  return true;
}

}  // namespace gateflow
