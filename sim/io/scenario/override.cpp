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

void lay_over(Members& onto, Members&& from) {
  for (Member& m : from) {
    const auto there = std::ranges::find(onto, m.key, &Member::key);
    if (there == onto.end()) {
      onto.push_back(std::move(m));
      continue;
    }
    auto* const below = std::get_if<Members>(&there->value.value);
    auto* const more = std::get_if<Members>(&m.value.value);
    if (below != nullptr && more != nullptr)
      lay_over(*below, std::move(*more));
    else
      there->value = std::move(m.value);
  }
}

}  // namespace

bool override_value(Node& root, const std::string& assignment, FaultList& faults) {
  auto tree = parse_toml(faults.add_file("--set", as_toml(assignment)), faults);
  if (!tree) return false;
  lay_over(std::get<Members>(root.value), std::move(std::get<Members>(tree->value)));
  return true;
}

}  // namespace gateflow
