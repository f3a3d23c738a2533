#pragma once

#include <cstddef>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Which touchpoints people pass, by their class and gate.
class Routes {
 public:
  explicit Routes(const Scenario& scenario);

  /// Never at a gate that has no tickets.
  bool pass(ClassId ticket_class, GateId gate, TouchpointId touchpoint) const {
    return passes_[place(ticket_class, gate, touchpoint)];
  }

 private:
  std::size_t place(ClassId ticket_class, GateId gate, TouchpointId touchpoint) const {
    return (ticket_class.index() * gates_ + gate.index()) * touchpoints_ + touchpoint.index();
  }

  std::size_t gates_, touchpoints_;
  std::vector<bool> passes_;
};

}  // namespace gateflow
