#pragma once

#include "sim/io/scenario/keys/house.hpp"
#include "sim/io/scenario/keys/laws.hpp"

namespace gateflow {

inline constexpr Number felt_coefficient{.most = 100};
inline constexpr Number hours{.most = 40 * 24};

template <class Keys>
void describe(Keys& keys, FeelingsEntry& entry) {
  keys.may("overestimate", entry.overestimate, felt_coefficient,
           "part by which every wait feels longer than it is; default 0.36");
  keys.may("idle", entry.idle, felt_coefficient, "and with nothing to do; default 0.1");
  keys.may("occupied_share", entry.occupied_share, chance,
           "of the people who have something to do; default 0.65");
  keys.may("uninformed", entry.uninformed, felt_coefficient,
           "and while no announcement was heard; default 0.2");
  keys.may("unexplained", entry.unexplained, felt_coefficient,
           "and while the line is held up and nobody says why; default 0.3");
  keys.may("unfair", entry.unfair, felt_coefficient,
           "and where somebody was favoured in sight; default 0.5");
  keys.may("anxious", entry.anxious, felt_coefficient,
           "and when the start is near or past; default 0.3");
  keys.may("anxious_min", entry.anxious_min, minutes,
           "minutes before the start from which it is near; default 15");
  keys.may("usual_satisfaction", entry.usual_satisfaction, chance,
           "of 1, when all is as expected; default 0.8");
  keys.may("loss_per_min", entry.loss_per_min, felt_coefficient,
           "of satisfaction by a minute of felt waiting more than expected, and gain by one less; "
           "default 0.02");
  keys.may("offence_loss", entry.offence_loss, chance,
           "part lost by those who saw somebody favoured; default 0.2");
  keys.may("late_loss", entry.late_loss, chance, "part lost by the late; default 0.2");
  keys.may("shut_out_loss", entry.shut_out_loss, chance,
           "part lost by those who did not come in; default 0.8. Sent away in the right, they lose "
           "all");
  keys.may("recovery_gain", entry.recovery_gain, chance,
           "added for those in the right who were put right quickly, and for those given in to; "
           "default 0.1");
  keys.may("recovery_within_s", entry.recovery_within_s, seconds,
           "seconds that are quick; default 180");
}
template <class Keys>
void describe(Keys& keys, AnnouncementsEntry& entry) {
  keys.may("kind", entry.kind,
           Word<AnnouncementKind>{{{"regular", AnnouncementKind::Regular},
                                   {"emergency", AnnouncementKind::Emergency},
                                   {"reassuring", AnnouncementKind::Reassuring}}},
           "they inform, say why a line is held up, or say that all is well; default \"regular\"");
  keys.may("every_min", entry.every_min, minutes_above_0,
           "minutes from one to the next; default 10");
  keys.may("from", entry.from, TimeOfDay{}, "the first one; default: at the doors");
  keys.may("lasts_min", entry.lasts_min, minutes,
           "minutes for which whoever heard one is informed; default 10");
  keys.may("heard_share", entry.heard_share, chance, "of the people who hear them; default 0.7");
  keys.may("reassuring_share", entry.reassuring_share, chance,
           "of a regular one that a reassuring one informs by; default 0.3");
  keys.may("after_s", entry.after_s, seconds,
           "a line is told the reason once it has been held up for so many seconds; default: 120 "
           "for kind \"emergency\", else never");
  keys.may("promised_wait_min", entry.promised_wait_min, minutes,
           "minutes of waiting in all that are announced; default: none");
  keys.may("kept", entry.kept, chance,
           "part by which the wait feels shorter if that was kept; default 0.1");
  keys.may("broken", entry.broken, felt_coefficient, "and longer if not, no less; default 0.25");
}
template <class Keys>
void describe_desk(Keys& keys, AftermathEntry& entry) {
  keys.may("servers", entry.servers, Whole{1, 10'000}, "who answer complaints; default 1");
  keys.may("acknowledge_h", entry.acknowledge_h, law_form(),
           "hours until a complaint is acknowledged; default 24");
  keys.may("answer_h", entry.answer_h, law_form(),
           "hours of work on one, first come, first served; default lognormal, mean 0.5, cv 1");
  keys.may("satisfied_share", entry.satisfied_share, chance,
           "of the answers that satisfy those in the right; default 0.5");
  keys.may("quick_h", entry.quick_h, hours, "hours within which an answer is quick; default 24");
  keys.may("satisfaction_after", entry.satisfaction_after, chance,
           "at least, of those whom the answer satisfied; default 0.85");
}
template <class Keys>
void describe_levers(Keys& keys, AftermathEntry& entry) {
  keys.may("easy_form_factor", entry.easy_form_factor, chance,
           "an easy form: so many times as many of the complaints are public; default 1");
  keys.may("named_person_factor", entry.named_person_factor, chance,
           "a number and a named person at once: so many times as many turn public; default 1");
  keys.may("apology_factor", entry.apology_factor, chance,
           "an honest apology: so many times as many are left unsatisfied; default 1");
}
template <class Keys>
void describe(Keys& keys, AftermathEntry& entry) {
  keys.may("dissatisfied_below", entry.dissatisfied_below, chance,
           "satisfaction below which people may complain; default 0.5");
  keys.may("complains_share", entry.complains_share, chance,
           "of the dissatisfied who complain; default 1 in 27");
  keys.may("public_share", entry.public_share, chance, "of the complaints; default 0.3");
  keys.may("delay_h", entry.delay_h, law_form(),
           "hours from the end of the evening to the complaint; default exponential, mean 24");
  describe_desk(keys, entry);
  keys.may("ack_patience_h", entry.ack_patience_h, hours,
           "hours without acknowledgement after which some turn public; default 48");
  keys.may("answer_patience_h", entry.answer_patience_h, hours,
           "and without an answer; default 336");
  keys.may("turns_public_share", entry.turns_public_share, chance,
           "of them each time; default 0.3");
  keys.may("audience_people", entry.audience_people, law_form(),
           "people reached by one public complaint; default Lomax, mean 200, shape 1.5");
  describe_levers(keys, entry);
  keys.may("kept_silent_share", entry.kept_silent_share, chance,
           "come again: of the dissatisfied who say nothing; default 0.09");
  keys.may("kept_unsatisfied_share", entry.kept_unsatisfied_share, chance,
           "of those who complained and are not satisfied; default 0.19");
  keys.may("kept_satisfied_share", entry.kept_satisfied_share, chance,
           "of those whom the answer satisfied; default 0.54");
  keys.may("kept_quickly_share", entry.kept_quickly_share, chance, "and quickly; default 0.82");
}

}  // namespace gateflow
