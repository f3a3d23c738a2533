#pragma once

#include <string_view>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/kernel/draws.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// What chance has in store for each person for one purpose, drawn when it is asked for. In a crowd
/// that does not know who is who, people count by their order of arrival.
class OwnLuck {
 public:
  /// The crowd must outlive it.
  OwnLuck(const Scenario& scenario, const Crowd& crowd, std::string_view purpose);

  /// Uniform in (0, 1).
  double operator()(PersonId person) const {
    if (crowd_->of_source.empty()) return streams_.front()(person.index());
    const OfSource& who = crowd_->of_source[person];
    return streams_[who.source](who.number);
  }

 private:
  const Crowd* crowd_;
  std::vector<Stream> streams_;  ///< by source; at least one
};

}  // namespace gateflow
