#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/samples.hpp"
#include "sim/analysis/summary.hpp"

namespace gateflow {

enum class Unit : std::uint8_t {
  Count,
  Seconds,
  Clock,  ///< seconds since midnight
  Share,
  Metres,
  PerSquareMetre,
  Money,   ///< of the scenario's currency
  Factor,  ///< times so many
};

/// One number of a summary, and where it stands in it.
struct Figure {
  std::string_view section;  ///< "evening", "gates", "classes", "stations", "cases", "zones",
                             ///< "aftermath", "money", "money_by_case"
  std::string item;          ///< name of the gate, class, ...; empty for the evening as a whole
  std::string_view key;      ///< with its unit: "wait_p95_s"
  Unit unit = Unit::Count;
  std::optional<double> value;  ///< none where it does not apply: when the last one of none was in
  bool operator==(const Figure&) const = default;
};

/// All numbers of a summary except its curves and goals. Evenings of one scenario have the same
/// figures in the same order.
std::vector<Figure> figures_of(const Summary& summary);

/// A figure over several evenings of one scenario.
struct ReplicatedFigure {
  Figure figure;               ///< without its value
  std::vector<double> values;  ///< in the order of the evenings; without those that have none
  Estimate estimate;
};

/// Requires evenings of one scenario, at least one.
std::vector<ReplicatedFigure> figures_of(const std::vector<Summary>& evenings);

/// A goal over several evenings: `found` and `met` are those of the mean.
struct ReplicatedGoal {
  GoalFigures goal;
  std::vector<double> values;
  Estimate estimate;
  std::size_t met_in = 0;  ///< evenings
};

std::vector<ReplicatedGoal> goals_of(const std::vector<Summary>& evenings);

}  // namespace gateflow
