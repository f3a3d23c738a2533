#include <catch2/catch.hpp>

#include "sim/io/scenario/catalogue.hpp"
#include "tests/io/scenario/reading.hpp"

// Cases from the catalogue, tempers, house rules of every step.
namespace gateflow {
namespace {

const std::string phone_at_scan = "[case.phone]\nat = \"scan\"\n";

TEST_CASE("every step of a ladder can be said") {
  const Scenario s = scenario_with(
      "[supervisors]\ncount = 2\nwalk_s = 45\nby_gate = true\n[rule.all]\nladder = [\n"
      "  { step = \"resolve\", up_to_s = 20, until_waiting = 5 },\n"
      "  { step = \"resolve\", aside_costs_min = 10, load = 0.5 },\n"
      "  { step = \"pause\", lasts_s = 15 },\n"
      "  { step = \"supervisor\", up_to_s = 60 },\n"
      "  { step = \"give-in\", takes_s = 5 }]\n");
  CHECK(s.house.supervisors == Supervisors{2, 45s, true});
  CHECK(s.rules[RuleId{0}].ladder ==
        std::vector<RuleStep>{Resolve{20s, UntilWaiting{5}}, Resolve{never, UntilDearer{600s, 0.5}},
                              Pause{15s}, CallSupervisor{60s}, GiveIn{5s}});
}

TEST_CASE("floaters, what is copied, and how scenes wear on staff") {
  const Scenario s = scenario_with(  // [station.scan] comes last in the small scenario
      "floaters = 3\nfloater_check_s = 4\n" + phone_at_scan +
      "copied_share = 0.03\n[house]\nscene_slows_share = 0.1\nscene_lasts_min = 5\n");
  const auto& scan = s.stations[StationId{s.stations.size() - 1}];
  CHECK(scan.floaters == 3);
  CHECK(scan.floater_check == 4s);
  CHECK(s.cases[CaseId{0}].copied == 0.03);
  CHECK(s.house.scene_slows == 0.1);
  CHECK(s.house.scene_lasts == 300s);
}

TEST_CASE("the house: what is told, scripts, triage, tempers") {
  const Scenario s = scenario_with(
      "[house]\ntold_share = 0.7\ntold_argues_factor = 0.4\nscript_handling_factor = 0.8\n"
      "script_spread_factor = 0.5\ntriage_error_share = 0.1\ntriage_notice_s = 12\n"
      "[temper.loud]\npolite_share = 1\nrough_share = 2\nhandling_factor = 1.5\n"
      "argues_factor = 3\n");
  House expected;
  expected.told = 0.7;
  expected.told_argues = 0.4;
  expected.script_handling = 0.8;
  expected.script_spread = 0.5;
  expected.triage_error = 0.1;
  expected.triage_notice = 12s;
  CHECK(s.house == expected);
  CHECK(s.tempers == Table<TemperId, Temper>{{"loud", 1, 2, 1.5, 3}});
  CHECK(scenario_in(small).house == House{});
}

TEST_CASE(
    "the rule that is nearest to the case: its own, the class's, the station's, the house's") {
  const std::string rules =
      "rule = \"of-station\"\n"  // of [station.scan], which comes last in the small scenario
      "[class.general]\n[class.vip]\nrule = \"of-class\"\n[class.press]\n"
      "[rule.of-case]\nladder = [{ step = \"resolve\" }]\n"
      "[rule.of-class]\nladder = [{ step = \"resolve\" }]\n"
      "[rule.of-station]\nladder = [{ step = \"resolve\" }]\n"
      "[rule.of-house]\nladder = [{ step = \"resolve\" }]\n[house]\nrule = \"of-house\"\n";
  const auto rule_for = [](const Scenario& s, std::size_t ticket_class) {
    return s.rules[s.cases[CaseId{0}].rule_for(ClassId{ticket_class})].name;
  };
  const Scenario beside = scenario_with(rules + phone_at_scan);
  CHECK(rule_for(beside, 0) == "of-station");
  CHECK(rule_for(beside, 1) == "of-class");
  const Scenario own = scenario_with(rules + phone_at_scan +
                                     "rule = \"of-case\"\nrule_by_class = { press = "
                                     "\"of-house\" }\n");
  CHECK(rule_for(own, 0) == "of-case");
  CHECK(rule_for(own, 1) == "of-case");
  CHECK(rule_for(own, 2) == "of-house");
  const Scenario house = scenario_with(rules.substr(rules.find("[class")) + phone_at_scan);
  CHECK(rule_for(house, 0) == "of-house");
  const Scenario none = scenario_with(phone_at_scan);
  CHECK(rule_for(none, 0) == "resolve in the lane");
}

TEST_CASE("a case like one that is shipped takes all that it does not say itself") {
  const Scenario s = scenario_with(
      "[case.battery]\nlike = \"dead-phone\"\nat = \"scan\"\nshare = 0.1\nadmitted_share = 0.5\n");
  const Case& battery = s.cases[CaseId{0}];
  CHECK(battery.share == Table<ClassId, double>{0.1});
  CHECK(battery.admitted == 0.5);
  CHECK(battery.in_lane_s == Distribution{Lognormal{150, 1}});
  CHECK(battery.supervisor_s == Distribution{Lognormal{45, 0.6}});
  CHECK(battery.admitted_at_desk == 0.99);
  CHECK(battery.prevented == 0.5);
  CHECK(battery.within_rules);
  CHECK(battery.responsible == Responsible::Holder);
  CHECK(faults_with("[case.battery]\nlike = \"ded-phone\"\nat = \"scan\"\n") ==
        Told{"9:8 no case of that name is shipped: 'ded-phone'; did you mean 'dead-phone'?"});
  CHECK(faults_with("[case.battery]\nlike = \"dead-phone\"\n") ==
        Told{"8:7 'at' is missing in case.battery"});
}

TEST_CASE("every case that is shipped can be used, and says where its figures come from") {
  const std::string text(catalogue_text());
  std::size_t cases = 0, origins = 0;
  std::string all;
  for (std::size_t at = text.find("\n[case."); at != std::string::npos;
       at = text.find("\n[case.", at + 1)) {
    const std::size_t name = at + 7;
    const std::string kind = text.substr(name, text.find(']', name) - name);
    if (kind == "dead-phone" && cases > 0) continue;
    all += "[case." + kind + "]\nlike = \"" + kind + "\"\nat = \"scan\"\n";
    ++cases;
  }
  for (std::size_t at = text.find("\norigin = "); at != std::string::npos;
       at = text.find("\norigin = ", at + 1))
    ++origins;
  const Scenario s = scenario_with(all);
  CHECK(cases == 14);
  CHECK(s.cases.size() == cases);
  CHECK(origins == cases + 6);  // and the tempers
  for (const Case& kind : s.cases) {
    INFO(kind.name);
    CHECK(kind.share[ClassId{0}] > 0);
    CHECK(mean(kind.in_lane_s) > mean(kind.supervisor_s));
    CHECK(mean(kind.at_desk_s) > 0);
  }
}

TEST_CASE("a crowd with a roughness has the tempers that are shipped, or its own") {
  std::string rough(small);
  rough.insert(rough.find("people"), "roughness = 0.25\n");
  CHECK(scenario_in(rough).tempers.size() == 6);
  CHECK(scenario_in(rough).house.roughness == 0.25);
  CHECK(scenario_in(rough + "[temper.mine]\n").tempers.size() == 1);
  const Scenario both =
      scenario_in(rough + "[case.battery]\nlike = \"dead-phone\"\nat = \"scan\"\n");
  CHECK(both.tempers.size() == 6);
  CHECK(both.cases[CaseId{0}].in_lane_s == Distribution{Lognormal{150, 1}});
  CHECK(scenario_in(small).tempers.empty());
}

TEST_CASE("what makes no sense about a house is told with its place") {
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"supervisor\" }]\n") ==
        Told{"9:11 it calls a supervisor, and the house has none"});
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"pause\", lasts_s = 3 }]\n")[0].starts_with(
      "9:11 the last step does not end the case"));
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"resolve\", until_waiting = 3 }]\n")[0]
            .starts_with("9:11 the last step does not end the case"));
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"resolve\", load = 0.5 }]\n") ==
        Told{"9:38 a load is of use with aside_costs_min only"});
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"resolve\", until_waiting = 3, "
                    "aside_costs_min = 2 }, { step = \"turn-away\" }]\n") ==
        Told{"9:68 the lane is held by until_waiting or by aside_costs_min, not by both"});
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"turn-awy\" }]\n").size() == 1);
  CHECK(faults_with("[house]\nrule = \"none\"\n" + phone_at_scan) ==
        Told{"9:8 there is no rule 'none'"});
  CHECK(faults_with("[class.a]\nrule = \"none\"\n" + phone_at_scan +
                    "rule = \"own\"\n[rule.own]\nladder "
                    "= [{ step = \"resolve\" }]\n") ==
        Told{"9:8 there is no rule 'none'; there is 'own'"});
  CHECK(faults_with("[temper.a]\npolite_share = 0\n") ==
        Told{"8:2 nobody has any of the tempers: all their shares are 0"});
  CHECK(faults_with("[house]\ntold_share = 1.5\n").size() == 1);
}

}  // namespace
}  // namespace gateflow
