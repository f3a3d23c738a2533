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

}  // namespace gateflow
