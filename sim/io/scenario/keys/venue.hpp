#pragma once

#include "sim/io/scenario/keys/arrivals.hpp"

namespace gateflow {

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
  keys.may("floaters", entry.floaters, Whole{0, Limits::lanes_per_station},
           "staff who check people in its lines, the longest waiting first; default 0");
  keys.may("floater_check_s", entry.floater_check_s, seconds,
           "seconds a floater looks at one person; default 6, an assumption");
  keys.may("rule", entry.rule, name_text,
           "the house rule there, where neither the case nor the class has one");
}

}  // namespace gateflow
