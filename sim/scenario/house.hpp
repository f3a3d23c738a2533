#pragma once

#include <optional>
#include <string>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// How a person with a case behaves.
struct Temper {
  std::string name;
  double polite_share = 1;  ///< of the people, relative to the other tempers, in a polite crowd
  double rough_share = 1;   ///< and in a rough one
  double handling = 1;      ///< handling takes so many times as long
  double argues = 1;        ///< and arguing over a refusal
  double loud = 1;          ///< complains, and in public, so many times as often
  bool operator==(const Temper&) const = default;
};

/// Those who may overrule: a limited number, called to lanes in the order in which they are asked.
struct Supervisors {
  unsigned count = 1;
  Time walk = 30s;       ///< to the lane
  bool by_gate = false;  ///< so many at each gate; else for the whole venue
  bool operator==(const Supervisors&) const = default;
};

/// What the house has prepared. The defaults change nothing.
struct House {
  std::optional<Supervisors> supervisors;
  double told = 0;             ///< share of the people who were told the rules beforehand
  double told_argues = 0.5;    ///< those argue over a refusal so many times as long
  double script_handling = 1;  ///< handling by a script takes so many times as long,
  double script_spread = 1;    ///< with so many times the spread about its mean
  double triage_error = 0;     ///< chance that a case is taken for another at the same station
  Time triage_notice = 30s;    ///< after which a wrong handling is noticed
  double scene_slows = 0;      ///< ordinary service takes so much longer a scene in that lane,
  Time scene_lasts = 20min;    ///< for so long
  double roughness = 0;        ///< of the crowd: 0 polite, 1 rough
  bool operator==(const House&) const = default;
};

/// A handling time as the house's script leaves it: drawn to the mean of its law, then scaled.
double by_script(const House& house, const Distribution& law, double seconds);

}  // namespace gateflow
