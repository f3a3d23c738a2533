#pragma once

#include <cstdint>
#include <optional>

#include "sim/kernel/time.hpp"

namespace gateflow {

/// How waits feel, and what people make of the evening. Coefficients of a wait are the parts of it
/// by which it feels longer; every coefficient of 0 turns its effect off.
struct Feelings {
  double overestimate = 0.36;   ///< of every wait
  double idle = 0.1;            ///< with nothing to do
  double occupied = 0.65;       ///< share of the people who have something to do
  double uninformed = 0.2;      ///< nothing heard for a while
  double unexplained = 0.3;     ///< the line is held up, and nobody says why
  double unfair = 0.5;          ///< somebody was favoured in sight
  double anxious = 0.3;         ///< that the start is missed
  Time anxious_before = 15min;  ///< the start: from then on

  double usual = 0.8;             ///< satisfaction when all is as expected, of at most 1
  double loss_per_minute = 0.02;  ///< of felt waiting beyond what was expected; a gain below it
  double offence = 0.2;           ///< part lost by those who saw somebody favoured
  double late = 0.2;              ///< by the late
  double shut_out = 0.8;          ///< by those who did not come in
  double recovery = 0.1;          ///< gained by those who were put right quickly, or given in to
  Time quickly = 3min;
  bool operator==(const Feelings&) const = default;
};

enum class AnnouncementKind : std::uint8_t {
  Regular,     ///< say how it stands
  Emergency,   ///< say why a line is held up
  Reassuring,  ///< say that all is well
};

struct Announcements {
  AnnouncementKind kind = AnnouncementKind::Regular;
  Time every = 10min;  ///< above 0
  Time from{};
  Time lasts = 10min;           ///< whoever heard one is informed for so long
  double heard = 0.7;           ///< share of the people who hear them
  double reassuring = 0.3;      ///< a reassuring one informs by so much
  std::optional<Time> after{};  ///< a line is told the reason once held up for so long; none: never
  std::optional<Time> promised{};  ///< wait in all, announced to those who hear
  double kept = 0.1;               ///< part by which a promise kept shortens the felt wait
  double broken = 0.25;            ///< and one broken lengthens it
  bool operator==(const Announcements&) const = default;
};

}  // namespace gateflow
