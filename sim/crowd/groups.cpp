#include "sim/crowd/groups.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/crowd/cohort.hpp"
#include "sim/crowd/purpose.hpp"

namespace gateflow {
namespace {

Shares shares_of(const Table<ClassId, TicketClass>& classes, std::span<const ClassId> possible) {
  std::vector<Shares::Choice> choices;
  for (const ClassId id : possible)
    choices.push_back({static_cast<std::uint8_t>(id.index()), classes[id].share});
  return Shares{choices};
}

/// Among the gates at which the class has a route.
Shares shares_of(const Table<GateId, Gate>& gates, const Table<GateId, std::vector<Leg>>& route) {
  std::vector<Shares::Choice> choices;
  for (const GateId id : keys_of(gates))
    if (route.has(id) && !route[id].empty())
      choices.push_back({static_cast<std::uint8_t>(id.index()), gates[id].share});
  return Shares{choices};
}

std::size_t whole_size(double size) {
  const double people = std::clamp(std::floor(size + 0.5), 1.0, double{Limits::people});
  return static_cast<std::size_t>(people);
}

bool come_in_groups(const Scenario& scenario, std::span<const ClassId> classes) {
  return std::ranges::any_of(classes, [&](ClassId id) {
    return scenario.classes[id].group_size != Distribution{Constant{1}};
  });
}

}  // namespace

void fill_up_groups(Crowd& crowd) {
  const std::size_t people = crowd.ticket_class.size();
  while (crowd.group.size() < people) crowd.group.push_back(PersonId{crowd.group.size()});
}

Groups::Groups(const Scenario& scenario, const Source& source, Luck luck)
    : scenario_(scenario),
      source_(source),
      in_groups_(come_in_groups(scenario, source.classes)),
      class_(shares_of(scenario.classes, source.classes)),
      gate_(scenario.classes.size()),
      one_gate_(true),
      size_(scenario, source, 1,
            [&](ClassId id, GateId) { return &scenario.classes[id].group_size; }),
      class_stream_(stream_of(luck, source.name, "class")),
      gate_stream_(stream_of(luck, source.name, "gate")),
      size_stream_(stream_of(luck, source.name, "group")) {
  const ClassId first{class_.possible().front()};
  for (const std::uint8_t which : class_.possible()) {
    const ClassId id{which};
    gate_[id] = shares_of(scenario.gates, scenario.classes[id].route);
    one_gate_ = one_gate_ && gate_[id].is_certain() &&
                gate_[id].possible().front() == gate_[first].possible().front();
  }
}

double Groups::mean_size() const {
  double people = 0;
  double groups = 0;
  for (const std::uint8_t which : class_.possible()) {
    const TicketClass& each = scenario_.classes[ClassId{which}];
    people += each.share * mean(each.group_size);
    groups += each.share;
  }
  return people / groups;
}

std::size_t Groups::add(std::size_t groups, std::size_t people, Crowd& crowd) {
  if (!in_groups_) return add_singles(std::min(groups, people), crowd);

  fill_up_groups(crowd);
  std::array<std::uint8_t, block_size> classes{}, gates{};
  std::array<double, block_size> sizes{};
  std::size_t added = 0;
  while (added < groups && people > 0) {
    const std::size_t drawn = std::min({block_size, groups - added, people});
    draw_classes({classes.data(), drawn});
    draw_gates({classes.data(), drawn}, {gates.data(), drawn});
    draw_sizes({classes.data(), drawn}, {gates.data(), drawn}, {sizes.data(), drawn});
    std::size_t i = 0;
    for (; i < drawn && people > 0; ++i) {
      const PersonId first{crowd.group.size()};
      const std::size_t size = std::min(whole_size(sizes[i]), people);
      for (std::size_t member = 0; member < size; ++member) {
        crowd.ticket_class.push_back(classes[i]);
        crowd.gate.push_back(gates[i]);
        crowd.group.push_back(first);
      }
      people -= size;
    }
    added += i;
    next_ += i;
  }
  return added;
}

std::size_t Groups::add_singles(std::size_t people, Crowd& crowd) {
  const std::size_t first = crowd.ticket_class.size();
  crowd.ticket_class.resize(first + people);
  crowd.gate.resize(first + people);
  const std::span classes{crowd.ticket_class.data() + first, people};
  draw_classes(classes);
  draw_gates(classes, {crowd.gate.data() + first, people});
  next_ += people;
  return people;
}

void Groups::draw_classes(std::span<std::uint8_t> classes) const {
  if (class_.is_certain()) {
    std::ranges::fill(classes, class_.possible().front());
    return;
  }
  for_each_block(class_stream_, next_, classes.size(), [&](std::size_t offset, auto uniforms) {
    for (std::size_t i = 0; i < uniforms.size(); ++i) classes[offset + i] = class_(uniforms[i]);
  });
}

void Groups::draw_gates(std::span<const std::uint8_t> classes,
                        std::span<std::uint8_t> gates) const {
  if (one_gate_) {
    std::ranges::fill(gates, gate_[ClassId{class_.possible().front()}].possible().front());
    return;
  }
  for_each_block(gate_stream_, next_, classes.size(), [&](std::size_t offset, auto uniforms) {
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
      const std::size_t at = offset + i;
      gates[at] = gate_[ClassId{classes[at]}](uniforms[i]);
    }
  });
}

void Groups::draw_sizes(std::span<const std::uint8_t> classes, std::span<const std::uint8_t> gates,
                        std::span<double> sizes) const {
  size_stream_.fill(next_, sizes);
  size_.to_values(classes, gates, sizes);
}

}  // namespace gateflow
