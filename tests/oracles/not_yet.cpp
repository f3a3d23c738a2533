#include <array>
#include <string_view>

#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

namespace {

struct Missing {
  std::string_view model;   ///< part of the entry's model
  std::string_view metric;  ///< part of its metric; empty: any
  std::string_view reason;
};

/// The one list of what cannot be expressed, and why. First match counts.
constexpr std::array missing{
    Missing{"preemptive-resume", "",
            "a service here is never interrupted by a person of higher priority"},
    Missing{"feedback", "", "a route here never leads back to the line it came from"},
    Missing{"vacations", "", "staff here do not leave whenever their lane is empty"},
    Missing{
        "M/G/1 FIFO", "mean_removal_externality",
        "0.5 % takes a million counterfactuals, which takes longer than minutes; the formula it "
        "averages is held by the entries externality_..."},
    Missing{"one blocked B, fluid", "", "a fluid limit: gateflow moves people, not fluid"},
    Missing{"service capacity c-1", "",
            "a lane that closes here finishes the service that is on; capacity is never taken away "
            "in mid-service at a stated instant"},
    Missing{"MRG32k3a", "",
            "another generator: draws here are Philox4x32-10, held by its own known answers"},
    Missing{"Rinott", "", "selection of the best of many variants is not part of the engine yet"},
    Missing{"KN (c=1)", "", "selection of the best of many variants is not part of the engine yet"},
    Missing{"MSER", "", "evenings end: no warm-up is ever cut from one"},
};

}  // namespace

std::optional<std::string> not_yet(const Entry& entry) {
  for (const Missing& m : missing)
    if (entry.model.find(m.model) != std::string::npos &&
        entry.metric.find(m.metric) != std::string::npos)
      return std::string(m.reason);
  const bool lomax = entry.has("service") && entry.parameters["service"] == "lomax";
  if (lomax && entry.metric == "Wq_nocut" && entry.number("alpha") <= 3)
    return "the wait has infinite variance (shape <= 3): no standard error exists to judge by";
  const bool lognormal = entry.has("service") && entry.parameters["service"] == "lognormal";
  if (lognormal && entry.metric == "mean_tangible_externality")
    return "its tails are too heavy for the standard error of a run of minutes to be trusted";
  return std::nullopt;
}

}  // namespace gateflow::oracles
