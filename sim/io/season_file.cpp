#include "sim/io/season_file.hpp"

#include <nlohmann/json.hpp>

#include "sim/io/csv_writer.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

Json number(Unit unit, double value) {
  if (unit == Unit::Count) return static_cast<std::int64_t>(value);
  return value;
}

Json estimate_json(const Estimate& estimate) {
  Json json;
  json["n"] = estimate.n;
  json["mean"] = estimate.n > 0 ? Json(estimate.mean) : Json();
  json["half_width"] = estimate.half_width ? Json(*estimate.half_width) : Json();
  return json;
}

/// {"tickets": ..., "kinds": [{"name": ..., "factor": ...}, ...]} of what `tell` makes of each.
template <class Tell>
Json by_place(const std::vector<SeasonFigure>& figures, Tell tell) {
  Json json = Json::object();
  Json kinds = Json::array();
  for (const SeasonFigure& figure : figures) {
    const std::string key(figure.figure.key);
    if (figure.figure.item.empty()) {
      json[key] = tell(figure);
      continue;
    }
    if (kinds.empty() || kinds.back()["name"] != figure.figure.item)
      kinds.push_back({{"name", figure.figure.item}});
    kinds.back()[key] = tell(figure);
  }
  json["kinds"] = std::move(kinds);
  return json;
}

Json evening_json(const std::vector<SeasonFigure>& figures, std::size_t evening) {
  return by_place(figures, [&](const SeasonFigure& figure) {
    Json json = estimate_json(figure.by_evening[evening]);
    json["values"] = Json::array();
    for (const double value : figure.values[evening])
      json["values"].push_back(number(figure.figure.unit, value));
    return json;
  });
}

Json coefficients(const Season& season) {
  return {{"giving_in_teaches", season.giving_in_teaches},
          {"refusing_teaches", season.refusing_teaches},
          {"told_factor", season.told_factor},
          {"try_again_share", season.try_again},
          {"stay_away_share", season.stay_away},
          {"come_back_share", season.come_back},
          {"word_of_mouth", season.word_of_mouth},
          {"least_factor", season.least_factor},
          {"most_factor", season.most_factor}};
}

}  // namespace

std::string season_json(const Origin& origin, const Scenario& scenario,
                        const std::vector<SeasonRun>& seasons) {
  const std::vector<SeasonFigure> figures = season_figures(scenario, seasons);
  const std::size_t evenings = seasons.front().size();
  Json json{{"schema_version", schema_version},
            {"program", "gateflow"},
            {"version", origin.version},
            {"verb", "season"},
            {"scenario", scenario.name},
            {"file", origin.file},
            {"variant", variant_json(origin)},
            {"set", origin.set},
            {"seed", seasons.front().front().summary.luck.seed},
            {"replications", {{"asked", origin.asked}, {"finished", seasons.size()}}},
            {"confidence", 0.95},
            {"season", coefficients(scenario.season)}};
  if (scenario.money) json["currency"] = scenario.money->currency;
  json["evenings"] = Json::array();
  for (std::size_t e = 0; e < evenings; ++e) {
    Json evening{{"evening", e + 1}};
    evening.update(evening_json(figures, e));
    json["evenings"].push_back(std::move(evening));
  }
  json["change"] =
      by_place(figures, [](const SeasonFigure& figure) { return estimate_json(figure.change); });
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

void write_season(const Scenario& scenario, const std::vector<SeasonRun>& seasons,
                  WholeFile& file) {
  std::string head = "replication,evening";
  for (const Figure& figure : season_figures(scenario, seasons.front().front())) {
    const std::string of = figure.item.empty() ? "" : figure.item + ' ';
    head += ',' + csv_quoted(of + std::string(figure.key));
  }
  file.write(head + '\n');
  CsvWriter csv(file);
  for (const SeasonRun& season : seasons)
    for (std::size_t e = 0; e < season.size(); ++e) {
      csv.cell(season[e].summary.luck.replication % most_replications).cell(e + std::uint64_t{1});
      for (const Figure& figure : season_figures(scenario, season[e]))
        figure.value ? csv.cell(number(figure.unit, *figure.value).dump()) : csv.cell();
      csv.end_row();
    }
}

}  // namespace gateflow
