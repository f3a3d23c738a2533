#pragma once

#include <vector>

#include "sim/ledger/ledger.hpp"

namespace gateflow {

/// A stretch of somebody's wait with one cause.
struct Charge {
  Time from{}, to{};
  Cause cause;
  bool operator==(const Charge&) const = default;
};

/// Sink: what one person's waits are charged to, in order. Neighbours with one cause are one.
class Account {
 public:
  Account(const Floor& floor, const Crowd& crowd, PersonId person)
      : ledger_(floor, crowd), person_(person) {}

  void operator()(const Happening& happening) {
    pass_to(happening.at);
    ledger_(happening);
  }

  /// To be called once nothing more happens.
  void close(Time end) { pass_to(end); }

  const std::vector<Charge>& charges() const { return charges_; }
  const Ledger& ledger() const { return ledger_; }

 private:
  void pass_to(Time now) {
    const Time before = now_;
    now_ = now;
    if (now == before) return;
    const std::optional<Cause> cause = ledger_.cause_for(person_);
    if (!cause) return;
    const bool goes_on =
        !charges_.empty() && charges_.back().to == before && charges_.back().cause == *cause;
    goes_on ? void(charges_.back().to = now) : charges_.push_back({before, now, *cause});
  }

  Ledger ledger_;
  PersonId person_;
  Time now_{};
  std::vector<Charge> charges_;
};

}  // namespace gateflow
