#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/kernel/time.hpp"

/// Figures as people read them.
namespace gateflow {

/// "80,000".
std::string grouped(std::uint64_t number);

/// "98.2 %"; never "100.0 %" for less than all, nor "0.0 %" for more than none.
std::string percent(double share);
/// The same for tables: "<0.1 %", ">99.9 %".
std::string short_percent(double share);

/// "19:32"; past midnight "0:10 (+1)".
std::string clock(Time at);

/// Of money, or of what has no unit of its own: "1.47", "-12.50", "81,340", "3.2e+18".
std::string amount(double value);

/// In sentences: "4.2 s", "45 s", "14 min 5 s", "1 h 5 min".
std::string span_in_words(Time span);

/// In tables: "4.2s", "45s", "14m05s", "1h05m".
std::string short_span(Time span);

/// The same, with a sign where it is less than 0.
std::string signed_span(Time span);

/// "1 person", "1,204 people"; "1 lane", "1,204 lanes".
std::string people(std::uint64_t number);
std::string several(std::uint64_t number, std::string_view one);

/// The text as a shell takes it for one word.
std::string shell_word(const std::string& text);

/// The text in lines of at most that many characters, broken at blanks.
std::string wrapped(std::string_view text, unsigned width);

}  // namespace gateflow
