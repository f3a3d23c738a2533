#pragma once

#include "sim/io/scenario/entries.hpp"
#include "sim/scenario/scenario.hpp"

/// Every key of the scenario file: its name, its form with its range, what it means; `needs` where
/// it has to be there, `may` where it has a default. The reader, the schema and the suggestions for
/// misspelt keys all come from these functions, each of which is handed its own `keys`.
namespace gateflow {

// ---- Ranges ----

inline constexpr double longest_s = 12.0 * 24 * 3600;  ///< more than any evening
inline constexpr Number positive{.open = true};
inline constexpr Number seconds{.most = longest_s};
inline constexpr Number minutes_above_0{.most = longest_s / 60, .open = true};
inline constexpr Number chance{.most = 1};
inline constexpr Number weight{.most = 1e9};
inline constexpr Whole people_count{.least = 1, .most = Limits::people};
inline constexpr Whole lane_count{.least = 1, .most = Limits::lanes_per_station};
inline constexpr Whole staffed_lanes{.most = Limits::lanes_per_station};
inline constexpr Text name_text{.longest = 200};

// ---- Laws of chance ----

inline auto where_form() {
  return ByName<CellText>{"column", {}, 20};
}

template <class Keys>
void describe(Keys& keys, Constant& law) {
  keys.needs("value", law.value, Number{}, "always this");
}
template <class Keys>
void describe(Keys& keys, Exponential& law) {
  keys.needs("mean", law.mean, positive, "its mean");
}
template <class Keys>
void describe(Keys& keys, Uniform& law) {
  keys.needs("low", law.low, Number{}, "the least there is");
  keys.needs("high", law.high, Number{}, "the most there is");
}
template <class Keys>
void describe(Keys& keys, Triangular& law) {
  keys.needs("low", law.low, Number{}, "the least there is");
  keys.needs("mode", law.mode, Number{}, "the likeliest");
  keys.needs("high", law.high, Number{}, "the most there is");
}
template <class Keys>
void describe(Keys& keys, Lognormal& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("cv", law.cv, Number{.most = 100}, "standard deviation over mean");
}
template <class Keys>
void describe(Keys& keys, Gamma& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("cv", law.cv, Number{.most = 100, .open = true}, "standard deviation over mean");
}
template <class Keys>
void describe(Keys& keys, ErlangEntry& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("k", law.k, Whole{1, 10'000}, "how many exponential stages it is the sum of");
}
template <class Keys>
void describe(Keys& keys, Weibull& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("shape", law.shape, Number{.most = 1000, .open = true},
             "below 1: the longer it lasts, the longer it will last");
}
template <class Keys>
void describe(Keys& keys, Hyperexponential& law) {
  keys.needs("share_first", law.share_first, chance, "share of the first kind");
  keys.needs("mean_first", law.mean_first, positive, "mean of the first kind");
  keys.needs("mean_second", law.mean_second, positive, "mean of the second kind");
}
template <class Keys>
void describe(Keys& keys, Lomax& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("shape", law.shape, Number{.least = 1, .most = 1000, .open = true},
             "weight of the tail: the nearer to 1, the heavier");
}
template <class Keys>
void describe(Keys& keys, Geometric& law) {
  keys.needs("mean", law.mean, Number{.least = 1}, "its mean; the least value is 1");
}
template <class Keys>
void describe(Keys& keys, ValuesEntry& law) {
  const List<Number> numbers{};
  keys.needs("values", law.values, numbers, "what can come out");
  keys.may("weights", law.weights, numbers, "how likely each value is; default: all alike");
}
template <class Keys>
void describe(Keys& keys, CsvValuesEntry& law) {
  keys.needs("csv", law.csv, Text{}, "a CSV file of measured values, from the scenario's folder");
  keys.needs("column", law.column, Text{}, "the column that holds them");
  keys.may("where", law.where, where_form(), "only rows with these values in these columns");
}

inline auto law_form() {
  using Tables = OneOf<Constant, Exponential, Uniform, Triangular, Lognormal, Gamma, ErlangEntry,
                       Weibull, Hyperexponential, Lomax, Geometric, ValuesEntry, CsvValuesEntry>;
  const Tables tables{"{ law = \"exponential\", mean = 6 }",
                      {{{"law", "constant"},
                        {"law", "exponential"},
                        {"law", "uniform"},
                        {"law", "triangular"},
                        {"law", "lognormal"},
                        {"law", "gamma"},
                        {"law", "erlang"},
                        {"law", "weibull"},
                        {"law", "hyperexponential"},
                        {"law", "lomax"},
                        {"law", "geometric"},
                        {"values"},
                        {"csv"}}}};
  return Defined<Either<Number, Tables>>{"law", {Number{}, tables}};
}

// ---- Arrivals ----

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

// ---- Who comes ----

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
}

// ---- The venue ----

template <class Keys>
void describe(Keys& keys, ZoneEntry& entry) {
  keys.needs("area_m2", entry.area_m2, Number{.most = 1e9, .open = true}, "square metres");
}
template <class Keys>
void describe(Keys& keys, GateEntry& entry) {
  keys.may("share", entry.share, weight, "of the people, relative to the other gates; default 1");
}
template <class Keys>
void describe(Keys& keys, StaffRow& entry) {
  keys.needs("from", entry.from, TimeOfDay{}, "from then on");
  keys.needs("lanes", entry.lanes, staffed_lanes, "so many lanes are staffed, the first ones");
}
template <class Keys>
void describe(Keys& keys, CsvStaffEntry& entry) {
  keys.needs("csv", entry.csv, Text{}, "a CSV file, from the scenario's folder");
  keys.may("where", entry.where, where_form(), "only rows with these values in these columns");
  describe_csv_time(keys, entry);
  keys.needs("lanes", entry.lanes, Text{}, "the column with the number of staffed lanes");
}
inline auto staff_form() {
  using Rows = List<Keyed<StaffRow>>;
  using Csv = Keyed<CsvStaffEntry>;
  return Defined<Either<Rows, Csv>>{"staff", {Rows{{}, 1, 10'000}, Csv{}}};
}
template <class Keys>
void describe(Keys& keys, BreakdownsEntry& entry) {
  keys.needs("every_min", entry.every_min, law_form(),
             "running minutes of a lane from one repair to its next failure");
  keys.needs("repair_min", entry.repair_min, law_form(), "minutes a repair takes");
  keys.may("clock", entry.while_serving, Word<bool>{{{"always", false}, {"while-serving", true}}},
           "when running time counts; default \"always\"");
}
template <class Keys>
void describe_queue(Keys& keys, StationEntry& entry) {
  keys.may(
      "layout", entry.layout,
      Word<QueueLayout>{{{"lanes", QueueLayout::Lanes}, {"serpentine", QueueLayout::Serpentine}}},
      "a line before each lane, or one line for all; default \"lanes\", at a desk "
      "\"serpentine\"");
  keys.may("lane_choice", entry.lane_choice,
           Word<LaneChoice>{{{"shortest", LaneChoice::Shortest},
                             {"least-work", LaneChoice::LeastWork},
                             {"nearest", LaneChoice::Nearest},
                             {"by-ticket", LaneChoice::ByTicket},
                             {"random", LaneChoice::Random},
                             {"same-lane", LaneChoice::SameLane}}},
           "how a person picks a lane; default \"shortest\"");
  keys.may("ties", entry.ties,
           Word<TieBreak>{
               {{"least-work", TieBreak::LeastWork}, {"lowest-number", TieBreak::LowestNumber}}},
           "among lanes equal by the choice; default \"least-work\"");
  keys.may("lanes_for", entry.lanes_for,
           ByName<Pair<Whole, Whole>>{"class", {lane_count, lane_count}},
           "first and last lane, from 1, that a class may use; default: all");
  keys.may("pen", entry.pen, Whole{0, Limits::people},
           "room for people waiting; default: no limit. With \"same-lane\": before each lane; at "
           "a desk: its waiting room");
  keys.may("when_full", entry.when_full,
           Word<WhenFull>{{{"wait-outside", WhenFull::WaitOutside}, {"leave", WhenFull::Leave}}},
           "what those do who come from outside to a full pen; default \"wait-outside\"");
}
template <class Keys>
void describe_opening(Keys& keys, StationEntry& entry) {
  keys.may("staff", entry.staff, staff_form(),
           "how many lanes are staffed from when; default: all, from doors on");
  keys.may("staff_by_gate", entry.staff_by_gate,
           ByName<decltype(staff_form())>{"gate", staff_form()}, "where a gate differs");
  keys.may("on_close", entry.on_close,
           Word<OnClose>{{{"serve-out", OnClose::ServeOut}, {"rejoin", OnClose::Rejoin}}},
           "what becomes of the line of a lane that closes; default \"serve-out\"");
  keys.may("breakdowns", entry.breakdowns, Keyed<BreakdownsEntry>{}, "of each lane by itself");
}
template <class Keys>
void describe(Keys& keys, StationEntry& entry) {
  keys.may("desk", entry.desk, Flag{},
           "a help desk: on no route, its service is what each case needs there; default false");
  keys.may("gates", entry.gates, List<Text>{name_text, 1, Limits::gates},
           "the gates that have one; default: all");
  keys.may("shared", entry.shared, Flag{}, "one for all gates; default false");
  keys.may("lanes", entry.lanes, lane_count,
           "lanes a gate; at a desk: bays. Default: the most ever staffed, else 1");
  keys.may("lanes_by_gate", entry.lanes_by_gate, ByName<Whole>{"gate", lane_count},
           "where a gate differs");
  keys.may("service_s", entry.service_s, law_form(), "ordinary service of one person, in seconds");
  keys.may("service_s_by_class", entry.service_s_by_class,
           ByName<decltype(law_form())>{"class", law_form()}, "where a class differs");
  describe_queue(keys, entry);
  describe_opening(keys, entry);
  keys.may("walk_s", entry.walk_s, seconds, "seconds of walk to it; default 0");
  keys.may("walk_m", entry.walk_m, Number{.most = 100'000}, "or: metres of walk to it");
  keys.may("zone", entry.zone, name_text, "where its people wait");
  keys.may("spacing_m", entry.spacing_m, Number{.most = 100, .open = true},
           "metres of line a person takes; default 0.65");
  keys.may("abreast", entry.abreast, Whole{1, 100}, "people side by side in line; default 1");
  keys.may("rule", entry.rule, name_text,
           "the house rule there, where neither the case nor the class has one");
}

// ---- Cases and house rules ----

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

// ---- The house ----

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
}

template <class Keys>
void describe(Keys& keys, GoalsEntry& entry) {
  keys.may("p95_wait_min", entry.p95_wait_min, minutes_above_0,
           "19 of 20 people wait no longer in all");
  keys.may("in_by_start_share", entry.in_by_start_share, chance, "of those who came");
  keys.may("density_per_m2", entry.density_per_m2, Number{.most = 100, .open = true},
           "people per square metre, in every zone at every time");
}

// ---- The whole file ----

template <class Keys>
void describe(Keys& keys, ScenarioEntry& entry) {
  keys.may("format", entry.format, Whole{1, 1}, "of this file");
  keys.may("name", entry.name, name_text, "the scenario's title; default: the file's name");
  keys.may("about", entry.about, Text{}, "what it teaches");
  keys.needs("evening", entry.evening, Keyed<EveningEntry>{}, "when");
  keys.may("crowd", entry.crowd, Keyed<CrowdEntry>{}, "who comes, and how");
  keys.may("zone", entry.zones, ByName<Keyed<ZoneEntry>>{"zone", {}},
           "places where people wait, by name");
  keys.may("gate", entry.gates, ByName<Keyed<GateEntry>>{"gate", {}, Limits::gates},
           "ways in, by name; default: one called \"main\"");
  keys.may("class", entry.classes, ByName<Keyed<ClassEntry>>{"class", {}, Limits::classes},
           "ticket classes, by name; default: one called \"general\"");
  keys.needs("station", entry.stations,
             ByName<Keyed<StationEntry>>{"station", {}, Limits::touchpoints},
             "checks that people go through, by name");
  keys.may("case", entry.cases, ByName<Keyed<CaseEntry>>{"case", {}, Limits::cases},
           "why a person blocks a lane, by name");
  keys.may("rule", entry.rules, ByName<Keyed<RuleEntry>>{"rule", {}},
           "what the house does about a case, by name");
  keys.may("temper", entry.tempers, ByName<Keyed<TemperEntry>>{"temper", {}, 100},
           "how people with a case are, by name");
  keys.may("supervisors", entry.supervisors, Keyed<SupervisorsEntry>{},
           "those whom a rule can call to a lane; default: none");
  keys.may("house", entry.house, Keyed<HouseEntry>{}, "what the house has prepared");
  keys.may("scripted", entry.scripted, List<Keyed<ScriptedEntry>>{{}, 1, 10'000},
           "cases that happen for certain");
  keys.may("goals", entry.goals, Keyed<GoalsEntry>{}, "what the organizer wants to see kept");
}

}  // namespace gateflow
