#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/oracles/entry.hpp"
#include "tests/oracles/externality.hpp"
#include "tests/oracles/watch.hpp"

namespace gateflow::oracles {

/// A queue to run again and again: statistics over independent replications.
struct Experiment {
  Scenario scenario;
  std::size_t warm_up = 0;         ///< people
  std::vector<double> at_minutes;  ///< look at the system then
  /// Instead of arrivals from the scenario: gaps between people, in seconds.
  std::optional<Distribution> gaps;
  std::size_t people = 0;   ///< with gaps: so many
  double aside_cost_s = 0;  ///< of each person sent aside, for the figure "cost"
  /// Only the drawn arrivals are looked at.
  bool arrivals_only = false;
};

/// An answer that is exact: numbers from one run, or from several that are subtracted.
using Exact = std::function<nlohmann::json()>;

/// How an entry is put to the engine.
struct Question {
  std::variant<Experiment, Exact, Absence> how;
  std::string figure;  ///< of the experiment
};

/// Nullopt and a reason where the engine cannot express the entry.
struct Expressed {
  std::optional<Question> question;
  std::string reason;
};

/// By the entry's model and parameters; `all` serves entries that need another one's value.
Expressed express(const Entry& entry, const std::vector<Entry>& all);

/// Why the engine cannot express that model or figure yet, or nullopt.
std::optional<std::string> not_yet(const Entry& entry);

/// The law a parameter describes: "exp 1", "lognormal mean1 cv2 4", "exp mean 3", "Erlang-4".
/// `mean` is taken where the words give none.
Distribution law_of(const std::string& words, double mean = 1);

}  // namespace gateflow::oracles
