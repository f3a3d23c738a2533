#include "sim/io/summary_json.hpp"

#include <nlohmann/json.hpp>

#include "sim/analysis/figures.hpp"
#include "sim/io/clock_text.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

Json number(Unit unit, double value) {
  if (unit == Unit::Count) return static_cast<std::uint64_t>(value);
  return value;
}

Time instant(double seconds) {
  return Time{static_cast<std::int64_t>(seconds * 1e6 + 0.5)};
}

/// "clear_at" for "clear_at_s".
std::string without_unit(std::string_view key) {
  return std::string(key.substr(0, key.size() - 2));
}

/// Instants are told twice, for programs and for people.
void tell(Json& to, const Figure& figure) {
  const std::string key(figure.key);
  to[key] = figure.value ? number(figure.unit, *figure.value) : Json();
  if (figure.unit == Unit::Clock)
    to[without_unit(key)] =
        figure.value ? Json(clock_with_seconds(instant(*figure.value))) : Json();
}

Json estimate_json(const Estimate& estimate, Unit unit, const std::vector<double>& values) {
  Json json;
  json["n"] = estimate.n;
  json["mean"] = estimate.n > 0 ? Json(estimate.mean) : Json();
  json["half_width"] = estimate.half_width ? Json(*estimate.half_width) : Json();
  json["values"] = Json::array();
  for (const double value : values) json["values"].push_back(number(unit, value));
  return json;
}

void tell(Json& to, const ReplicatedFigure& replicated) {
  const Estimate& estimate = replicated.estimate;
  const Unit unit = replicated.figure.unit;
  const std::string key(replicated.figure.key);
  to[key] = estimate_json(estimate, unit, replicated.values);
  if (unit == Unit::Clock)
    to[without_unit(key)] =
        estimate.n > 0 ? Json(clock_with_seconds(instant(estimate.mean))) : Json();
}

const Figure& place_of(const Figure& figure) {
  return figure;
}
const Figure& place_of(const ReplicatedFigure& replicated) {
  return replicated.figure;
}

/// {"evening": {...}, "gates": [{"name": ..., ...}, ...], ...}
template <class AnyFigure>
void tell_sections(Json& to, const std::vector<AnyFigure>& figures) {
  for (const char* section : {"gates", "classes", "stations", "cases", "zones"})
    to[section] = Json::array();
  for (const AnyFigure& figure : figures) {
    const Figure& place = place_of(figure);
    const std::string section(place.section);
    if (section == "evening" || section == "aftermath" || section == "money") {
      tell(to[section], figure);
      continue;
    }
    Json& items = to[section];
    if (items.empty() || items.back()["name"] != place.item)
      items.push_back({{"name", place.item}});
    tell(items.back(), figure);
  }
}

const char* name_of(GoalKind kind) {
  switch (kind) {
    case GoalKind::P95Wait:
      return "wait_p95_s";
    case GoalKind::InByStart:
      return "in_by_start_share";
    case GoalKind::Density:
      return "peak_density_per_m2";
  }
  return "";
}

Json goal_json(const GoalFigures& goal) {
  Json json;
  json["figure"] = name_of(goal.kind);
  json["asked"] = goal.asked;
  json["found"] = goal.found;
  if (goal.kind == GoalKind::Density) json["zone"] = goal.zone;
  json["met"] = goal.met;
  return json;
}

Json goal_json(const ReplicatedGoal& replicated) {
  Json json = goal_json(replicated.goal);
  json["found"] = estimate_json(replicated.estimate, Unit::Share, replicated.values);
  json.erase("zone");
  json["met_in"] = replicated.met_in;
  return json;
}

template <class Goals>
Json goals_json(const Goals& goals) {
  Json json = Json::array();
  for (const auto& goal : goals) json.push_back(goal_json(goal));
  return json;
}

Json curves_json(const Summary& evening) {
  const Curves& curves = evening.curves;
  Json json;
  json["from_s"] = in_seconds(curves.from);
  json["from"] = clock_with_seconds(curves.from);
  json["step_s"] = in_seconds(curves.step);
  json["arrived"] = curves.arrived;
  json["admitted"] = curves.admitted;
  json["waiting"] = curves.waiting;
  json["waiting_at"] = Json::object();
  for (const StationId id : keys_of(curves.waiting_at))
    json["waiting_at"][evening.stations[id.index()].name] = curves.waiting_at[id];
  return json;
}

Json head_json(const Origin& origin, const Summary& evening) {
  Json json;
  json["schema_version"] = schema_version;
  json["program"] = "gateflow";
  json["version"] = origin.version;
  json["scenario"] = evening.scenario;
  json["file"] = origin.file;
  json["variant"] = variant_json(origin);
  json["set"] = origin.set;
  json["seed"] = evening.luck.seed;
  json["start_s"] = evening.start ? Json(in_seconds(*evening.start)) : Json();
  json["start"] = evening.start ? Json(clock_with_seconds(*evening.start)) : Json();
  return json;
}

std::string on_one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Objects key by key, but lists of plain values on one line: curves are long.
void append_text(std::string& text, const Json& json, std::size_t indent) {
  const bool list_of_objects = json.is_array() && !json.empty() && json.front().is_object();
  if (json.empty() || !(json.is_object() || list_of_objects)) {
    text += on_one_line(json);
    return;
  }
  text += json.is_object() ? '{' : '[';
  const char* separator = "\n";
  for (const auto& [key, value] : json.items()) {
    text += separator;
    text.append(indent + 2, ' ');
    if (json.is_object()) text += on_one_line(key) + ": ";
    append_text(text, value, indent + 2);
    separator = ",\n";
  }
  text += '\n';
  text.append(indent, ' ');
  text += json.is_object() ? '}' : ']';
}

std::string in_text(const Json& json) {
  std::string text;
  append_text(text, json, 0);
  return text + '\n';
}

}  // namespace

Json variant_json(const Origin& origin) {
  return origin.variant.empty() ? Json() : Json(origin.variant);
}

std::string summary_json(const Origin& origin, const Summary& evening) {
  Json json = head_json(origin, evening);
  json["replication"] = evening.luck.replication;
  json["evening"] = Json::object();
  if (evening.money) json["currency"] = evening.money->currency;
  tell_sections(json, figures_of(evening));
  json["goals"] = goals_json(evening.goals);
  json["curves"] = curves_json(evening);
  return in_text(json);
}

std::string summary_json(const Origin& origin, const std::vector<Summary>& evenings) {
  Json json = head_json(origin, evenings.front());
  json["replications"] = {{"asked", origin.asked}, {"finished", evenings.size()}};
  json["confidence"] = 0.95;
  json["evening"] = Json::object();
  if (evenings.front().money) json["currency"] = evenings.front().money->currency;
  tell_sections(json, figures_of(evenings));
  json["goals"] = goals_json(goals_of(evenings));
  return in_text(json);
}

}  // namespace gateflow
