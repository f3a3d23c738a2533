#include "sim/io/scenario/assembly.hpp"

namespace gateflow {
namespace {

Time seconds_or(const Said<double>& said, Time usual) {
  return said ? from_seconds(*said) : usual;
}
Time minutes_or(const Said<double>& said, Time usual) {
  return said ? from_seconds(*said * 60) : usual;
}
Time hours_or(const Said<double>& said, Time usual) {
  return said ? from_seconds(*said * 3600) : usual;
}

Feelings feelings(const FeelingsEntry& entry) {
  const Feelings usual;
  return {.overestimate = entry.overestimate.value_or(usual.overestimate),
          .idle = entry.idle.value_or(usual.idle),
          .occupied = entry.occupied_share.value_or(usual.occupied),
          .uninformed = entry.uninformed.value_or(usual.uninformed),
          .unexplained = entry.unexplained.value_or(usual.unexplained),
          .unfair = entry.unfair.value_or(usual.unfair),
          .anxious = entry.anxious.value_or(usual.anxious),
          .anxious_before = minutes_or(entry.anxious_min, usual.anxious_before),
          .usual = entry.usual_satisfaction.value_or(usual.usual),
          .loss_per_minute = entry.loss_per_min.value_or(usual.loss_per_minute),
          .offence = entry.offence_loss.value_or(usual.offence),
          .late = entry.late_loss.value_or(usual.late),
          .shut_out = entry.shut_out_loss.value_or(usual.shut_out),
          .recovery = entry.recovery_gain.value_or(usual.recovery),
          .quickly = seconds_or(entry.recovery_within_s, usual.quickly)};
}

Announcements announcements(const AnnouncementsEntry& entry, const Assembly& assembly) {
  Announcements out;
  out.kind = entry.kind.value_or(out.kind);
  out.every = minutes_or(entry.every_min, out.every);
  const auto& evening = assembly.said.evening;
  const auto& first = entry.from ? entry.from : evening->doors;
  if (first) out.from = assembly.clock.instant(*first);
  out.lasts = minutes_or(entry.lasts_min, out.lasts);
  out.heard = entry.heard_share.value_or(out.heard);
  out.reassuring = entry.reassuring_share.value_or(out.reassuring);
  if (out.kind == AnnouncementKind::Emergency) out.after = 2min;
  if (entry.after_s) out.after = from_seconds(*entry.after_s);
  if (entry.promised_wait_min) out.promised = from_seconds(*entry.promised_wait_min * 60);
  out.kept = entry.kept.value_or(out.kept);
  out.broken = entry.broken.value_or(out.broken);
  return out;
}

Retention retention(const AftermathEntry& entry) {
  const Retention usual;
  return {.silent = entry.kept_silent_share.value_or(usual.silent),
          .unsatisfied = entry.kept_unsatisfied_share.value_or(usual.unsatisfied),
          .satisfied = entry.kept_satisfied_share.value_or(usual.satisfied),
          .quickly = entry.kept_quickly_share.value_or(usual.quickly)};
}

Aftermath aftermath(const AftermathEntry& entry, Assembly& assembly) {
  Aftermath out;
  const auto law = [&](const Said<Law>& said, Unit unit, const char* key, Distribution& to) {
    if (said) to = distribution(said, unit, std::string("aftermath.") + key, assembly);
  };
  out.dissatisfied_below = entry.dissatisfied_below.value_or(out.dissatisfied_below);
  out.complains = entry.complains_share.value_or(out.complains);
  out.in_public = entry.public_share.value_or(out.in_public);
  law(entry.delay_h, Unit::Hours, "delay_h", out.delay_s);
  out.servers = entry.servers.value_or(out.servers);
  law(entry.acknowledge_h, Unit::Hours, "acknowledge_h", out.acknowledge_s);
  law(entry.answer_h, Unit::Hours, "answer_h", out.answer_s);
  out.satisfied = entry.satisfied_share.value_or(out.satisfied);
  out.soon = hours_or(entry.quick_h, out.soon);
  out.after_answer = entry.satisfaction_after.value_or(out.after_answer);
  out.acknowledge_patience = hours_or(entry.ack_patience_h, out.acknowledge_patience);
  out.answer_patience = hours_or(entry.answer_patience_h, out.answer_patience);
  out.turns_public = entry.turns_public_share.value_or(out.turns_public);
  law(entry.audience_people, Unit::AsIs, "audience_people", out.audience);
  out.easy_form = entry.easy_form_factor.value_or(out.easy_form);
  out.named_person = entry.named_person_factor.value_or(out.named_person);
  out.apology = entry.apology_factor.value_or(out.apology);
  out.kept = retention(entry);
  return out;
}

}  // namespace

void assemble_feelings(Assembly& assembly) {
  const ScenarioEntry& said = assembly.said;
  Scenario& out = assembly.scenario;
  if (said.feelings) out.feelings = feelings(*said.feelings);
  if (said.announcements) out.announcements = announcements(*said.announcements, assembly);
  if (said.aftermath) out.aftermath = aftermath(*said.aftermath, assembly);
}

}  // namespace gateflow
