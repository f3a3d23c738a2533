#pragma once

#include <string_view>

namespace gateflow {

/// First line and column names of a trace file, for writer and reader.
inline constexpr std::string_view trace_title = "# gateflow trace 1";
inline constexpr std::string_view trace_columns = "time,what,person,station,lane,case,ahead";

}  // namespace gateflow
