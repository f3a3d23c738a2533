#include "sim/io/scenario/toml_nesting.hpp"

#include <algorithm>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr unsigned most_parts = 16;

/// Length of the string that begins here with a quote, with its quotes; an open one runs to the
/// end of the line, or of the text for three quotes.
std::size_t string_length(std::string_view text) {
  const char quote = text.front();
  const std::string three(3, quote);
  const bool many_lines = text.starts_with(three);
  const std::string_view closing = std::string_view(three).substr(0, many_lines ? 3 : 1);
  for (std::size_t i = closing.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text.substr(i).starts_with(closing)) {
      i += closing.size();
      // Up to two more quotes right before the closing three belong to the string.
      for (int more = 0; many_lines && more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
      return i;
    } else if (text[i] == '\n' && !many_lines) {
      return i;
    }
  }
  return text.size();
}

Place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {0, static_cast<std::uint32_t>(1 + std::ranges::count(before, '\n')),
          static_cast<std::uint32_t>(1 + characters(before.substr(line_start)))};
}

}  // namespace

std::optional<Place> too_deep_key(std::string_view toml) {
  unsigned dots = 0;
  for (std::size_t i = 0; i < toml.size();) {
    const char c = toml[i];
    if (c == '"' || c == '\'') {
      i += string_length(toml.substr(i));
      continue;
    }
    if (c == '#') {
      i = std::min(toml.find('\n', i), toml.size());
      continue;
    }
    if (c == '.' && ++dots == most_parts) return place_of(toml, i);
    if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '[') dots = 0;
    ++i;
  }
  return std::nullopt;
}

}  // namespace gateflow
