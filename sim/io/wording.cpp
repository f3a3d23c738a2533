#include "sim/io/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gateflow {
namespace {

constexpr char32_t broken = U'\uFFFD';

/// Length of the UTF-8 character that begins here; 0 where none does.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool beyond = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
  return overlong || beyond ? 0 : length;
}

/// What each character of the text is, as a piece of it; broken bytes are pieces of length 1.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    visit(text.substr(0, std::max<std::size_t>(length, 1)), length > 0);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
}

/// Characters as numbers; latin letters lower case, '-' and '_' and ' ' alike, so that a slip in
/// these is the nearest there is.
std::u32string folded(std::string_view text) {
  std::u32string out;
  for_each_character(text, [&](std::string_view piece, bool whole) {
    if (!whole) return out.push_back(broken);
    char32_t code = static_cast<unsigned char>(piece[0]);
    if (piece.size() > 1) {
      code &= 0xFFu >> (piece.size() + 1);
      for (const char c : piece.substr(1))
        code = code << 6 | (static_cast<unsigned char>(c) & 0x3F);
    }
    if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
    if (code == '-' || code == ' ') code = '_';
    out.push_back(code);
  });
  return out;
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
std::size_t slips_between(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> two_up(to.size() + 1), up(to.size() + 1), row(to.size() + 1);
  std::iota(up.begin(), up.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = up[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, up[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        row[j] = std::min(row[j], two_up[j - 2] + 1);
    }
    two_up.swap(up);
    up.swap(row);
  }
  return up[to.size()];
}

}  // namespace

std::string in_quotes(std::string_view name) {
  constexpr std::size_t longest = 60;
  if (characters(name) <= longest) return fmt::format("'{}'", printable(name));
  std::size_t kept = 0, count = 0;
  for_each_character(name, [&](std::string_view piece, bool) {
    if (count++ < longest) kept += piece.size();
  });
  return fmt::format("'{}...'", printable(name.substr(0, kept)));
}

std::string listed(std::span<const std::string> names, std::string_view last) {
  constexpr std::size_t most = 12;
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == most) return fmt::format("{} and {} more", out, names.size() - most);
    if (i > 0) out += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    out += in_quotes(names[i]);
  }
  return out;
}

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string number_in_words(double number) {
  const bool plain = std::fabs(number) < 1e15 && std::floor(number) == number;
  return plain ? fmt::format("{:.0f}", number) : fmt::format("{}", number);
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t longest = 100;
  if (word.size() > longest) return {};
  const std::u32string meant = folded(word);
  std::string best;
  std::size_t fewest = 1 + std::max<std::size_t>(1, meant.size() / 3);
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest) continue;
    const std::u32string spelling = folded(candidate);
    const std::size_t slips = slips_between(meant, spelling);
    const bool anything_kept = slips < std::max(meant.size(), spelling.size());
    if (slips < fewest && anything_kept) {
      fewest = slips;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::string best = nearest(word, candidates);
  return best.empty() ? best : fmt::format("did you mean {}?", in_quotes(best));
}

std::string nearest_or_all(std::string_view word, std::span<const std::string> candidates) {
  const std::string hint = did_you_mean(word, candidates);
  if (!hint.empty() || candidates.empty()) return hint;
  return fmt::format("there {} {}", candidates.size() == 1 ? "is" : "are", listed(candidates));
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for_each_character(text, [&](std::string_view, bool) { ++count; });
  return count;
}

std::string printable(std::string_view text) {
  std::string out;
  for_each_character(text, [&](std::string_view piece, bool whole) {
    const auto first = static_cast<unsigned char>(piece[0]);
    const bool control = (first < 0x20 && first != '\t') || first == 0x7F ||
                         (first == 0xC2 && static_cast<unsigned char>(piece.back()) < 0xA0);
    out += whole && !control ? piece : "\xEF\xBF\xBD";
  });
  return out;
}

}  // namespace gateflow
