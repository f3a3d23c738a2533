#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// "19:32:05.250000": an instant, exactly. Hours go on past 24. Requires 0 <= at < 1000 h.
void append_clock(std::string& text, Time at);
std::string exact_clock(Time at);

/// "19:32:05": an instant, down to its second.
std::string clock_with_seconds(Time at);

/// "2.250000": a span in seconds, exactly. Requires span >= 0.
void append_seconds(std::string& text, Time span);

/// Reads what exact_clock wrote, and nothing else.
std::optional<Time> read_exact_clock(std::string_view text);

}  // namespace gateflow
