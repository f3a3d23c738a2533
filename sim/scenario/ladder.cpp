#include "sim/scenario/ladder.hpp"

namespace gateflow {
namespace {

bool ends(const Resolve& step) {
  return step.up_to == never && !is_limit(step.by_line);
}
bool ends(const CallSupervisor& step) {
  return step.up_to == never;
}
bool ends(const Pause&) {
  return false;
}
template <class Step>
bool ends(const Step&) {
  return true;
}

}  // namespace

bool always_ends(const RuleStep& step) {
  return std::visit([](const auto& s) { return ends(s); }, step);
}

std::optional<FirstAside> first_aside(const HouseRule& rule) {
  const auto* resolve = std::get_if<Resolve>(&rule.ladder.front());
  const Time after = resolve ? resolve->up_to : Time{};
  const std::size_t next = resolve ? 1 : 0;
  if (after == never || next == rule.ladder.size()) return std::nullopt;
  const auto* aside = std::get_if<StepAside>(&rule.ladder[next]);
  return aside ? std::optional(FirstAside{resolve == nullptr, after, aside->desk}) : std::nullopt;
}

}  // namespace gateflow
