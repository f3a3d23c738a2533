#pragma once

#include "sim/io/scenario/keys/laws.hpp"

namespace gateflow {

template <class Keys, class Entry>
void describe_source_name(Keys& keys, Entry& entry) {
  keys.may("name", entry.name, name_text,
           "name of the source: whoever comes by it keeps their luck while other sources come and "
           "go");
}
template <class Keys, class Entry>
void describe_size(Keys& keys, Entry& entry) {
  keys.may("people", entry.people, people_count, "how many come by it");
  keys.may("share", entry.share, chance, "or: this share of crowd.people");
}
template <class Keys>
void describe(Keys& keys, ProfileEntry& entry) {
  const Word<Profile> profiles{{{"concert", Profile::Concert},
                                {"football", Profile::Football},
                                {"conference", Profile::Conference},
                                {"festival", Profile::Festival}}};
  keys.needs("profile", entry.profile, profiles, "a usual shape around doors and start");
  describe_size(keys, entry);
  describe_source_name(keys, entry);
}
template <class Keys>
void describe(Keys& keys, RateEntry& entry) {
  keys.needs("rate_per_hour", entry.rate_per_hour, Number{.most = 1e9, .open = true},
             "people an hour, each independent of the others");
  keys.needs("from", entry.from, TimeOfDay{}, "when they begin to come");
  keys.needs("to", entry.to, TimeOfDay{}, "when they cease");
  describe_source_name(keys, entry);
}
template <class Keys>
void describe(Keys& keys, CurveEntry& entry) {
  const List<Pair<TimeOfDay, Number>> corners{{{}, weight}, 2};
  keys.needs("curve", entry.curve, corners,
             "[time of day, people an hour], straight between; two of one time make a jump. Where "
             "there is a number of people, only the shape counts");
  describe_size(keys, entry);
  describe_source_name(keys, entry);
}
template <class Keys, class Entry>
void describe_csv_time(Keys& keys, Entry& entry) {
  const Word<TimeUnit> units{
      {{"s", TimeUnit::Seconds}, {"min", TimeUnit::Minutes}, {"h", TimeUnit::Hours}}};
  keys.needs("time", entry.time, Text{},
             "the column with the time: 18:30, 1830, 6:30 pm, 0600 - 0700, 2019-05-11 06:00");
  keys.may("time_unit", entry.time_unit, units, "where the time column holds plain numbers");
  keys.may("origin", entry.origin, TimeOfDay{}, "what such numbers count from; default: midnight");
}
template <class Keys>
void describe(Keys& keys, CsvArrivalsEntry& entry) {
  keys.needs("csv", entry.csv, Text{}, "a CSV file, from the scenario's folder");
  keys.may("where", entry.where, where_form(), "only rows with these values in these columns");
  describe_csv_time(keys, entry);
  keys.may("count", entry.count, Text{},
           "the column with the number of people; without it each row is one person");
  keys.may("batches", entry.batches, Text{}, "the column with the number of batches (flights)");
  keys.may("batch_spread_s", entry.batch_spread_s, law_form(),
           "how long after its batch each person comes, in seconds; default 0");
  keys.may("interval_min", entry.interval_min, minutes_above_0,
           "length of a row's interval; default: as its cell says, else to the next row's time");
  describe_source_name(keys, entry);
}
template <class Keys>
void describe(Keys& keys, PulsesEntry& entry) {
  keys.needs("every_min", entry.every_min, minutes_above_0, "minutes from one pulse to the next");
  keys.needs("first", entry.first, TimeOfDay{}, "the first pulse");
  keys.needs("last", entry.last, TimeOfDay{}, "no pulse is due after this");
  keys.needs("size", entry.size, law_form(), "people a pulse");
  keys.may("delay_s", entry.delay_s, law_form(), "by which each pulse is late; default 0");
  keys.may("spread_s", entry.spread_s, law_form(),
           "how long after its pulse each person comes; default 0");
  describe_source_name(keys, entry);
}

inline auto arrivals_form() {
  using Tables = OneOf<ProfileEntry, RateEntry, CurveEntry, CsvArrivalsEntry, PulsesEntry>;
  const Tables tables{"{ profile = \"concert\" }",
                      {{{"profile"}, {"rate_per_hour"}, {"curve"}, {"csv"}, {"every_min"}}}};
  return Defined<Either<Tables, List<Tables>>>{"arrivals", {tables, {tables, 1, 1000}}};
}

}  // namespace gateflow
