#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/figures.hpp"
#include "sim/analysis/samples.hpp"
#include "sim/analysis/summary.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What a crowd brings along from the evenings before.
struct Carried {
  /// Multiples of the scenario's own shares: what the crowd has learned to try, and those who were
  /// refused last evening and do the same again.
  Table<CaseId, double> learned, again;
  double away = 0;  ///< share of the scenario's people who stay away
  bool operator==(const Carried&) const = default;
};

/// What the crowd brings to the first evening: the scenario's own shares.
Carried first_evening(const Scenario& scenario);

/// What an evening leaves for the next. For each kind that asks a favour, over its cases that
/// ended, with `got` the share that was granted (or, without a right, let on) and refused = 1 -
/// got:
///
///   learned' = learned * (1 + giving_in_teaches * got
///                           - refusing_teaches * (1 + told * (told_factor - 1)) * refused),
///              between least_factor and most_factor
///   again'   = try_again * refused * (learned + again), learned' + again' at most most_factor
///
/// and with `wronged` the share of the tickets that were turned away in the right, or gave up:
///
///   away'    = away * (1 - come_back)
///              + (1 - away) * min(1, wronged * stay_away * (1 + word_of_mouth))
///
/// Kinds that ask no favour, and those whose cases did not come up, teach nothing.
Carried next(const Carried& carried, const Scenario& scenario, const Summary& evening);

/// The scenario of an evening to which that is carried: its shares of cases, at most 1. Who stays
/// away is taken from its crowd.
Scenario with(const Scenario& scenario, const Carried& carried);

/// Evenings of a season have luck of their own: a function of the seed, the replication and the
/// evening alone. The first has that of `gateflow run`.
inline constexpr std::uint32_t most_replications = 100'000;
inline constexpr std::uint32_t most_evenings = 1'000;
inline Luck luck_of(std::uint64_t seed, std::uint32_t replication, std::uint32_t evening) {
  return {seed, evening * most_replications + replication};
}

/// Everyone who comes that evening, by the scenario with what is carried.
Crowd crowd_of(const Scenario& evening, const Carried& carried, Luck luck);

/// Cases of kinds that ask a favour.
struct Favours {
  std::size_t asked = 0, got = 0, refused = 0;
  bool operator==(const Favours&) const = default;
};
Favours favours_of(const Case& kind, const CaseFigures& figures);
Favours favours_of(const Scenario& scenario, const Summary& evening);

/// People in the right who were turned away, and those who gave up without being in the wrong.
std::size_t wronged_in(const Scenario& scenario, const Summary& evening);

/// An evening of a season, and what was carried to it. Without curves.
struct SeasonEvening {
  Carried carried;
  Summary summary;
  bool operator==(const SeasonEvening&) const = default;
};
using SeasonRun = std::vector<SeasonEvening>;

/// The figures of an evening of a season, always the same in the same order.
std::vector<Figure> season_figures(const Scenario& scenario, const SeasonEvening& evening);

/// A figure over the evenings, each over all replications; and by how much it changed from the
/// first evening to the last, replication by replication.
struct SeasonFigure {
  Figure figure;                            ///< without its value
  std::vector<std::vector<double>> values;  ///< by evening, then by replication
  std::vector<Estimate> by_evening;
  Estimate change;
};

/// Requires whole seasons of one scenario, at least one, all of as many evenings.
std::vector<SeasonFigure> season_figures(const Scenario& scenario,
                                         const std::vector<SeasonRun>& seasons);

}  // namespace gateflow
