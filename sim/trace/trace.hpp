#pragma once

#include <string>
#include <vector>

#include "sim/kernel/draws.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// What happened in an evening, in order: with its scenario and luck, all there is to know.
/// A sink while the evening runs.
struct Trace {
  std::string scenario;
  Luck luck;
  std::vector<Happening> happenings;

  void operator()(const Happening& happening) { happenings.push_back(happening); }

  bool operator==(const Trace&) const = default;
};

/// Hands a recorded trace to a sink, as the evening did.
template <class Sink>
void replay(const Trace& trace, Sink& sink) {
  for (const Happening& happening : trace.happenings) sink(happening);
}

}  // namespace gateflow
