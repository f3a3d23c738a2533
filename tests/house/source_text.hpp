#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Just enough reading of C++ to look at includes and words. All views are into the text given.
namespace gateflow::house {

/// The text with comments and literals blanked, line breaks kept.
std::string without_comments_and_literals(std::string_view text);

std::vector<std::string_view> lines_of(std::string_view text);

/// The identifiers and numbers of a line.
std::vector<std::string_view> words_of(std::string_view line);

/// Whether the preprocessor reads this line.
bool is_directive(std::string_view line);

/// What an #include line names, with its opening mark: `"a.hpp` or `<vector`; empty for other
/// lines.
std::string_view included_by(std::string_view line);

}  // namespace gateflow::house
