#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

// Faults that show only when the parts of a scenario are put together.
namespace gateflow {
namespace {

TEST_CASE("doors open before the start") {
  CHECK(faults_with_line(2, "start = 20:00:00\ndoors = 20:00:00") ==
        Told{"3:9 the doors have to open before the start"});
}

TEST_CASE("profiles need a number of people, and numbers need arrivals that use them") {
  CHECK(faults_with_line(4, "") ==
        Told{"5:12 these arrivals need a number of people; give crowd.people"});
  CHECK(faults_with_line(5, "arrivals = { rate_per_hour = 5, from = 19:00:00, to = 20:00:00 }") ==
        Told{"4:10 this number is not used: the arrivals bring their own; leave one of them out"});
  CHECK(faults_with_line(5, "arrivals = { profile = \"concert\", people = 5 }") ==
        Told{"4:10 this number is not used: the arrivals bring their own; leave one of them out"});
  CHECK(faults_with_line(5, "arrivals = { profile = \"concert\", people = 5, share = 0.5 }") ==
        Told{"4:10 this number is not used: the arrivals bring their own; leave one of them out",
             "5:55 either people or share, not both"});
}

TEST_CASE("in a mix each part that needs a number says how many come by it") {
  CHECK(faults_with_line(5,
                         "arrivals = [{ profile = \"concert\", share = 1 }, { profile = "
                         "\"football\" }]") ==
        Told{"5:49 in a mix, say how many come this way: people or share"});
}

TEST_CASE("two sources have two names") {
  CHECK(faults_with_line(5,
                         "arrivals = [{ profile = \"concert\", share = 1, name = \"x\" }, { "
                         "profile = \"football\", share = 1, name = \"x\" }]") ==
        Told{"5:103 there is another source called 'x'"});
}

TEST_CASE("arrivals bring somebody, and take time") {
  CHECK(faults_with_line(5, "arrivals = { curve = [[18:00:00, 0], [19:00:00, 0]] }") ==
        Told{"5:12 nobody comes this way: no time passes, or all rates are 0"});
  CHECK(faults_with_line(5,
                         "arrivals = { curve = [[19:00:00, 5], [18:00:00, 5], [19:00:00, 5]] "
                         "}") == Told{"5:38 this time is earlier than the one before it"});
  CHECK(faults_in("[evening]\nstart = 20:00:00\n[crowd]\narrivals = { rate_per_hour = 5, from = "
                  "20:00:00, to = 19:00:00 }\n[station.scan]\nservice_s = 3\n") ==
        Told{"4:55 the people would cease to come before they begin"});
}

TEST_CASE("pulses go from the first to the last") {
  const auto pulses = [](const std::string& keys) {
    return faults_in("[evening]\nstart = 20:00:00\n[crowd]\narrivals = { " + keys +
                     " }\n[station.scan]\nservice_s = 3\n");
  };
  CHECK(pulses("every_min = 10, first = 19:00:00, last = 18:00:00, size = 5") ==
        Told{"4:55 the last pulse comes before the first"});
  CHECK(pulses("every_min = 10, first = 18:00:00, last = 19:00:00, size = 0") ==
        Told{"4:72 nobody comes this way"});
  CHECK(pulses("every_min = 1e-9, first = 18:00:00, last = 19:00:00, size = 5") ==
        Told{"4:26 pulses need time between them"});
  CHECK(
      pulses("every_min = 10, first = 18:00:00, last = 19:00:00, size = 10000000") ==
      Told{"3:2 more than 20000000 people would come: the drawn crowd would not fit into memory"});
}

TEST_CASE("more people than fit into memory are refused before any is drawn") {
  CHECK(
      faults_with("[class.a]\n[class.b]\npeople = 20000000\narrivals = { profile = \"concert\" "
                  "}\n") ==
      Told{"3:2 more than 20000000 people would come: the drawn crowd would not fit into memory"});
}

TEST_CASE("people of a class with arrivals of its own are counted there") {
  CHECK(
      faults_with("[class.vip]\npeople = 5\n") ==
      Told{"9:10 people goes with arrivals of its own; share says which part of the crowd it is"});
  CHECK(faults_with("[class.vip]\narrivals = { profile = \"concert\" }\n") ==
        Told{"5:12 nobody comes this way: every class has arrivals of its own"});
}

TEST_CASE("somebody has a share of the crowd, and of the gates") {
  CHECK(faults_with("[class.vip]\nshare = 0\n") ==
        Told{"5:12 the shares of all classes that come this way are 0"});
  CHECK(faults_with("[gate.A]\nshare = 0\n[gate.B]\nshare = 0\n") ==
        Told{"8:2 the shares of all gates are 0: nobody has a ticket"});
}

TEST_CASE("a class has a way in at some gate with tickets") {
  CHECK(faults_with("gates = [\"A\"]\n[gate.A]\nshare = 0\n[gate.B]\n") ==
        Told{"6:2 class general has no station at any gate that has tickets"});
}

TEST_CASE("laws are whole in themselves") {
  CHECK(faults_with_line(7, "service_s = { law = \"uniform\", low = 5, high = 3 }") ==
        Told{"7:13 the high end must be at least the low end (5), found 3"});
  CHECK(faults_with_line(7, "service_s = { values = [1, 2], weights = [1] }") ==
        Told{"7:42 expected a weight for each of the 2 values, found 1"});
  CHECK(faults_with_line(7, "service_s = { values = [1, 2], weights = [0, 0] }")[0].starts_with(
      "7:13 "));
  CHECK(faults_with("breakdowns = { every_min = { law = \"geometric\", mean = 3 }, repair_min = 1 "
                    "}\n") == Told{"8:28 a geometric law counts whole things: it fits no time"});
}

TEST_CASE("a lane runs for a while between failures") {
  CHECK(faults_with("breakdowns = { every_min = 0, repair_min = 1 }\n") ==
        Told{"8:28 a lane has to run for a second or more, on average, between failures"});
}

TEST_CASE("a fault of a law is told once, however many classes share it") {
  CHECK(faults_with_line(7,
                         "service_s = { law = \"uniform\", low = 5, high = 3 }\n[class.a]\n"
                         "[class.b]\n[class.c]") ==
        Told{"7:13 the high end must be at least the low end (5), found 3"});
}

TEST_CASE("staffing goes forward in time, with no more lanes than there are") {
  CHECK(faults_with("lanes = 2\nstaff = [{ from = 19:00:00, lanes = 1 }, { from = 18:00:00, lanes "
                    "= 3 }]\n") ==
        Told{"9:42 this time is not later than the one before it; after midnight is the next day "
             "only from six hours before the doors on",
             "9:69 3 lanes are staffed, the station has 2"});
}

TEST_CASE("a station that is never staffed would hold people for ever, unless the evening is cut") {
  CHECK(faults_with("lanes = 2\nstaff = [{ from = 19:00:00, lanes = 0 }]\n") ==
        Told{"9:9 no lane ever has staff: people would wait for ever"});
  CHECK(
      faults_with_line(2,
                       "start = 20:00:00\nuntil = 21:00:00\n[station.x]\nservice_s = 1\nlanes = 2\n"
                       "staff = [{ from = 19:00:00, lanes = 0 }]")
          .empty());
}

TEST_CASE("a fault at one of several gates says at which") {
  CHECK(faults_with("lanes = 4\nlanes_by_gate = { B = 2 }\nstaff = [{ from = 19:00:00, lanes = 3 "
                    "}]\n[gate.A]\n[gate.B]\n") ==
        Told{"10:37 3 lanes are staffed, the station has 2 (at 'scan B')"});
  CHECK(faults_with("lanes = 2\nstaff = [{ from = 19:00:00, lanes = 3 }]\n[gate.A]\n[gate.B]\n") ==
        Told{"9:37 3 lanes are staffed, the station has 2"});
  CHECK(faults_with("lanes = 2\nstaff = [{ from = 19:00:00, lanes = 1 }]\nstaff_by_gate = { B = [{ "
                    "from = 19:00:00, lanes = 3 }] }\n[gate.A]\n[gate.B]\n") ==
        Told{"10:51 3 lanes are staffed, the station has 2 (at 'scan B')"});
}

TEST_CASE("lanes for a class are lanes of the station, with staff") {
  CHECK(faults_with("lanes = 4\nlanes_for = { general = [3, 5] }\n") ==
        Told{"9:25 these lanes are not all there: the station has 4"});
  CHECK(faults_with("lanes = 4\nlanes_for = { general = [3, 2] }\n") ==
        Told{"9:25 the last lane comes before the first"});
  CHECK(faults_with("lanes = 4\nlanes_for = { general = [3, 4] }\nstaff = [{ from = 18:00:00, "
                    "lanes = 2 }]\n") ==
        Told{"9:25 none of these lanes ever has staff: people would wait for ever"});
}

TEST_CASE("the same lane follows a lane") {
  CHECK(faults_with("lane_choice = \"same-lane\"\n") ==
        Told{"8:15 it comes first on a route: there is no lane before it that \"same-lane\" could "
             "follow"});
  CHECK(faults_with("[station.turnstile]\nservice_s = 1\nlane_choice = \"same-lane\"\nlayout = "
                    "\"serpentine\"\n") == Told{"10:15 \"same-lane\" needs a line for each lane"});
}

TEST_CASE("walks are given in one way") {
  CHECK(faults_with("walk_s = 3\nwalk_m = 4\n") == Told{"9:10 either walk_s or walk_m, not both"});
}

TEST_CASE("keys that mean nothing at a desk are refused there") {
  CHECK(faults_with("[station.help]\ndesk = true\nservice_s = 3\nwhen_full = \"leave\"\n") ==
        Told{"10:13 a desk has no service_s: its service is what each case needs there, at_desk_s",
             "11:13 a desk has no when_full: while it is full, people go on blocking their lane"});
}

TEST_CASE("a station for all gates names none") {
  CHECK(faults_with("shared = true\ngates = [\"main\"]\n") ==
        Told{"9:9 one that is shared by all gates has no gates"});
}

TEST_CASE("a ladder ends once, at its end") {
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"resolve\", up_to_s = 30 }]\n") ==
        Told{"9:11 the last step does not end the case: resolve or supervisor without a limit, "
             "step-aside, give-in or turn-away does"});
  CHECK(faults_with("[rule.r]\nladder = [{ step = \"turn-away\" }, { step = \"resolve\" }]\n") ==
        Told{"9:35 this step is never reached: the one before it always ends the case"});
  CHECK(faults_with("[rule.r]\nladder = []\n") ==
        Told{"9:10 expected at least 1 value in this list, found 0"});
}

TEST_CASE("a desk stands at every gate where people are sent to it") {
  CHECK(faults_with("[gate.A]\n[gate.B]\n[station.help]\ndesk = true\ngates = [\"A\"]\n"
                    "[case.phone]\nat = \"scan\"\nrule = \"aside\"\n[rule.aside]\nladder = [{ step "
                    "= \"step-aside\", desk = \"help\" }]\n") ==
        Told{"15:8 its rule sends people to help, and gate B has none"});
}

TEST_CASE("a scripted case happens to one person, told in one way") {
  const std::string phone = "[case.phone]\nat = \"scan\"\n[[scripted]]\ncase = \"phone\"\n";
  CHECK(faults_with(phone) ==
        Told{"10:1 say whom it happens to by one of person, turn and at; found none"});
  CHECK(faults_with(phone + "person = 1\nturn = 2\n") ==
        Told{"10:1 say whom it happens to by one of person, turn and at; found 2"});
  CHECK(faults_with(phone + "person = 1\ngate = \"main\"\n") ==
        Told{"13:8 a person has a gate already"});
  CHECK(faults_with(phone + "person = 11\n") == Told{"12:10 only 10 people come"});
}

TEST_CASE("a density goal needs a zone to be judged in") {
  CHECK(faults_with("[goals]\ndensity_per_m2 = 4\n") ==
        Told{"9:18 no station is in a zone, so no density is known"});
}

TEST_CASE("too many different priorities are refused") {
  std::string classes;
  for (int i = 0; i < 17; ++i)
    classes += "[class.c" + std::to_string(i) + "]\npriority = " + std::to_string(i) + "\n";
  CHECK(faults_with(classes) == Told{"8:2 17 different priorities; at most 16 can be told apart"});
}

TEST_CASE("what follows from a fault is not told as another") {
  // Without its faults the station would lack staff, and the class a route.
  CHECK(faults_with("lanes = 0\nstaff = [{ from = 19:00:00, lanes = 8 }]\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found 0"});
  CHECK(faults_with("[class.vip]\nroute = [\"scna\"]\n") ==
        Told{"9:10 there is no station 'scna'; did you mean 'scan'?"});
  CHECK(faults_with("[gate.A]\nshare = -1\n[gate.B]\nshare = 1\n") ==
        Told{"9:9 expected a number from 0 up, found -1"});
  CHECK(faults_with_line(2, "start = 25") ==
        Told{"2:9 expected a time of day like 18:30:00, found 25"});
  CHECK(faults_with_line(5, "arrivals = { profile = 3 }") ==
        Told{"5:24 expected 'concert', 'football', 'conference' or 'festival', found 3"});
}

}  // namespace
}  // namespace gateflow
