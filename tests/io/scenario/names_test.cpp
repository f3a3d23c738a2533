#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

namespace gateflow {
namespace {

TEST_CASE("a route leads to stations that are there, and to no desk") {
  CHECK(faults_with("[class.vip]\nroute = [\"scan\", \"bag\"]\n") ==
        Told{"9:18 there is no station 'bag'; there is 'scan'"});
  CHECK(faults_with("[station.help]\ndesk = true\n[class.vip]\nroute = [\"scan\", \"help\"]\n") ==
        Told{"11:18 'help' is a desk: no route leads there, a rule sends people to it"});
}

TEST_CASE("classes, gates and zones are named as they are written elsewhere") {
  CHECK(faults_with("[class.general]\n[class.vip]\n[station.bag]\nservice_s = 1\n"
                    "service_s_by_class = { vpi = 2 }\nlanes_for = { generl = [1, 1] }\n") ==
        Told{"12:24 there is no class 'vpi'; did you mean 'vip'?",
             "13:15 there is no class 'generl'; did you mean 'general'?"});
  CHECK(faults_with("gates = [\"main\", \"mian\"]\nlanes_by_gate = { est = 2 }\n") ==
        Told{"8:18 there is no gate 'mian'; did you mean 'main'?",
             "9:19 there is no gate 'est'; there is 'main'"});
  CHECK(faults_with("staff_by_gate = { est = [{ from = 19:00:00, lanes = 1 }] }\n") ==
        Told{"8:19 there is no gate 'est'; there is 'main'"});
  CHECK(faults_with("zone = \"plaza\"\n[zone.plazza]\narea_m2 = 10\n") ==
        Told{"8:8 there is no zone 'plaza'; did you mean 'plazza'?"});
}

TEST_CASE("a case names its station and its rule, a rule its desk") {
  CHECK(faults_with("[case.phone]\nat = \"scam\"\nrule = \"aside\"\n[rule.asid]\n"
                    "ladder = [{ step = \"step-aside\", desk = \"help\" }]\n") ==
        Told{"9:6 there is no station 'scam'; did you mean 'scan'?",
             "10:8 there is no rule 'aside'; did you mean 'asid'?",
             "12:41 there is no station 'help'; there is 'scan'"});
  CHECK(faults_with("[case.phone]\nat = \"scan\"\nshare_by_class = { vip = 0.1 }\n") ==
        Told{"10:20 there is no class 'vip'; there is 'general'"});
}

TEST_CASE("people step aside to a desk, and cases surface at stations") {
  CHECK(faults_with("[rule.aside]\nladder = [{ step = \"step-aside\", desk = \"scan\" }]\n") ==
        Told{"9:41 'scan' is no desk; give that station desk = true"});
  CHECK(faults_with("[station.help]\ndesk = true\n[case.phone]\nat = \"help\"\n") ==
        Told{"11:6 'help' is a desk: cases surface at stations"});
}

TEST_CASE("a scripted case names its case and its gate") {
  CHECK(faults_with("[case.phone]\nat = \"scan\"\n[[scripted]]\ncase = \"phon\"\nturn = 1\n"
                    "gate = \"x\"\n") == Told{"11:8 there is no case 'phon'; did you mean 'phone'?",
                                              "13:8 there is no gate 'x'; there is 'main'"});
}

TEST_CASE("a gate is named once in a list, and only where the station stands") {
  CHECK(faults_with("gates = [\"A\", \"A\"]\n[gate.A]\n") == Told{"8:15 'A' is named twice"});
  CHECK(faults_with("gates = [\"A\"]\nlanes_by_gate = { B = 2 }\n[gate.A]\n[gate.B]\n") ==
        Told{"9:19 'scan' does not stand at gate 'B'"});
}

TEST_CASE("names in other letters are found as they are") {
  const Scenario scenario =
      scenario_with("gates = [\"Северные ворота\"]\n[gate.\"Северные ворота\"]\n");
  CHECK(scenario.stations[StationId{0}].name == "scan");
  CHECK(scenario.gates[GateId{0}].name == "Северные ворота");
  CHECK(faults_with("gates = [\"Севрные ворота\"]\n[gate.\"Северные ворота\"]\n") ==
        Told{"8:10 there is no gate 'Севрные ворота'; did you mean 'Северные ворота'?"});
}

TEST_CASE("a name can be printed") {
  CHECK(faults_with("[gate.\" A\"]\n") ==
        Told{"8:7 the name of a gate is 1 to 60 characters that can be printed, without space "
             "around them"});
  CHECK(faults_with("[zone.\"\"]\narea_m2 = 1\n")[0].starts_with("8:7 the name of a zone is"));
  CHECK(faults_with("[gate.\"a\\u001b[31mb\"]\n")[0].starts_with("8:7 the name of a gate is"));
  CHECK(faults_with("[gate." + std::string(61, 'x') + "]\n")[0].starts_with("8:7 the name of a"));
}

TEST_CASE("a name without end is not kept with everything below it") {
  const std::string name(300'000, 'x');
  CHECK(faults_with("[station." + name + "]\nlanes = 0\n") ==
        Told{"8:10 the name of a station is at most 60 characters"});
}

TEST_CASE("names with dots and brackets in them do not confuse the places of faults") {
  CHECK(faults_with("[station.\"a.b[0]\"]\nservice_s = 1\n"
                    "staff = [{ from = 18:00:00, lanes = 2 }, { from = 17:00:00, lanes = 1 }]\n") ==
        Told{"10:42 this time is not later than the one before it; after midnight is the next day "
             "only from six hours before the doors on"});
}

}  // namespace
}  // namespace gateflow
