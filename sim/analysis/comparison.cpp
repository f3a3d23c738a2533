#include "sim/analysis/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

namespace gateflow {
namespace {

using Lucks = std::set<std::uint32_t>;

/// Replications that every variant has finished.
Lucks common_to_all(std::span<const VariantRun> runs) {
  Lucks common;
  for (const Summary& evening : runs.front().evenings) common.insert(evening.luck.replication);
  for (const VariantRun& run : runs.subspan(1)) {
    Lucks here;
    for (const Summary& evening : run.evenings)
      if (common.contains(evening.luck.replication)) here.insert(evening.luck.replication);
    common = std::move(here);
  }
  return common;
}

std::vector<double> those_there(const std::vector<std::optional<double>>& values) {
  std::vector<double> there;
  for (const auto& value : values)
    if (value) there.push_back(*value);
  return there;
}

bool same_place(const Figure& a, const Figure& b) {
  return a.section == b.section && a.item == b.item && a.key == b.key;
}

ComparedVariant figures_over(const VariantRun& run, const Lucks& lucks) {
  ComparedVariant variant{run.name, {}};
  for (const Summary& evening : run.evenings) {
    if (!lucks.contains(evening.luck.replication)) continue;
    const std::vector<Figure> figures = figures_of(evening);
    if (variant.figures.empty())
      for (const Figure& figure : figures) variant.figures.push_back({.figure = figure});
    for (std::size_t k = 0; k < figures.size(); ++k)
      variant.figures[k].values.push_back(figures[k].value);
  }
  for (ComparedFigure& each : variant.figures) {
    each.figure.value.reset();
    each.mean = estimate(those_there(each.values));
  }
  return variant;
}

}  // namespace

const ComparedFigure* ComparedVariant::find(const Figure& place) const {
  const auto found = std::ranges::find_if(
      figures, [&](const ComparedFigure& each) { return same_place(each.figure, place); });
  return found == figures.end() ? nullptr : &*found;
}

Estimate change_between(const ComparedFigure& first, const ComparedFigure& second,
                        double confidence) {
  std::vector<double> changes;
  for (std::size_t k = 0; k < std::min(first.values.size(), second.values.size()); ++k)
    if (first.values[k] && second.values[k])
      changes.push_back(*first.values[k] - *second.values[k]);
  return estimate(changes, confidence);
}

bool is_real(const Estimate& change) {
  return change.half_width && std::abs(change.mean) > *change.half_width;
}

Comparison compare(std::span<const VariantRun> runs, std::size_t base) {
  const Lucks lucks = common_to_all(runs);
  Comparison comparison;
  comparison.evenings = lucks.size();
  comparison.base = base;
  comparison.confidence = 1 - 0.05 / static_cast<double>(std::max<std::size_t>(runs.size() - 1, 1));
  for (const VariantRun& run : runs) comparison.variants.push_back(figures_over(run, lucks));
  for (std::size_t k = 0; k < runs.size(); ++k) {
    if (k == base) continue;
    for (ComparedFigure& each : comparison.variants[k].figures) {
      const ComparedFigure* of_base = comparison.variants[base].find(each.figure);
      if (of_base == nullptr) continue;
      each.change = change_between(each, *of_base, comparison.confidence);
      each.is_real = is_real(each.change);
    }
  }
  return comparison;
}

bool less_is_better(std::string_view key) {
  constexpr std::array<std::string_view, 5> more_is_better{
      "admitted", "in_by_start", "in_by_start_share", "came", "satisfaction_mean"};
  return std::ranges::find(more_is_better, key) == more_is_better.end();
}

std::vector<std::size_t> ranked(const Comparison& comparison, std::string_view key) {
  std::vector<std::size_t> order(comparison.variants.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const double sign = less_is_better(key) ? 1 : -1;
  const auto rank = [&](std::size_t k) {
    const ComparedFigure* figure =
        comparison.variants[k].find({.section = "evening", .item = {}, .key = key, .value = {}});
    return figure && figure->mean.n > 0 ? sign * figure->mean.mean : HUGE_VAL;
  };
  std::ranges::stable_sort(order, {}, rank);
  return order;
}

}  // namespace gateflow
