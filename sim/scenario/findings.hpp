#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// Collects what is wrong with a scenario; the same thing is told once.
class Findings {
 public:
  void add(std::string_view where, std::string_view what) {
    if (known_.emplace(where, what).second)
      faults_.push_back({std::string(where), std::string(what)});
  }

  void unless(bool holds, std::string_view where, std::string_view what) {
    if (!holds) add(where, what);
  }

  void law(std::string_view where, const Distribution& distribution) {
    if (const auto what = fault(distribution)) add(where, *what);
  }

  std::vector<Fault> take() { return std::move(faults_); }

 private:
  std::vector<Fault> faults_;
  std::set<std::pair<std::string, std::string>> known_;
};

std::string item(const std::string& where, std::size_t index);

inline bool is_chance(double share) {
  return share >= 0 && share <= 1;
}
inline bool is_weight(double share) {
  return share >= 0 && share <= 1e12;
}
inline bool is_instant(Time time) {
  return time >= Time{} && time <= horizon;
}

/// Each entry's name is there, and no other's of its kind.
template <class Entries>
void check_names(const Entries& entries, const std::string& kind, Findings& findings) {
  std::vector<std::string> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  std::ranges::sort(names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty())
      findings.add(kind, "a " + kind + " has no name");
    else if (i > 0 && names[i] == names[i - 1])
      findings.add(kind + '.' + names[i], "two are called " + names[i]);
  }
}

template <class Entries>
void check_size(const Entries& entries, std::size_t most, const std::string& kind,
                Findings& findings) {
  findings.unless(entries.size() <= most, kind,
                  std::to_string(entries.size()) + " of a " + kind + "; at most " +
                      std::to_string(most) + " are possible");
}

/// Whether people go through this touchpoint (no help desk).
inline bool is_check(const Scenario& scenario, TouchpointId id) {
  return scenario.touchpoints.has(id) && !scenario.touchpoints[id].service_s.empty();
}
inline bool is_desk(const Scenario& scenario, TouchpointId id) {
  return scenario.touchpoints.has(id) && scenario.touchpoints[id].service_s.empty();
}

// The parts of faults_of, one a file.
void check_venue(const Scenario& scenario, Findings& findings);
void check_classes(const Scenario& scenario, Findings& findings);
void check_sources(const Scenario& scenario, Findings& findings);
void check_cases(const Scenario& scenario, Findings& findings);
void check_house(const Scenario& scenario, Findings& findings);
void check_season(const Scenario& scenario, Findings& findings);
void check_feelings(const Scenario& scenario, Findings& findings);

}  // namespace gateflow
