#include "sim/analysis/aftermath_report.hpp"

#include <algorithm>
#include <cmath>

#include "sim/analysis/complaint_desk.hpp"
#include "sim/analysis/wait_figures.hpp"
#include "sim/crowd/people_with_cases.hpp"

namespace gateflow {
namespace {

/// Nobody reaches more people than there are.
constexpr double everybody = 8e9;

Time span_of(const Distribution& law, double u) {
  return from_seconds(quantile(law, u));
}

std::size_t people_of(const Distribution& law, double u) {
  return static_cast<std::size_t>(std::llround(std::min(quantile(law, u), everybody)));
}

}  // namespace

AftermathReport::AftermathReport(const Scenario& scenario, const Crowd& crowd,
                                 const Experience& experience, const Opinions& opinions)
    : scenario_(scenario), rules_(*scenario.aftermath), crowd_(crowd), experience_(experience) {
  ask(opinions);
  complain({scenario, crowd, "complains"}, {scenario, crowd, "complains-in-public"});
  handle();
  judge_answers();
  count_complaints();
  reach_people();
  come_again();
}

void AftermathReport::ask(const Opinions& opinions) {
  for (const PersonId person : keys<PersonId>(opinions.people())) {
    if (!opinions.came(person)) continue;
    const double satisfaction = opinions.of(person).satisfaction;
    ++came_;
    satisfaction_ += satisfaction;
    if (satisfaction < rules_.dissatisfied_below) dissatisfied_.push_back({person, satisfaction});
  }
  figures_.dissatisfied = dissatisfied_.size();
}

/// Everybody has a temper, whether or not it ever came to a case.
double AftermathReport::loudness(PersonId person, const OwnLuck& temper) const {
  const TemperId id = PeopleWithCases::temper_of(scenario_, temper(person));
  return id ? scenario_.tempers[id].loud : 1;
}

void AftermathReport::complain(const OwnLuck& luck, const OwnLuck& aloud) {
  const OwnLuck temper(scenario_, crowd_, "temper");  // as with those who have a case
  for (const auto& [person, satisfaction] : dissatisfied_) {
    const double loud = loudness(person, temper);
    if (luck(person) >= rules_.complains * loud) continue;
    Complaint complaint;
    complaint.person = person;
    complaint.in_public = aloud(person) < std::min(rules_.in_public * loud, 1.0) * rules_.easy_form;
    complaints_.push_back(complaint);
  }
}

/// The desk takes the closed ones in the order in which they come.
void AftermathReport::handle() {
  const OwnLuck delay(scenario_, crowd_, "complaint-delay");
  const OwnLuck acknowledged(scenario_, crowd_, "complaint-acknowledged");
  const OwnLuck handling(scenario_, crowd_, "complaint-handling");
  std::vector<Complaint*> at_desk;
  for (Complaint& each : complaints_) {
    each.comes = span_of(rules_.delay_s, delay(each.person));
    each.acknowledged = span_of(rules_.acknowledge_s, acknowledged(each.person));
    if (!each.in_public) at_desk.push_back(&each);
  }
  std::ranges::stable_sort(at_desk, {}, &Complaint::comes);
  std::vector<DeskWork> work;
  for (const Complaint* each : at_desk)
    work.push_back({each->comes, span_of(rules_.answer_s, handling(each->person))});
  const std::vector<Time> done = done_in_order(work, rules_.servers);
  for (std::size_t i = 0; i < at_desk.size(); ++i)
    at_desk[i]->answered = done[i] - at_desk[i]->comes;
}

/// An answer acknowledges, too. It satisfies nobody who was in the wrong.
void AftermathReport::judge_answers() {
  const OwnLuck unacknowledged(scenario_, crowd_, "unacknowledged");
  const OwnLuck unanswered(scenario_, crowd_, "unanswered");
  const OwnLuck answer(scenario_, crowd_, "answer");
  const double turns = rules_.turns_public * rules_.named_person;
  const double unsatisfied = (1 - rules_.satisfied) * rules_.apology;
  for (Complaint& each : complaints_) {
    if (each.in_public) continue;
    each.acknowledged = std::min(each.acknowledged, each.answered);
    each.is_answered_in_time = each.answered <= rules_.answer_patience;
    each.turned_public =
        (each.acknowledged > rules_.acknowledge_patience && unacknowledged(each.person) < turns) ||
        (!each.is_answered_in_time && unanswered(each.person) < turns);
    each.satisfied = each.is_answered_in_time && !each.turned_public &&
                     !experience_.of(each.person).cases.in_the_wrong &&
                     answer(each.person) >= unsatisfied;
    each.quickly = each.answered <= rules_.soon;
  }
}

void AftermathReport::count_complaints() {
  std::vector<Time> answers;
  for (const Complaint& each : complaints_) {
    ++(each.in_public ? figures_.in_public : figures_.closed);
    if (each.in_public) continue;
    answers.push_back(each.answered);
    figures_.acknowledged_in_time += each.acknowledged <= rules_.acknowledge_patience;
    figures_.answered_in_time += each.is_answered_in_time;
    figures_.satisfied += each.satisfied;
    figures_.turned_public += each.turned_public;
  }
  const WaitFigures waits = wait_figures(answers);
  figures_.answer_mean = waits.mean;
  figures_.answer_p95 = waits.p95;
  figures_.answer_longest = waits.longest;
}

void AftermathReport::reach_people() {
  const OwnLuck audience(scenario_, crowd_, "audience");
  for (const Complaint& each : complaints_)
    if (each.in_public || each.turned_public)
      figures_.reached += people_of(rules_.audience, audience(each.person));
}

/// Satisfaction can end above what it was before the trouble; who comes again goes by the shares.
void AftermathReport::come_again() {
  const OwnLuck again(scenario_, crowd_, "comes-again");
  auto complaint = complaints_.begin();
  for (const auto& [person, satisfaction] : dissatisfied_) {
    double share = rules_.kept.silent;
    if (complaint != complaints_.end() && complaint->person == person) {
      share = !complaint->satisfied ? rules_.kept.unsatisfied
              : complaint->quickly  ? rules_.kept.quickly
                                    : rules_.kept.satisfied;
      if (complaint->satisfied) satisfaction_ += std::max(rules_.after_answer - satisfaction, 0.0);
      ++complaint;
    }
    figures_.kept += again(person) < share;
  }
  if (came_ > 0) figures_.satisfaction = satisfaction_ / static_cast<double>(came_);
}

}  // namespace gateflow
