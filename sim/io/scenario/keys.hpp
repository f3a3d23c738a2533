#pragma once

#include "sim/io/scenario/keys/arrivals.hpp"
#include "sim/io/scenario/keys/cases.hpp"
#include "sim/io/scenario/keys/feelings.hpp"
#include "sim/io/scenario/keys/house.hpp"
#include "sim/io/scenario/keys/laws.hpp"
#include "sim/io/scenario/keys/money.hpp"
#include "sim/io/scenario/keys/ranges.hpp"
#include "sim/io/scenario/keys/season.hpp"
#include "sim/io/scenario/keys/venue.hpp"
#include "sim/io/scenario/keys/who_comes.hpp"

/// Every key of the scenario file: its name, its form with its range, what it means; `needs` where
/// it has to be there, `may` where it has a default. The reader, the schema and the suggestions for
/// misspelt keys all come from these functions, each of which is handed its own `keys`.
namespace gateflow {

template <class Keys>
void describe(Keys& keys, GoalsEntry& entry) {
  keys.may("p95_wait_min", entry.p95_wait_min, minutes_above_0,
           "19 of 20 people wait no longer in all");
  keys.may("in_by_start_share", entry.in_by_start_share, chance, "of those who came");
  keys.may("density_per_m2", entry.density_per_m2, Number{.most = 100, .open = true},
           "people per square metre, in every zone at every time");
}

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
  keys.may("variant", entry.variants, ByName<Anything>{"variant", {}},
           "the same evening with some keys said otherwise, by name: evening.start, "
           "station.scan.lanes");
  keys.may("goals", entry.goals, Keyed<GoalsEntry>{}, "what the organizer wants to see kept");
  keys.may("season", entry.season, Keyed<SeasonEntry>{},
           "what an evening teaches the crowd of the next; for gateflow season");
  keys.may("money", entry.money, Keyed<MoneyEntry>{},
           "what things cost; default: money is not counted");
  keys.may("feelings", entry.feelings, Keyed<FeelingsEntry>{},
           "how waits feel; default: nobody asks");
  keys.may("announcements", entry.announcements, Keyed<AnnouncementsEntry>{},
           "what people in line are told; default: nothing");
  keys.may("aftermath", entry.aftermath, Keyed<AftermathEntry>{},
           "complaints after the evening; default: nobody asks");
}

}  // namespace gateflow
