#pragma once

#include "sim/io/scenario/keys/laws.hpp"

namespace gateflow {

template <class Keys>
void describe(Keys& keys, CaseEntry& entry) {
  keys.needs("at", entry.at, name_text, "the station where it surfaces");
  keys.may("like", entry.like, name_text,
           "a case that gateflow ships: all that is not said here is as there");
  keys.may("about", entry.about, Text{}, "what happens");
  keys.may("origin", entry.origin, Text{}, "where the figures come from");
  keys.may("share", entry.share, chance, "of the people there that it happens to; default 0");
  keys.may("share_by_class", entry.share_by_class, ByName<Number>{"class", chance},
           "where a class differs");
  keys.may("in_lane_s", entry.in_lane_s, law_form(), "seconds of handling in the lane; default 0");
  keys.may("supervisor_s", entry.supervisor_s, law_form(),
           "seconds a supervisor takes who has come to the lane; default 0");
  keys.may("at_desk_s", entry.at_desk_s, law_form(),
           "seconds of service at the help desk; default 0");
  keys.may("admitted_share", entry.admitted_share, chance,
           "let in once handled in the lane; default 1");
  keys.may("admitted_by_supervisor_share", entry.admitted_by_supervisor_share, chance,
           "let in once handled by a supervisor; default 1");
  keys.may("admitted_at_desk_share", entry.admitted_at_desk_share, chance,
           "let in once handled at the desk; default 1");
  keys.may("prevented_share", entry.prevented_share, chance,
           "does not happen to those who were told beforehand; default 0");
  keys.may("copied_share", entry.copied_share, chance,
           "of those in line who come to it for each bad example they see; default 0");
  keys.may("within_rules", entry.within_rules, Flag{},
           "they have a right to come in: sent away, it is wrongly; default true");
  keys.may("responsible", entry.responsible,
           Word<Responsible>{{{"organizer", Responsible::Organizer},
                              {"seller", Responsible::Seller},
                              {"venue", Responsible::Venue},
                              {"holder", Responsible::Holder}}},
           "whose doing it is; default \"holder\"");
  keys.may("rule", entry.rule, name_text,
           "the house rule for it; default: that of the class, of the station, of the house, else "
           "resolved in the lane");
  keys.may("rule_by_class", entry.rule_by_class, ByName<Text>{"class", name_text},
           "where a class differs");
  keys.may("favour", entry.favour, Flag{},
           "they ask for what is not theirs, so that over a season giving in teaches; default: if "
           "not within the rules");
  keys.may("paid", entry.paid, Flag{},
           "their ticket is paid for, with [money]; default: if within the rules");
  keys.may("concession_cost", entry.concession_cost, Number{.most = 1e9},
           "of giving in to one, with [money]; default 0");
}
template <class Keys>
void describe(Keys& keys, ResolveEntry& entry) {
  keys.may("up_to_s", entry.up_to_s, seconds,
           "handled in the lane for so many seconds at most; default: until it is solved");
  keys.may("until_waiting", entry.until_waiting, people_count,
           "and only while fewer people than this wait behind");
  keys.may("aside_costs_min", entry.aside_costs_min, Number{.most = longest_s / 60},
           "or: only while those behind do not outweigh what stepping aside costs the one");
  keys.may("load", entry.load, Number{.most = 0.999},
           "with aside_costs_min: of the lane, by those behind; default 0.8");
}
template <class Keys>
void describe(Keys& keys, SupervisorEntry& entry) {
  keys.may("up_to_s", entry.up_to_s, seconds,
           "waited for so many seconds at most while all are busy; default: until one comes");
}
template <class Keys>
void describe(Keys& keys, GiveInEntry& entry) {
  keys.may("takes_s", entry.takes_s, seconds, "seconds in the lane; default 0");
}
template <class Keys>
void describe(Keys& keys, PauseEntry& entry) {
  keys.needs("lasts_s", entry.lasts_s, seconds, "seconds; after it they are calm");
}
template <class Keys>
void describe(Keys& keys, StepAsideEntry& entry) {
  keys.needs("desk", entry.desk, name_text, "the help desk the person is sent to");
}
template <class Keys>
void describe(Keys& keys, TurnAwayEntry& entry) {
  keys.may("argues_s", entry.argues_s, seconds, "seconds of argument in the lane; default 0");
}
template <class Keys>
void describe(Keys& keys, RuleEntry& entry) {
  using Steps =
      OneOf<ResolveEntry, SupervisorEntry, StepAsideEntry, GiveInEntry, PauseEntry, TurnAwayEntry>;
  const Steps steps{"{ step = \"resolve\", up_to_s = 30 }",
                    {{{"step", "resolve"},
                      {"step", "supervisor"},
                      {"step", "step-aside"},
                      {"step", "give-in"},
                      {"step", "pause"},
                      {"step", "turn-away"}}}};
  keys.needs("ladder", entry.ladder, List<Steps>{steps, 1, 100},
             "steps tried in order; the last one must end the case");
}
template <class Keys>
void describe(Keys& keys, ScriptedEntry& entry) {
  keys.needs("case", entry.kind, name_text, "the case that happens, for certain");
  keys.may("person", entry.person, people_count,
           "to the person with this number in order of arrival");
  keys.may("turn", entry.turn, people_count,
           "or: to whoever is the k-th to be served at the station");
  keys.may("at", entry.at, TimeOfDay{},
           "or: to the first whose service begins at or after this time");
  keys.may("gate", entry.gate, name_text, "at which gate; default: the first");
  keys.may("in_lane_s", entry.in_lane_s, seconds, "instead of a drawn handling time");
  keys.may("at_desk_s", entry.at_desk_s, seconds, "instead of a drawn service at the desk");
}

}  // namespace gateflow
