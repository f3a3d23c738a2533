#pragma once

#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/keys/ranges.hpp"

namespace gateflow {

template <class Keys>
void describe(Keys& keys, SeasonEntry& entry) {
  const Number coefficient{.most = 10};
  keys.may("giving_in_teaches", entry.giving_in_teaches, coefficient,
           "the share of a kind grows by this much of itself for the next evening where all of its "
           "people got what is not theirs; default 0.1, an assumption");
  keys.may("refusing_teaches", entry.refusing_teaches, coefficient,
           "and falls by this much where all were refused; default 0.05, an assumption");
  keys.may("told_factor", entry.told_factor, Number{.most = 100},
           "by so many times as much where everyone was told the rules; default 2, an assumption");
  keys.may("try_again_share", entry.try_again_share, chance,
           "of those rightly refused who do the same next evening; default 0.3, an assumption");
  keys.may("stay_away_share", entry.stay_away_share, chance,
           "of those in the right who were turned away, or gave up, who stay away from then on; "
           "default 0.63: 37 % stay loyal after a small loss they say nothing about (TARP)");
  keys.may("come_back_share", entry.come_back_share, chance,
           "of those who stay away who are back each evening; default 0.1, an assumption");
  keys.may("word_of_mouth", entry.word_of_mouth, Number{.most = 1000},
           "others whom each who stays away keeps away; default 0");
  keys.may("least_factor", entry.least_factor, chance,
           "of the scenario's own share: no kind's falls below it; default 0.2, an assumption");
  keys.may("most_factor", entry.most_factor, Number{.least = 1, .most = 1000},
           "times the scenario's own share: no kind's rises above it; default 10, an assumption");
}

}  // namespace gateflow
