#include "sim/io/price_file.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/io/clock_text.hpp"
#include "sim/io/csv_writer.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

Json estimate_json(const std::vector<double>& values) {
  const Estimate e = estimate(values);
  return {{"n", e.n},
          {"mean", e.n > 0 ? Json(e.mean) : Json()},
          {"half_width", e.half_width ? Json(*e.half_width) : Json()}};
}

}  // namespace

std::string prices_json(const Origin& origin, const Scenario& scenario, const Prices& prices) {
  Json json{{"schema_version", 1},
            {"program", "gateflow"},
            {"version", origin.version},
            {"verb", "price"},
            {"scenario", scenario.name},
            {"file", origin.file},
            {"variant", variant_json(origin)},
            {"set", origin.set},
            {"seed", prices.asked.luck.seed},
            {"first_replication", prices.asked.luck.replication},
            {"replications", {{"asked", origin.asked}, {"finished", prices.finished}}},
            {"confidence", 0.95},
            {"hold_s", in_seconds(prices.asked.hold)},
            {"every_s", in_seconds(prices.asked.every)}};
  json["stations"] = Json::array();
  for (const StationPrices& station : prices.stations) {
    Json points = Json::array();
    for (const PricePoint& point : station.points)
      points.push_back({{"at_s", in_seconds(point.at)},
                        {"at", clock_with_seconds(point.at)},
                        {"total_s", estimate_json(point.total_s)},
                        {"delayed", estimate_json(point.delayed)}});
    json["stations"].push_back(
        {{"name", scenario.stations[station.station].name}, {"points", std::move(points)}});
  }
  return json.dump(2) + '\n';
}

void write_prices(const Scenario& scenario, const Prices& prices, WholeFile& file) {
  file.write("station,at,evenings,total_mean_s,total_half_width_s,delayed_mean\n");
  CsvWriter csv(file);
  for (const StationPrices& station : prices.stations)
    for (const PricePoint& point : station.points) {
      const Estimate total = estimate(point.total_s);
      csv.cell(csv_quoted(scenario.stations[station.station].name)).clock(point.at).cell(total.n);
      total.n > 0 ? csv.cell(fmt::format("{:.6f}", total.mean)) : csv.cell();
      total.half_width ? csv.cell(fmt::format("{:.6f}", *total.half_width)) : csv.cell();
      total.n > 0 ? csv.cell(fmt::format("{:.6f}", estimate(point.delayed).mean)) : csv.cell();
      csv.end_row();
    }
}

}  // namespace gateflow
