#pragma once

#include <cmath>
#include <string>

#include "sim/analysis/samples.hpp"
#include "sim/cli/look.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {

/// "4m47s", of seconds that may be less than 0.
inline std::string short_seconds(double seconds) {
  return signed_span(Time{std::llround(seconds * 1e6)});
}

/// "4m47s ± 3m34s": a mean and half its interval, each told by `in_words`.
template <class InWords>
std::string with_interval(const Estimate& e, const Look& look, InWords in_words) {
  const char* sign = look.unicode ? " ± " : " +- ";
  return in_words(e.mean) + (e.half_width ? sign + in_words(*e.half_width) : "");
}

}  // namespace gateflow
