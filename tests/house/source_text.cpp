#include "tests/house/source_text.hpp"

#include <algorithm>

namespace gateflow::house {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Just behind `end`, looked for from `from` on; the end of the text if it does not come.
std::size_t behind(std::string_view text, std::string_view end, std::size_t from) {
  const std::size_t at = text.find(end, from);
  return at == std::string_view::npos ? text.size() : at + end.size();
}

/// Just behind the literal whose opening quote is at `at`.
std::size_t behind_literal(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text[at]) {
      return i + 1;
    }
  }
  return text.size();
}

/// Just behind the comment or literal that begins at `at`; `at` itself if none does.
std::size_t behind_skipped(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool inside_word = at > 0 && is_word(text[at - 1]);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return behind(text, "*/", at + 2);
  if (rest.starts_with("R\"") && !inside_word) {
    const std::size_t open = text.find('(', at);
    const std::string_view delimiter = text.substr(at + 2, open - at - 2);
    return behind(text, ")" + std::string(delimiter) + "\"", open);
  }
  if (rest.starts_with('"')) return behind_literal(text, at);
  if (rest.starts_with('\'') && !inside_word) return behind_literal(text, at);  // not 1'000
  return at;
}

std::string_view without_leading_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

}  // namespace

std::string without_comments_and_literals(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = behind_skipped(text, at);
    for (std::size_t i = at; i < end; ++i) {
      if (out[i] != '\n') out[i] = ' ';
    }
    at = std::max(end, at + 1);
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = static_cast<std::size_t>(
        std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(), is_word) -
        line.begin());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_directive(std::string_view line) {
  return without_leading_blanks(line).starts_with('#');
}

std::string_view included_by(std::string_view line) {
  line = without_leading_blanks(line);
  if (!line.starts_with('#')) return {};
  line = without_leading_blanks(line.substr(1));
  if (!line.starts_with("include")) return {};
  line = without_leading_blanks(line.substr(7));
  return line.substr(0, line.find_first_of("\">", 1));
}

}  // namespace gateflow::house
