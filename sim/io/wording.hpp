#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateflow {

/// The name in single quotes, cut if it is long.
std::string in_quotes(std::string_view name);

/// "'a'", "'a' and 'b'", "'a', 'b' and 'c'"; only the first few of a long list.
std::string listed(std::span<const std::string> names, std::string_view last = "and");

/// "1 lane", "2 lanes".
std::string counted(std::size_t count, std::string_view one);

/// As one would type it: 12, 0.5, 1000000.
std::string number_in_words(double number);

/// The candidate that `word` was probably meant to be, or an empty text when none is near.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// "did you mean 'x'?", or an empty text when no candidate is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// The same, and where no candidate is near the list of all: "there are 'a' and 'b'".
std::string nearest_or_all(std::string_view word, std::span<const std::string> candidates);

/// Characters of a UTF-8 text; each byte that belongs to none counts as one.
std::size_t characters(std::string_view text);

/// The text with control characters (tabs stay) and broken UTF-8 replaced by U+FFFD, one for one.
std::string printable(std::string_view text);

}  // namespace gateflow
