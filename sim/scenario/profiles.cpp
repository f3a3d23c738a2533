#include "sim/scenario/profiles.hpp"

#include <algorithm>
#include <cassert>
#include <span>

namespace gateflow {
namespace {

/// Which instant a corner of a shape is measured from.
enum class From : std::uint8_t { Doors, Start };

/// A stretch of time that ends so many minutes after its anchor, and the share who come in it.
struct Stretch {
  From anchor;
  int until_min;
  double share;
};

struct Shape {
  int doors_before_start_min;  ///< usual, for evenings that name no doors
  int begins_before_doors_min;
  std::span<const Stretch> stretches;  ///< each begins where the one before ends
};

// Sources publish shares per period and nothing finer, so each period has one rate. Marked A: an
// assumption of ours.
//
// Stadium and arena: 60-70 % in the last 45 minutes before the start (2M Technology, a vendor's
// figure; we take 65 %). A: how these 65 % divide, the 5 % who are late, those before the doors,
// and that doors open 90 minutes (concert) or two hours (football) ahead.
constexpr Stretch concert[] = {{From::Doors, 0, 0.05},   {From::Start, -45, 0.25},
                               {From::Start, -30, 0.20}, {From::Start, -15, 0.25},
                               {From::Start, 0, 0.20},   {From::Start, 30, 0.05}};
constexpr Stretch football[] = {{From::Doors, 0, 0.02},   {From::Start, -45, 0.28},
                                {From::Start, -30, 0.17}, {From::Start, -15, 0.26},
                                {From::Start, 0, 0.22},   {From::Start, 20, 0.05}};

// Conference: 60-70 % within half an hour of the doors (Nunify, a vendor's figure; CheckinHub has
// 400 of 600 in the half hour before a 9:00 keynote). A: the 5 % before the doors, and that the
// rest come evenly until an hour after the start.
constexpr Stretch conference[] = {
    {From::Doors, 0, 0.05}, {From::Doors, 30, 0.65}, {From::Start, 60, 0.30}};

// Festival: surges of one to two hours at the gates' opening or before the headliner (inEvent, a
// vendor's figure; we take 90 minutes). A: all shares, and six hours from doors to the headliner.
constexpr Stretch festival[] = {{From::Doors, 0, 0.05},
                                {From::Doors, 90, 0.35},
                                {From::Start, -90, 0.25},
                                {From::Start, 0, 0.30},
                                {From::Start, 30, 0.05}};

constexpr Shape shape_of(Profile profile) {
  switch (profile) {
    case Profile::Concert:
      return {90, 30, concert};
    case Profile::Football:
      return {120, 30, football};
    case Profile::Conference:
      return {30, 15, conference};
    case Profile::Festival:
      return {360, 60, festival};
  }
  return {};
}

}  // namespace

std::vector<Knot> knots_of(Profile profile, std::optional<Time> doors, Time start) {
  const Shape shape = shape_of(profile);
  const Time usual = std::chrono::minutes{shape.doors_before_start_min};
  const Time open = doors.value_or(start - usual);
  assert(open < start);
  // Doors later than usual: everything happens in proportionally less time.
  const double pace = std::min(1.0, in_seconds(start - open) / in_seconds(usual));
  const auto instant = [&](From anchor, int minutes) {
    const double seconds = in_seconds(anchor == From::Doors ? open : start) + minutes * 60 * pace;
    return from_seconds(std::max(seconds, 0.0));
  };

  std::vector<Knot> knots;
  Time from = instant(From::Doors, -shape.begins_before_doors_min);
  for (const Stretch& stretch : shape.stretches) {
    const Time to = instant(stretch.anchor, stretch.until_min);
    if (to <= from) continue;
    const double rate = stretch.share / in_seconds(to - from);
    knots.push_back({from, rate});
    knots.push_back({to, rate});
    from = to;
  }
  return knots;
}

}  // namespace gateflow
