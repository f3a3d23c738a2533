#pragma once

#include <cstdint>
#include <map>

#include "sim/analysis/announced.hpp"
#include "sim/analysis/fair_lines.hpp"
#include "sim/analysis/held_lines.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/crowd/own_luck.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/endings.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow {

/// Sink: what each person's waits were like, in line and before pens. Counters of each line are
/// noted at joining and compared at leaving; nobody walks along a line.
class Experience {
 public:
  /// Both must outlive it. Requires a scenario with feelings.
  Experience(const Floor& floor, const Crowd& crowd);

  void operator()(const Happening& happening);

  /// To be called once nothing more happens: waits that are still on last until then.
  void close(Time end);

  /// Parts of all waits together; several can hold at once.
  struct Waits {
    Time all{};
    Time informed{};     ///< by announcements
    Time unexplained{};  ///< the line was held up, and the reason not told
    Time unfair{};       ///< at touchpoints where somebody was favoured
    Time anxious{};      ///< from shortly before the start on
  };

  /// How a case ended for the one who had it.
  struct OwnCases {
    bool recovered = false;  ///< in the right and put right quickly, or given in to
    bool wronged = false;    ///< in the right and not let in
    bool in_the_wrong = false;
  };

  struct Person {
    Waits waits;
    bool hears = false;  ///< announcements
    OwnCases cases{};

    bool is_offended() const { return waits.unfair > Time{}; }
  };

  const Person& of(PersonId person) const { return people_[person].told; }
  const Ending& ending(PersonId person) const { return endings_[person]; }
  std::size_t people() const { return people_.size(); }

 private:
  /// A stretch of waiting in one line.
  struct Stretch {
    Time since = never;  ///< never: they do not wait
    StandingLineId line;
    PlaceInLine place;
    Time held{}, explained{};  ///< clocks of the line when it began
  };
  struct Following {
    Person told;
    Stretch stretch;
    Time at_touchpoint{};  ///< waited there so far
    bool unfair_there = false;
    bool in_case = false;
  };
  struct OpenCase {
    CaseId kind;
    Time since{};
    Time cleared = never;  ///< by a floater, in the line
  };

  void arrived(const Happening& h);
  void stand(const Happening& h, bool in_line);
  void called(const Happening& h);
  void end_stretch(PersonId person, Time now);
  void end_visit(PersonId person, Time now);
  void granted(const Happening& h);
  void case_came_up(const Happening& h);
  void case_arose(const Happening& h);
  void case_solved(const Happening& h);
  void case_ended(const Happening& h, bool let_on);

  const Scenario& scenario_;
  const Crowd& crowd_;
  OwnLuck hearing_;
  double heard_ = 0;
  Announced announced_;
  Time anxious_from_ = never;
  HeldLines held_;
  FairLines fair_;
  Endings endings_;
  Table<PersonId, Following> people_;
  std::map<PersonId, OpenCase> open_cases_;
};

}  // namespace gateflow
