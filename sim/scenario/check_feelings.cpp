#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

/// Checks the numbers of one section, each under the key it has there.
class Section {
 public:
  Section(std::string name, Findings& findings) : name_(std::move(name)), findings_(findings) {}

  void coefficient(const char* key, double value) {
    unless(value >= 0 && value <= 100, key, "a coefficient is from 0 to 100");
  }
  void part(const char* key, double value) {
    unless(is_chance(value), key, "a share is from 0 to 1");
  }
  void span(const char* key, Time value) {
    unless(is_instant(value), key, "it lasts 0 s to forty days");
  }
  void law(const char* key, const Distribution& law) { findings_.law(name_ + '.' + key, law); }
  void unless(bool holds, const char* key, std::string_view what) {
    findings_.unless(holds, name_ + '.' + key, what);
  }

 private:
  std::string name_;
  Findings& findings_;
};

void check(const Feelings& feelings, Findings& findings) {
  Section section("feelings", findings);
  section.coefficient("overestimate", feelings.overestimate);
  section.coefficient("idle", feelings.idle);
  section.part("occupied_share", feelings.occupied);
  section.coefficient("uninformed", feelings.uninformed);
  section.coefficient("unexplained", feelings.unexplained);
  section.coefficient("unfair", feelings.unfair);
  section.coefficient("anxious", feelings.anxious);
  section.span("anxious_min", feelings.anxious_before);
  section.part("usual_satisfaction", feelings.usual);
  section.coefficient("loss_per_min", feelings.loss_per_minute);
  section.part("offence_loss", feelings.offence);
  section.part("late_loss", feelings.late);
  section.part("shut_out_loss", feelings.shut_out);
  section.part("recovery_gain", feelings.recovery);
  section.span("recovery_within_s", feelings.quickly);
}

void check(const Announcements& announcements, Findings& findings) {
  Section section("announcements", findings);
  section.unless(announcements.every > Time{} && is_instant(announcements.every), "every_min",
                 "announcements are more than 0 and at most forty days apart");
  section.span("from", announcements.from);
  section.span("lasts_min", announcements.lasts);
  section.part("heard_share", announcements.heard);
  section.part("reassuring_share", announcements.reassuring);
  if (announcements.after) section.span("after_s", *announcements.after);
  section.unless(announcements.kind != AnnouncementKind::Emergency || announcements.after,
                 "after_s", "an emergency announcement comes after some time");
  if (announcements.promised) section.span("promised_wait_min", *announcements.promised);
  section.part("kept", announcements.kept);
  section.coefficient("broken", announcements.broken);
  section.unless(announcements.broken == 0 || announcements.broken >= announcements.kept, "broken",
                 "a broken promise weighs no less than one that is kept");
}

void check(const Aftermath& aftermath, Findings& findings) {
  Section section("aftermath", findings);
  section.part("dissatisfied_below", aftermath.dissatisfied_below);
  section.part("complains_share", aftermath.complains);
  section.part("public_share", aftermath.in_public);
  section.law("delay_h", aftermath.delay_s);
  section.unless(aftermath.servers >= 1 && aftermath.servers <= 10'000, "servers",
                 "1 to 10,000 people answer complaints");
  section.law("acknowledge_h", aftermath.acknowledge_s);
  section.law("answer_h", aftermath.answer_s);
  section.part("satisfied_share", aftermath.satisfied);
  section.span("quick_h", aftermath.soon);
  section.part("satisfaction_after", aftermath.after_answer);
  section.span("ack_patience_h", aftermath.acknowledge_patience);
  section.span("answer_patience_h", aftermath.answer_patience);
  section.part("turns_public_share", aftermath.turns_public);
  section.law("audience_people", aftermath.audience);
  section.part("easy_form_factor", aftermath.easy_form);
  section.part("named_person_factor", aftermath.named_person);
  section.part("apology_factor", aftermath.apology);
  section.part("kept_silent_share", aftermath.kept.silent);
  section.part("kept_unsatisfied_share", aftermath.kept.unsatisfied);
  section.part("kept_satisfied_share", aftermath.kept.satisfied);
  section.part("kept_quickly_share", aftermath.kept.quickly);
}

void check_expectations(const TicketClass& ticket, Findings& findings) {
  Section section("class." + ticket.name, findings);
  section.span("expected_wait_min", ticket.expected_wait);
  section.unless(ticket.value_per_minute_late >= 0 && ticket.value_per_minute_late <= 1e9,
                 "value_per_minute_late", "a minute is worth 0 to a billion");
  section.span("late_from_min", ticket.late_from);
}

}  // namespace

void check_feelings(const Scenario& scenario, Findings& findings) {
  for (const TicketClass& ticket : scenario.classes) check_expectations(ticket, findings);
  if (scenario.feelings) check(*scenario.feelings, findings);
  if (scenario.announcements) check(*scenario.announcements, findings);
  if (scenario.aftermath) check(*scenario.aftermath, findings);
  findings.unless(scenario.feelings || !scenario.announcements, "announcements",
                  "they change how waits feel, and nobody asks: [feelings] is missing");
  findings.unless(scenario.feelings || !scenario.aftermath, "aftermath",
                  "it follows from how the evening felt, and nobody asks: [feelings] is missing");
}

}  // namespace gateflow
