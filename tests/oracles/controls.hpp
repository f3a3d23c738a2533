#pragma once

#include <optional>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

/// Quantities of one replication whose means are known exactly from what was put in, each with its
/// mean taken off. How far they came out beside 0 tells how far the luck of this run took the
/// figures with it.
///
/// They are of three kinds: mean and square of the services drawn; people who came, in each part
/// of the evening; and the same deviations of a person's service, and of the gap after them,
/// weighted by how long that person waited and by how many came before them in the busy period.
/// Nobody's wait depends on their own service, nor on the gap after them in a line that keeps its
/// order: these products have mean 0 whatever the queue does, and carry most of its noise.
class Controls {
 public:
  explicit Controls(const Experiment& experiment);

  std::vector<double> of(const Scenario& scenario, const Crowd& crowd, const Watch& watch) const;

 private:
  struct Moments {
    double mean = 0, square = 0;
  };

  void add_services(const Crowd& crowd, const Watch& watch, std::vector<double>& found) const;
  void add_gaps(const Crowd& crowd, const Watch& watch, std::vector<double>& found) const;
  void add_counts(const Scenario& scenario, const Crowd& crowd, std::vector<double>& found) const;
  double service(const Crowd& crowd, PersonId person) const;

  Time limit_ = never;            ///< of what a case takes in the lane
  std::vector<Moments> service_;  ///< of each class; empty: not known
  std::optional<Moments> gap_;
};

}  // namespace gateflow::oracles
