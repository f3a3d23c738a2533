#pragma once

namespace gateflow {

/// What one evening teaches the crowd of the next. A kind's share moves as a multiple of the
/// scenario's own. At 0 an effect is off. All but `stay_away` are assumptions.
struct Season {
  double giving_in_teaches = 0.1;  ///< by how much a kind's share grows where all get what they ask
  double refusing_teaches = 0.05;  ///< by how much it falls where all are refused,
  double told_factor = 2;          ///< so many times as much where everyone was told the rules
  double try_again = 0.3;          ///< share of those rightly refused who do the same next evening
  /// Share of those in the right who were turned away, or gave up, who stay away next evening. 37 %
  /// stay loyal after a small loss about which they say nothing (TARP).
  double stay_away = 0.63;
  double come_back = 0.1;     ///< share of those who stay away who are back, each evening
  double word_of_mouth = 0;   ///< others whom each who stays away keeps away
  double least_factor = 0.2;  ///< of the scenario's own share: below this none falls,
  double most_factor = 10;    ///< and above this none rises
  bool operator==(const Season&) const = default;
};

}  // namespace gateflow
