#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

// How it felt, announcements, and what comes after the evening.
namespace gateflow {
namespace {

TEST_CASE("without their sections nobody asks how it felt") {
  const Scenario s = scenario_in(small);
  CHECK_FALSE(s.feelings);
  CHECK_FALSE(s.announcements);
  CHECK_FALSE(s.aftermath);
}

TEST_CASE("an empty section brings its defaults") {
  const Scenario s = scenario_with("[feelings]\n[announcements]\n[aftermath]\n");
  CHECK(s.feelings == Feelings{});
  CHECK(s.announcements == Announcements{});
  CHECK(s.aftermath == Aftermath{});
  CHECK(s.classes[ClassId{0}].expected_wait == 642s);
}

TEST_CASE("every feeling can be said") {
  const Scenario s = scenario_with(
      "[feelings]\noverestimate = 0.1\nidle = 0.2\noccupied_share = 0.3\nuninformed = 0.4\n"
      "unexplained = 0.5\nunfair = 0.6\nanxious = 0.7\nanxious_min = 8\nusual_satisfaction = 0.9\n"
      "loss_per_min = 0.01\noffence_loss = 0.11\nlate_loss = 0.12\nshut_out_loss = 0.13\n"
      "recovery_gain = 0.14\nrecovery_within_s = 15\n[class.vip]\nexpected_wait_min = 5\n"
      "value_per_minute_late = 2.5\nlate_from_min = 30\n");
  CHECK(s.feelings ==
        Feelings{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 8min, 0.9, 0.01, 0.11, 0.12, 0.13, 0.14, 15s});
  const TicketClass& vip = s.classes[ClassId{0}];
  CHECK(vip.expected_wait == 5min);
  CHECK(vip.value_per_minute_late == 2.5);
  CHECK(vip.late_from == 30min);
}

TEST_CASE("announcements begin at the doors, and explain if they are for emergencies") {
  const Scenario s = scenario_with_line(
      2, "doors = 18:00:00\nstart = 20:00:00\n[feelings]\n[announcements]\nkind = \"emergency\"");
  CHECK(s.announcements->from == 18h);
  CHECK(s.announcements->after == 2min);

  const Scenario said = scenario_with(
      "[feelings]\n[announcements]\nkind = \"reassuring\"\nevery_min = 5\nfrom = 19:00:00\n"
      "lasts_min = 3\nheard_share = 0.5\nreassuring_share = 0.25\nafter_s = 45\n"
      "promised_wait_min = 20\nkept = 0.2\nbroken = 0.3\n");
  CHECK(said.announcements == Announcements{AnnouncementKind::Reassuring, 5min, 19h, 3min, 0.5,
                                            0.25, 45s, 20min, 0.2, 0.3});
}

TEST_CASE("the aftermath can be said in full") {
  const Scenario s = scenario_with(
      "[feelings]\n[aftermath]\ndissatisfied_below = 0.4\ncomplains_share = 0.1\n"
      "public_share = 0.2\ndelay_h = 12\nservers = 3\nacknowledge_h = 1\nanswer_h = 0.5\n"
      "satisfied_share = 0.6\nquick_h = 6\nsatisfaction_after = 0.9\nack_patience_h = 24\n"
      "answer_patience_h = 72\nturns_public_share = 0.5\naudience_people = 50\n"
      "easy_form_factor = 0.7\nnamed_person_factor = 0.8\napology_factor = 0.9\n"
      "kept_silent_share = 0.1\nkept_unsatisfied_share = 0.2\nkept_satisfied_share = 0.3\n"
      "kept_quickly_share = 0.4\n[temper.loud]\nloud_factor = 4\n");
  Aftermath expected;
  expected.dissatisfied_below = 0.4;
  expected.complains = 0.1;
  expected.in_public = 0.2;
  expected.delay_s = Constant{12 * 3600};
  expected.servers = 3;
  expected.acknowledge_s = Constant{3600};
  expected.answer_s = Constant{1800};
  expected.satisfied = 0.6;
  expected.soon = 6h;
  expected.after_answer = 0.9;
  expected.acknowledge_patience = 24h;
  expected.answer_patience = 72h;
  expected.turns_public = 0.5;
  expected.audience = Constant{50};
  expected.easy_form = 0.7;
  expected.named_person = 0.8;
  expected.apology = 0.9;
  expected.kept = {0.1, 0.2, 0.3, 0.4};
  CHECK(s.aftermath == expected);
  CHECK(s.tempers[TemperId{0}].loud == 4);
}

TEST_CASE("announcements and an aftermath need somebody who asks how it felt") {
  CHECK(faults_with("[announcements]\n") ==
        Told{"8:2 they change how waits feel, and nobody asks: [feelings] is missing"});
  CHECK(faults_with("[aftermath]\n") ==
        Told{"8:2 it follows from how the evening felt, and nobody asks: [feelings] is missing"});
}

TEST_CASE("a broken promise weighs no less than one that is kept") {
  CHECK(faults_with("[feelings]\n[announcements]\nkept = 0.3\nbroken = 0.2\n") ==
        Told{"11:10 a broken promise weighs no less than one that is kept"});
  scenario_with("[feelings]\n[announcements]\nkept = 0.3\nbroken = 0\n");
}

TEST_CASE("what is misspelt or out of range in these sections is told with its place") {
  const Told faults = faults_with(
      "[feelings]\nunfare = 0.5\nidle = -1\n[announcements]\nkind = \"regulr\"\nevery_min = 0\n"
      "[aftermath]\naudience_people = { law = \"lomax\", mean = 10, shape = 1 }\n");
  REQUIRE(faults.size() == 5);
  CHECK(faults[0].starts_with("9:1 "));
  CHECK(faults[0].find("unfair") != std::string::npos);
  CHECK(faults[1].starts_with("10:8 "));
  CHECK(faults[2].starts_with("12:8 "));
  CHECK(faults[2].find("regular") != std::string::npos);
  CHECK(faults[3].starts_with("13:13 "));
  CHECK(faults[4].starts_with("15:"));
}

}  // namespace
}  // namespace gateflow
