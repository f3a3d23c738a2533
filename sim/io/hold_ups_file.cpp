#include "sim/io/hold_ups_file.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/analysis/accounts.hpp"
#include "sim/io/clock_text.hpp"
#include "sim/io/csv_writer.hpp"
#include "sim/scenario/lanes.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

/// As its digits say: a quotient is rounded once, a product with 0.000001 twice.
double seconds(Time span) {
  return static_cast<double>(span.count()) / 1e6;
}

void tell_instant(Json& to, const std::string& key, Time at) {
  to[key + "_s"] = at == never ? Json() : Json(seconds(at));
  to[key] = at == never ? Json() : Json(clock_with_seconds(at));
}

std::string_view outcome_of(const Ending& ending) {
  return ending.how == What::Arrived ? "still-waiting" : word_of(ending.how);
}

Json ending_json(const Ending& ending) {
  Json json{{"outcome", outcome_of(ending)}};
  tell_instant(json, "at", ending.at);
  return json;
}

Json hold_up_json(const Scenario& scenario, const Lanes& lanes, const HoldUpCost& cost) {
  const HoldUp& h = cost.hold_up;
  Json json{{"number", cost.number},
            {"case", scenario.cases[h.kind].name},
            {"person", h.person.value + std::uint64_t{1}},
            {"station", scenario.stations[h.station].name},
            {"lane", h.lane ? Json(lanes.number(h.lane) + 1) : Json()}};
  tell_instant(json, "found_at", h.found);
  tell_instant(json, "arose_at", h.arose);
  tell_instant(json, "lane_free_at", h.lane_free);
  json["behind"] = h.behind;
  json["direct_s"] = seconds(cost.direct());
  json["direct_at_desk_s"] = seconds(h.charged_at_desk);
  json["knock_on_s"] = seconds(cost.knock_on());
  json["total_s"] = seconds(cost.total());
  if (const auto worth = worth_of_waiting(scenario, seconds(cost.total())))
    json["total_money"] = *worth;
  json["lost_s"] = seconds(cost.lost);
  json["gained_s"] = seconds(cost.gained);
  json["delayed"] = cost.delayed;
  json["helped"] = cost.helped;
  json["starts_missed"] = cost.starts_missed;
  json["starts_made"] = cost.starts_made;
  json["gave_up"] = cost.gave_up;
  json["stayed"] = cost.stayed;
  json["cleared"] = cost.cleared;
  json["the_one"] = {{"as_it_was", ending_json(cost.as_it_was)},
                     {"without", ending_json(cost.without)}};
  const auto later = cost.cost_to_the_one();
  json["the_one"]["later_s"] = later ? Json(seconds(*later)) : Json();
  json["most_delayed"] = Json::array();
  for (const WaitChange& change : cost.most_delayed)
    json["most_delayed"].push_back(
        {{"person", change.person.value + std::uint64_t{1}}, {"longer_s", seconds(change.longer)}});
  return json;
}

Json evening_json(const Scenario& scenario, const HoldUps& evening) {
  const Lanes lanes(scenario);
  Json json{{"seed", evening.luck.seed},
            {"replication", evening.luck.replication},
            {"came", evening.came},
            {"waited_s", seconds(evening.waited)}};
  json["causes"] = Json::array();
  for (const CauseShare& cause : evening.causes)
    json["causes"].push_back({{"cause", word_of(cause.kind)},
                              {"at", cause.where},
                              {"case", cause.of.empty() ? Json() : Json(cause.of)},
                              {"waited_s", seconds(cause.waited)},
                              {"share", seconds(cause.waited) / seconds(evening.waited)}});
  json["holdups"] = Json::array();
  for (const HoldUpCost& cost : evening.rows)
    json["holdups"].push_back(hold_up_json(scenario, lanes, cost));
  return json;
}

/// CSV has no sign in its spans.
std::string exact_seconds(Time span) {
  std::string text;
  if (span < Time{}) text += '-';
  append_seconds(text, span < Time{} ? -span : span);
  return text;
}

}  // namespace

std::string hold_ups_json(const Origin& origin, const Scenario& scenario,
                          const std::vector<HoldUps>& evenings) {
  Json json{{"schema_version", schema_version},
            {"program", "gateflow"},
            {"version", origin.version},
            {"verb", "holdups"},
            {"scenario", scenario.name},
            {"file", origin.file},
            {"variant", variant_json(origin)},
            {"set", origin.set},
            {"replications", {{"asked", origin.asked}, {"finished", evenings.size()}}}};
  json["evenings"] = Json::array();
  for (const HoldUps& evening : evenings)
    json["evenings"].push_back(evening_json(scenario, evening));
  return json.dump(2) + '\n';
}

void write_hold_ups(const Scenario& scenario, const std::vector<HoldUps>& evenings,
                    WholeFile& file) {
  const Lanes lanes(scenario);
  file.write(
      "replication,number,case,person,station,lane,found,arose,lane_free,behind,direct_s,knock_on_"
      "s,"
      "total_s,lost_s,gained_s,delayed,helped,starts_missed,starts_made,gave_up,stayed,cleared,"
      "outcome,outcome_without,later_s");
  file.write(worth_of_waiting(scenario, 0) ? ",total_money\n" : "\n");
  CsvWriter csv(file);
  for (const HoldUps& evening : evenings)
    for (const HoldUpCost& cost : evening.rows) {
      const HoldUp& h = cost.hold_up;
      csv.cell(evening.luck.replication)
          .cell(cost.number)
          .cell(csv_quoted(scenario.cases[h.kind].name))
          .cell(h.person.value + std::uint64_t{1})
          .cell(csv_quoted(scenario.stations[h.station].name));
      h.lane ? csv.cell(lanes.number(h.lane) + std::uint64_t{1}) : csv.cell();
      csv.clock(h.found)
          .clock(h.arose)
          .clock(h.lane_free)
          .cell(h.behind)
          .cell(exact_seconds(cost.direct()))
          .cell(exact_seconds(cost.knock_on()))
          .cell(exact_seconds(cost.total()))
          .seconds(cost.lost)
          .seconds(cost.gained)
          .cell(cost.delayed)
          .cell(cost.helped)
          .cell(cost.starts_missed)
          .cell(cost.starts_made)
          .cell(cost.gave_up)
          .cell(cost.stayed)
          .cell(cost.cleared ? "yes" : "no")
          .cell(outcome_of(cost.as_it_was))
          .cell(outcome_of(cost.without));
      const auto later = cost.cost_to_the_one();
      later ? csv.cell(exact_seconds(*later)) : csv.cell();
      if (const auto worth = worth_of_waiting(scenario, seconds(cost.total())))
        csv.cell(fmt::format("{:.4f}", *worth));
      csv.end_row();
    }
}

}  // namespace gateflow
