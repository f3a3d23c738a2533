#pragma once

#include <vector>

#include "sim/analysis/aftermath_figures.hpp"
#include "sim/analysis/felt_wait.hpp"

namespace gateflow {

/// Somebody who complains, and what comes of it. Times count from the end of the evening.
struct Complaint {
  PersonId person;
  bool in_public = false;      ///< at once; then nobody handles it
  bool turned_public = false;  ///< later: unacknowledged or unanswered for too long
  bool is_answered_in_time = false;
  bool satisfied = false;  ///< by the answer
  bool quickly = false;    ///< answered
  Time comes{};
  Time acknowledged{}, answered{};  ///< after it came
};

/// What everyone who came does after the evening: each by their own luck, so that evenings can be
/// compared person by person.
class AftermathReport {
 public:
  /// All must outlive it. Requires a scenario with an aftermath.
  AftermathReport(const Scenario& scenario, const Crowd& crowd, const Experience& experience,
                  const Opinions& opinions);

  const AftermathFigures& figures() const { return figures_; }
  /// By person.
  const std::vector<Complaint>& complaints() const { return complaints_; }

 private:
  struct Came {
    PersonId person;
    double satisfaction = 0;
  };

  void ask(const Opinions& opinions);
  void complain(const OwnLuck& luck, const OwnLuck& aloud);
  void handle();
  void judge_answers();
  void count_complaints();
  void reach_people();
  void come_again();
  double loudness(PersonId person, const OwnLuck& temper) const;

  const Scenario& scenario_;
  const Aftermath& rules_;
  const Crowd& crowd_;
  const Experience& experience_;
  std::vector<Came> dissatisfied_;
  std::vector<Complaint> complaints_;
  double satisfaction_ = 0;  ///< summed over all who came
  std::size_t came_ = 0;
  AftermathFigures figures_;
};

}  // namespace gateflow
