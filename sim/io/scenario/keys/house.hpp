#pragma once

#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/keys/ranges.hpp"

namespace gateflow {

inline constexpr Number factor{.most = 1000};

template <class Keys>
void describe(Keys& keys, TemperEntry& entry) {
  keys.may("about", entry.about, Text{}, "how they are");
  keys.may("origin", entry.origin, Text{}, "where the figures come from");
  keys.may("polite_share", entry.polite_share, weight,
           "in a polite crowd, relative to the other tempers; default 1");
  keys.may("rough_share", entry.rough_share, weight, "in a rough one; default 1");
  keys.may("handling_factor", entry.handling_factor, Number{.most = 1000, .open = true},
           "handling takes so many times as long; default 1");
  keys.may("argues_factor", entry.argues_factor, factor, "and arguing over a refusal; default 1");
  keys.may("loud_factor", entry.loud_factor, factor,
           "complain after the evening, and in public, so many times as often; default 1");
}
template <class Keys>
void describe(Keys& keys, SupervisorsEntry& entry) {
  keys.may("count", entry.count, Whole{1, 10'000}, "how many; default 1");
  keys.may("walk_s", entry.walk_s, seconds, "seconds of walk to a lane; default 30");
  keys.may("by_gate", entry.by_gate, Flag{}, "so many at each gate; default: for the venue");
}
template <class Keys>
void describe(Keys& keys, HouseEntry& entry) {
  keys.may("rule", entry.rule, name_text, "the house rule where none is nearer to the case");
  keys.may("told_share", entry.told_share, chance,
           "of the people who were told the rules beforehand: signs, mail, app; default 0");
  keys.may("told_argues_factor", entry.told_argues_factor, factor,
           "they argue over a refusal so many times as long; default 0.5, an assumption");
  keys.may("script_handling_factor", entry.script_handling_factor, factor,
           "handling by a script takes so many times as long; default 1");
  keys.may("script_spread_factor", entry.script_spread_factor, chance,
           "with so many times the spread about its mean; default 1");
  keys.may("triage_error_share", entry.triage_error_share, chance,
           "of the cases that are taken for another at the same station; default 0");
  keys.may("triage_notice_s", entry.triage_notice_s, seconds,
           "seconds of wrong handling until that is noticed; default 30");
  keys.may("scene_slows_share", entry.scene_slows_share, factor,
           "a concession or an argument makes ordinary service in that lane so much longer; "
           "default 0");
  keys.may("scene_lasts_min", entry.scene_lasts_min, minutes,
           "for so many minutes; default 20, an assumption");
}

}  // namespace gateflow
