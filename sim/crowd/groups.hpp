#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/mix.hpp"
#include "sim/crowd/shares.hpp"

namespace gateflow {

/// Enters everyone whose group is not known yet as coming alone.
void fill_up_groups(Crowd& crowd);

/// Who comes together, and on which tickets: each group of a source is of one class and comes to
/// one gate. Its draws are addressed by its number within the source: where everyone comes alone,
/// that is the person's.
class Groups {
 public:
  /// Requires a source whose every class has a route at some gate that has tickets.
  Groups(const Scenario& scenario, const Source& source, Luck luck);

  /// People per group on average: exact where sizes are drawn as whole numbers of at least 1.
  double mean_size() const;

  /// Adds the next groups to the columns until there are so many, or so many people; the last is
  /// cut to fit. Returns how many groups were added.
  std::size_t add(std::size_t groups, std::size_t people, Crowd& crowd);

  /// Adds so many people.
  std::size_t add(std::size_t people, Crowd& crowd) { return add(people, people, crowd); }

 private:
  std::size_t add_singles(std::size_t people, Crowd& crowd);
  void draw_classes(std::span<std::uint8_t> classes) const;
  void draw_gates(std::span<const std::uint8_t> classes, std::span<std::uint8_t> gates) const;
  void draw_sizes(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                  std::span<double> sizes) const;

  const Scenario& scenario_;
  const Source& source_;
  bool in_groups_;
  Shares class_;
  Table<ClassId, Shares> gate_;
  bool one_gate_;  ///< for all of them
  Mix size_;
  Stream class_stream_, gate_stream_, size_stream_;
  std::size_t next_ = 0;  ///< number of the next group
};

}  // namespace gateflow
