#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/figures.hpp"

namespace gateflow {

/// The evenings of one variant of a scenario.
struct VariantRun {
  std::string name;
  std::vector<Summary> evenings;
};

/// A figure of one variant, and how it differs from the base's.
struct ComparedFigure {
  Figure figure;                                ///< without its value
  std::vector<std::optional<double>> values{};  ///< by evening
  Estimate mean{};
  Estimate change{};     ///< to the base, evening by evening; of no evenings for the base itself
  bool is_real = false;  ///< the interval of the change leaves out 0
};

struct ComparedVariant {
  std::string name;
  std::vector<ComparedFigure> figures;

  /// Null: it has no such figure.
  const ComparedFigure* find(const Figure& place) const;
};

/// Variants on the same crowds.
struct Comparison {
  std::size_t evenings = 0;
  std::size_t base = 0;  ///< of the variants
  /// Of each interval of a change: together those of one figure hold with 95 % (Bonferroni).
  double confidence = 0.95;
  std::vector<ComparedVariant> variants;
};

/// Pairs evenings of the same luck; those that not every variant has are left out. Requires at
/// least one variant, and `base` among them.
Comparison compare(std::span<const VariantRun> runs, std::size_t base);

/// How much more the figure is in the first than in the second, over the evenings that have it in
/// both.
Estimate change_between(const ComparedFigure& first, const ComparedFigure& second,
                        double confidence);

/// The interval of a change leaves out 0; a change that is the same in every evening is real unless
/// it is 0.
bool is_real(const Estimate& change);

/// Whether more of an evening's figure is worse: waits, costs, people sent away.
bool less_is_better(std::string_view key);

/// Indices of the variants, the best by that figure of the evening first; those without it last.
std::vector<std::size_t> ranked(const Comparison& comparison, std::string_view key);

}  // namespace gateflow
