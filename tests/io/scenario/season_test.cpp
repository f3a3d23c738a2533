#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

// What an evening teaches the next, and what it costs.
namespace gateflow {
namespace {

TEST_CASE("the season: every coefficient can be said, and has a default") {
  CHECK(scenario_in(small).season == Season{});
  const Scenario s = scenario_with(
      "[season]\ngiving_in_teaches = 0.2\nrefusing_teaches = 0.3\ntold_factor = 4\n"
      "try_again_share = 0.5\nstay_away_share = 0.6\ncome_back_share = 0.7\nword_of_mouth = 8\n"
      "least_factor = 0.9\nmost_factor = 10.5\n");
  CHECK(s.season == Season{0.2, 0.3, 4, 0.5, 0.6, 0.7, 8, 0.9, 10.5});
}

TEST_CASE("money: every amount can be said; without the table it is not counted") {
  CHECK_FALSE(scenario_in(small).money);
  CHECK(scenario_with("[money]\n").money == Money{});
  const Scenario s = scenario_with(
      "[money]\ncurrency = \"CHF\"\nstaff_per_hour = 1\ndesk_per_hour = 2\n"
      "supervisor_per_hour = 3\ndoor_staff = 4\ndoor_staff_per_hour = 5\ndevice_per_lane = 6\n"
      "refund = 7\nspend_min = 8\nothers_per_hour = 9\nper_complaint = 10\n"
      "per_thousand_reached = 11\n"
      "[class.general]\nticket_price = 40\nspend_per_min = 0.5\n"
      "[case.upgrade]\nat = \"scan\"\nfavour = true\npaid = false\nconcession_cost = 25\n");
  CHECK(s.money == Money{"CHF", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  CHECK(s.classes[ClassId{0}].price == 40);
  CHECK(s.classes[ClassId{0}].spend_per_min == 0.5);
  const Case& upgrade = s.cases[CaseId{0}];
  CHECK((upgrade.asks_a_favour() && !upgrade.has_paid() && upgrade.concession_cost == 25));
}

TEST_CASE("who has no right asks a favour and has not paid, unless it is said") {
  const Scenario s = scenario_with(
      "[case.phone]\nat = \"scan\"\n[case.forged]\nat = \"scan\"\nwithin_rules = false\n"
      "[case.upgrade]\nat = \"scan\"\nlike = \"wants-upgrade\"\n");
  CHECK((!s.cases[CaseId{0}].asks_a_favour() && s.cases[CaseId{0}].has_paid()));
  CHECK((s.cases[CaseId{1}].asks_a_favour() && !s.cases[CaseId{1}].has_paid()));
  CHECK((s.cases[CaseId{2}].asks_a_favour() && s.cases[CaseId{2}].has_paid()));
}

TEST_CASE("what a season or an amount cannot be is told with its place") {
  CHECK(faults_with("[season]\ntry_again_share = 2\n") ==
        Told{"9:19 expected a number from 0 to 1, found 2"});
  CHECK(faults_with("[season]\nmost_factor = 0.5\n") ==
        Told{"9:15 expected a number from 1 to 1000, found 0.5"});
  CHECK(faults_with("[money]\nrefunds = 2\n") ==
        Told{"9:1 unknown key 'refunds' in money; did you mean 'refund'?"});
  CHECK(faults_with("[money]\ndoor_staff = 1.5\n").size() == 1);
  CHECK(faults_with("[class.general]\nticket_price = -1\n").size() == 1);
}

}  // namespace
}  // namespace gateflow
