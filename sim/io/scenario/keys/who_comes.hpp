#pragma once

#include "sim/io/scenario/keys/arrivals.hpp"

namespace gateflow {

template <class Keys>
void describe(Keys& keys, EveningEntry& entry) {
  keys.may("doors", entry.doors, TimeOfDay{},
           "stations without staff of their own open then; default: they are always open");
  keys.needs("start", entry.start, TimeOfDay{}, "of the show: who is in later is late");
  keys.may("until", entry.until, TimeOfDay{}, "the evening is cut here; default: it runs out");
  keys.may("seed", entry.seed, Whole{}, "of the draws; default 1");
}
template <class Keys>
void describe(Keys& keys, CrowdEntry& entry) {
  keys.may("people", entry.people, people_count, "for arrivals that need a number");
  keys.may("arrivals", entry.arrivals, arrivals_form(),
           "how those come whose class has no arrivals of its own; a list is a mix");
  keys.may("walking_speed_m_per_s", entry.walking_speed_m_per_s, Number{.least = 0.1, .most = 10},
           "for walk_m; default 1.34");
  keys.may("group_size", entry.group_size, law_form(), "people who come together; default 1");
  keys.may("roughness", entry.roughness, chance,
           "0 polite to 1 rough: the mixture of tempers; without tempers of its own the file gets "
           "those that gateflow ships. Default: nobody has a temper");
}
template <class Keys>
void describe(Keys& keys, ClassEntry& entry) {
  keys.may("share", entry.share, weight, "of the crowd, relative to the other classes; default 1");
  keys.may("route", entry.route, List<Text>{name_text, 1, Limits::legs},
           "stations in order; default: all but desks, in the order of the file. A gate without "
           "such a station is walked through without it");
  keys.may("priority", entry.priority, Whole{0, 1000},
           "lower goes first, without interrupting a service; default 1");
  keys.may("patience_min", entry.patience_min, law_form(),
           "minutes of waiting in all after which a person gives up; default: never");
  keys.may("baulk_at_people", entry.baulk_at_people, law_form(),
           "length of line at whose sight a person leaves; default: none");
  keys.may("no_show_share", entry.no_show_share, chance, "hold a ticket and never come; default 0");
  keys.may("group_size", entry.group_size, law_form(), "default: crowd.group_size");
  keys.may("arrivals", entry.arrivals, arrivals_form(), "of its own");
  keys.may("people", entry.people, people_count,
           "with arrivals of its own that need a number; default: its share of crowd.people");
  keys.may("rule", entry.rule, name_text, "the house rule for its people, where a case has none");
  keys.may("ticket_price", entry.ticket_price, Number{.most = 1e9}, "with [money]; default 0");
  keys.may("spend_per_min", entry.spend_per_min, Number{.most = 1e9},
           "by each person inside, with [money]; default 0");
  keys.may("expected_wait_min", entry.expected_wait_min, minutes,
           "minutes of waiting in all that they expect; default 10.7");
  keys.may("value_per_minute_late", entry.value_per_minute_late, Number{.most = 1e9},
           "what each minute after the start is worth to one of them; default 0");
  keys.may("late_from_min", entry.late_from_min, minutes,
           "minutes after the start that they do not mind; default 0");
}

}  // namespace gateflow
