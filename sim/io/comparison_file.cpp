#include "sim/io/comparison_file.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/io/csv_writer.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

Json estimate_json(const Estimate& estimate) {
  Json json{{"n", estimate.n}};
  json["mean"] = estimate.n > 0 ? Json(estimate.mean) : Json();
  json["half_width"] = estimate.half_width ? Json(*estimate.half_width) : Json();
  return json;
}

Json figure_json(const ComparedFigure& compared, bool is_base) {
  Json json{{"section", compared.figure.section},
            {"item", compared.figure.item.empty() ? Json() : Json(compared.figure.item)},
            {"figure", compared.figure.key}};
  json.update(estimate_json(compared.mean));
  json["change"] = is_base ? Json() : estimate_json(compared.change);
  json["is_real"] = is_base ? Json() : Json(compared.is_real);
  return json;
}

std::string exact(double value) {
  return fmt::format("{}", value);
}

}  // namespace

std::string comparison_json(const Origin& origin, const std::string& scenario, std::uint64_t seed,
                            const Comparison& comparison) {
  Json json{{"schema_version", schema_version},
            {"program", "gateflow"},
            {"version", origin.version},
            {"verb", "compare"},
            {"scenario", scenario},
            {"file", origin.file},
            {"set", origin.set},
            {"seed", seed},
            {"replications", {{"asked", origin.asked}, {"finished", comparison.evenings}}},
            {"confidence", 0.95},
            {"confidence_of_changes", comparison.confidence},
            {"base", comparison.variants[comparison.base].name}};
  json["variants"] = Json::array();
  for (std::size_t k = 0; k < comparison.variants.size(); ++k) {
    Json figures = Json::array();
    for (const ComparedFigure& each : comparison.variants[k].figures)
      figures.push_back(figure_json(each, k == comparison.base));
    json["variants"].push_back(
        {{"name", comparison.variants[k].name}, {"figures", std::move(figures)}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

void write_comparison(const Comparison& comparison, WholeFile& file) {
  file.write("variant,section,item,figure,n,mean,half_width,change,change_half_width,is_real\n");
  CsvWriter csv(file);
  const auto tell = [&](const Estimate& estimate) {
    estimate.n > 0 ? csv.cell(exact(estimate.mean)) : csv.cell();
    estimate.half_width ? csv.cell(exact(*estimate.half_width)) : csv.cell();
  };
  for (const ComparedVariant& variant : comparison.variants)
    for (const ComparedFigure& each : variant.figures) {
      csv.cell(csv_quoted(variant.name))
          .cell(each.figure.section)
          .cell(csv_quoted(each.figure.item))
          .cell(each.figure.key)
          .cell(each.mean.n);
      tell(each.mean);
      tell(each.change);
      each.change.n > 0 ? csv.cell(each.is_real ? "yes" : "no") : csv.cell();
      csv.end_row();
    }
}

}  // namespace gateflow
