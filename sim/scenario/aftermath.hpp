#pragma once

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// How people come back after complaining, or without: shares of them.
struct Retention {
  double silent = 0.09;  ///< were dissatisfied and said nothing
  double unsatisfied = 0.19;
  double satisfied = 0.54;
  double quickly = 0.82;  ///< satisfied, and soon
  bool operator==(const Retention&) const = default;
};

/// What the dissatisfied do after the evening, and what the house does about it.
struct Aftermath {
  double dissatisfied_below = 0.5;                ///< of satisfaction
  double complains = 1.0 / 27;                    ///< share of the dissatisfied
  double in_public = 0.3;                         ///< share of the complaints
  Distribution delay_s = Exponential{24 * 3600};  ///< from the end of the evening to the complaint

  unsigned servers = 1;                              ///< people at the complaint desk
  Distribution acknowledge_s = Constant{24 * 3600};  ///< until it is acknowledged
  Distribution answer_s = Lognormal{1800, 1};        ///< handling of one, first come, first served
  double satisfied = 0.5;      ///< share of the answers that satisfy those in the right
  Time soon = 24h;             ///< an answer within this is a quick one
  double after_answer = 0.85;  ///< satisfaction of those whom the answer satisfied, at least

  Time acknowledge_patience = 48h;
  Time answer_patience = 14 * 24h;
  double turns_public = 0.3;                ///< chance whenever one of these is exceeded
  Distribution audience = Lomax{200, 1.5};  ///< people reached by one public complaint

  double easy_form = 1;     ///< public complaints, so many times as often
  double named_person = 1;  ///< turning public, so many times as often
  double apology = 1;       ///< unsatisfied by the answer, so many times as often
  Retention kept{};
  bool operator==(const Aftermath&) const = default;
};

}  // namespace gateflow
