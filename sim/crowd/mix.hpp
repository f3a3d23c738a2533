#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/ids.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Which distribution holds for whom, by class and gate: the service at a touchpoint, patience.
class Mix {
 public:
  /// Of the people of a source; `none` is the value of those for whom no distribution holds.
  /// `of(class, gate)` gives a distribution that outlives the mix, or null.
  template <class Of>
  Mix(const Scenario& scenario, const Source& source, double none, Of of)
      : gates_(scenario.gates.size()),
        part_of_(scenario.classes.size() * gates_, nobody),
        none_(none) {
    for (const ClassId ticket_class : source.classes)
      for (const GateId gate : gates_of(scenario, ticket_class))
        set(ticket_class, gate, of(ticket_class, gate));
  }

  /// No distribution holds for anybody.
  bool empty() const { return parts_.empty(); }

  /// Replaces uniforms by values, for people of these classes and gates. At most a block of them.
  void to_values(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                 std::span<double> uniforms) const;

 private:
  static constexpr std::uint8_t nobody = 255;

  static std::vector<GateId> gates_of(const Scenario& scenario, ClassId ticket_class);
  void set(ClassId ticket_class, GateId gate, const Distribution* distribution);
  void part_by_part(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                    std::span<double> uniforms) const;

  std::size_t gates_;
  std::vector<const Distribution*> parts_;  ///< different ones
  std::vector<std::uint8_t> part_of_;       ///< by class and gate
  bool for_all_ = true;                     ///< everybody has one
  double none_;
};

}  // namespace gateflow
