#include "sim/cli/figure_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/words.hpp"

namespace gateflow {
namespace {

std::string around(Unit unit, const Estimate& estimate, const Look& look) {
  if (!estimate.half_width) return {};
  return (look.unicode ? " ± " : " +- ") + distance_in_words(unit, *estimate.half_width);
}

}  // namespace

std::string in_words(Unit unit, double value) {
  const Time time{std::llround(std::max(value, 0.0) * 1e6)};
  switch (unit) {
    case Unit::Count:
      return grouped(static_cast<std::uint64_t>(std::llround(value)));
    case Unit::Seconds:
      return short_span(time);
    case Unit::Clock:
      return clock(time);
    case Unit::Share:
      return short_percent(value);
    case Unit::Metres:
      return fmt::format("{:.0f} m", value);
    case Unit::PerSquareMetre:
      return fmt::format("{:.2f}/m2", value);
    case Unit::Money:
    case Unit::Factor:
      return amount(value);
  }
  return {};
}

std::string distance_in_words(Unit unit, double value) {
  if (unit == Unit::Share) return fmt::format("{:.1f}", value * 100);
  if (unit == Unit::Count) return fmt::format("{:.{}f}", value, value < 10 ? 1 : 0);
  return in_words(unit == Unit::Clock ? Unit::Seconds : unit, value);
}

std::string mean_in_words(Unit unit, const Estimate& estimate, const Look& look) {
  if (estimate.n == 0) return "-";
  return in_words(unit, estimate.mean) + around(unit, estimate, look);
}

std::string change_in_words(Unit unit, const Estimate& change, const Look& look) {
  if (change.n == 0) return "-";
  const char* sign = change.mean < 0 ? "-" : "+";
  const bool points = unit == Unit::Share;
  return sign + distance_in_words(unit, std::abs(change.mean)) + around(unit, change, look) +
         (points ? " points" : "");
}

}  // namespace gateflow
