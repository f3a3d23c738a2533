#include <catch2/catch.hpp>

#include "sim/scenario/profiles.hpp"
#include "tests/io/scenario/reading.hpp"

namespace gateflow {
namespace {

constexpr ClassId general{0}, vip{1};

TEST_CASE("what a file does not say has a default") {
  const Scenario scenario = scenario_in(small);
  CHECK(scenario.name == "test");
  CHECK(scenario.start == 20h);
  CHECK(scenario.until == never);
  CHECK(scenario.seed == 1);
  CHECK(scenario.gates == Table<GateId, Gate>{{"main", 1}});
  CHECK(scenario.touchpoints == Table<TouchpointId, Touchpoint>{{"scan", {Constant{3}}}});
  Station scan;
  scan.name = "scan";
  scan.touchpoint = TouchpointId{0};
  scan.gate = GateId{0};
  CHECK(scenario.stations == Table<StationId, Station>{scan});
  TicketClass everyone;
  everyone.name = "general";
  everyone.priority = 1;
  everyone.route.push_back({{StationId{0}, 0s}});
  CHECK(scenario.classes == Table<ClassId, TicketClass>{everyone});
  CHECK(
      scenario.sources ==
      std::vector<Source>{
          {"crowd", ArrivalCurve{knots_of(Profile::Concert, std::nullopt, 20h), 10u}, {general}}});
  CHECK(scenario.cases.empty());
  CHECK(scenario.goals == Goals{});
}

TEST_CASE("times after midnight are the next day's") {
  const Scenario scenario = scenario_in(
      "[evening]\ndoors = 22:00:00\nstart = 00:30:00\nuntil = 03:00:00\n[crowd]\n"
      "arrivals = { rate_per_hour = 60, from = 23:00:00, to = 01:00:00 }\n"
      "[station.door]\nservice_s = 5\n");
  CHECK(scenario.start == 24h + 30min);
  CHECK(scenario.until == 27h);
  CHECK(std::get<ArrivalCurve>(scenario.sources[0].arrivals) ==
        ArrivalCurve{{{23h, 60 / 3600.0}, {25h, 60 / 3600.0}}, std::nullopt});
}

TEST_CASE("a station without staff of its own opens with the doors") {
  const Scenario scenario = scenario_with_line(2, "doors = 18:30:00\nstart = 20:00:00");
  CHECK(scenario.stations[StationId{0}].staffing == std::vector<StaffChange>{{18h + 30min, 1}});
}

TEST_CASE("a station stands at each gate, one that is shared stands once") {
  const Scenario scenario = scenario_with(
      "[gate.A]\nshare = 0.3\n[gate.B]\n[station.help]\ndesk = true\nshared = true\nwalk_s = 15\n"
      "[station.bag]\ngates = [\"B\"]\nservice_s = 1\n");
  std::vector<std::string> names;
  for (const Station& station : scenario.stations) names.push_back(station.name);
  CHECK(names == std::vector<std::string>{"scan A", "scan B", "help", "bag B"});
  CHECK(scenario.gates == Table<GateId, Gate>{{"A", 0.3}, {"B", 1}});

  const Station& help = scenario.stations[StationId{2}];
  CHECK(!help.gate);
  CHECK(help.layout == QueueLayout::Serpentine);
  CHECK(help.walk == 15s);
  CHECK(scenario.touchpoints[help.touchpoint].service_s.empty());

  // A route passes over a station that its gate has not.
  const auto& route = scenario.classes[general].route;
  CHECK(route[GateId{0}] == std::vector<Leg>{{StationId{0}, 0s}});
  CHECK(route[GateId{1}] == std::vector<Leg>{{StationId{1}, 0s}, {StationId{3}, 0s}});
}

TEST_CASE("lanes and staff can differ from gate to gate") {
  const Scenario scenario = scenario_with(
      "lanes = 20\nlanes_by_gate = { B = 24 }\nstaff = [{ from = 17:00:00, lanes = 8 }]\n"
      "staff_by_gate = { B = [{ from = 18:00:00, lanes = 24 }, { from = 01:00:00, lanes = 1 }] }\n"
      "[gate.A]\n[gate.B]\n");
  CHECK(scenario.stations[StationId{0}].lanes == 20);
  CHECK(scenario.stations[StationId{0}].staffing == std::vector<StaffChange>{{17h, 8}});
  CHECK(scenario.stations[StationId{1}].lanes == 24);
  CHECK(scenario.stations[StationId{1}].staffing == std::vector<StaffChange>{{18h, 24}, {25h, 1}});
}

TEST_CASE("all that can be said of a station reaches the scenario") {
  const Scenario scenario = scenario_with(
      "[class.general]\n[class.vip]\n[zone.plaza]\narea_m2 = 400\n[station.turnstile]\n"
      "service_s = { law = \"erlang\", mean = 4, k = 4 }\n"
      "service_s_by_class = { vip = { law = \"lognormal\", mean = 2, cv = 0.5 } }\n"
      "lanes = 4\nlayout = \"lanes\"\nlane_choice = \"by-ticket\"\nties = \"lowest-number\"\n"
      "lanes_for = { vip = [3, 4] }\npen = 40\nwhen_full = \"leave\"\non_close = \"rejoin\"\n"
      "breakdowns = { every_min = { law = \"exponential\", mean = 60 }, repair_min = 5, clock = "
      "\"while-serving\" }\nwalk_m = 13.4\nzone = \"plaza\"\nspacing_m = 0.8\nabreast = 2\n");
  CHECK(scenario.touchpoints[TouchpointId{1}].service_s ==
        Table<ClassId, Distribution>{Gamma{4, 0.5}, Lognormal{2, 0.5}});
  Station turnstile;
  turnstile.name = "turnstile";
  turnstile.touchpoint = TouchpointId{1};
  turnstile.gate = GateId{0};
  turnstile.zone = ZoneId{0};
  turnstile.lanes = 4;
  turnstile.choice = LaneChoice::ByTicket;
  turnstile.ties = TieBreak::LowestNumber;
  turnstile.pen = 40;
  turnstile.when_full = WhenFull::Leave;
  turnstile.on_close = OnClose::Rejoin;
  turnstile.breakdowns = Breakdowns{Exponential{3600}, Constant{300}, true};
  turnstile.lanes_for = {{0, 4}, {2, 2}};
  turnstile.walk = 10s;
  turnstile.spacing_m = 0.8;
  turnstile.abreast = 2;
  CHECK(scenario.stations[StationId{1}] == turnstile);
  CHECK(scenario.classes[vip].route[GateId{0}][1] == Leg{StationId{1}, 10s});
}

TEST_CASE("all that can be said of a class reaches the scenario") {
  const Scenario scenario = scenario_with(
      "[class.vip]\nshare = 0.2\nroute = [\"scan\", \"scan\"]\npriority = 0\n"
      "patience_min = { law = \"weibull\", mean = 10, shape = 2 }\nbaulk_at_people = 50\n"
      "no_show_share = 0.1\ngroup_size = { values = [1, 2], weights = [3, 1] }\n");
  TicketClass expected;
  expected.name = "vip";
  expected.share = 0.2;
  expected.priority = 0;
  expected.patience_s = Weibull{600, 2};
  expected.baulk_at = Constant{50};
  expected.no_show = 0.1;
  expected.group_size = Discrete{{1, 2}, {3, 1}};
  expected.route.push_back({{StationId{0}, 0s}, {StationId{0}, 0s}});
  CHECK(scenario.classes[ClassId{0}] == expected);
}

TEST_CASE("the crowd's group size is that of classes without one") {
  const Scenario scenario = scenario_in(
      "[evening]\nstart = 20:00:00\n[crowd]\npeople = 10\ngroup_size = 3\narrivals = { profile = "
      "\"concert\" }\n[class.a]\n[class.b]\ngroup_size = 2\n[station.scan]\nservice_s = 3\n");
  CHECK(scenario.classes[ClassId{0}].group_size == Distribution{Constant{3}});
  CHECK(scenario.classes[ClassId{1}].group_size == Distribution{Constant{2}});
}

TEST_CASE("every law can be written") {
  const auto law = [](const std::string& text) {
    return scenario_with_line(7, "service_s = " + text)
        .touchpoints[TouchpointId{0}]
        .service_s[general];
  };
  CHECK(law("4") == Distribution{Constant{4}});
  CHECK(law("{ law = \"constant\", value = 4 }") == Distribution{Constant{4}});
  CHECK(law("{ law = \"exponential\", mean = 4 }") == Distribution{Exponential{4}});
  CHECK(law("{ law = \"uniform\", low = 1, high = 4 }") == Distribution{Uniform{1, 4}});
  CHECK(law("{ law = \"triangular\", low = 1, mode = 2, high = 4 }") ==
        Distribution{Triangular{1, 2, 4}});
  CHECK(law("{ law = \"lognormal\", mean = 4, cv = 0.5 }") == Distribution{Lognormal{4, 0.5}});
  CHECK(law("{ law = \"gamma\", mean = 4, cv = 0.5 }") == Distribution{Gamma{4, 0.5}});
  CHECK(law("{ law = \"erlang\", mean = 4, k = 16 }") == Distribution{Gamma{4, 0.25}});
  CHECK(law("{ law = \"weibull\", mean = 4, shape = 2 }") == Distribution{Weibull{4, 2}});
  CHECK(law("{ law = \"hyperexponential\", share_first = 0.2, mean_first = 9, mean_second = 1 }") ==
        Distribution{Hyperexponential{0.2, 9, 1}});
  CHECK(law("{ law = \"lomax\", mean = 4, shape = 3 }") == Distribution{Lomax{4, 3}});
  CHECK(law("{ law = \"geometric\", mean = 2 }") == Distribution{Geometric{2}});
  CHECK(law("{ values = [1, 2.5] }") == Distribution{Discrete{{1, 2.5}, {1, 1}}});
}

TEST_CASE("laws of minutes become laws of seconds") {
  const auto patience = [](const std::string& text) {
    return scenario_with("[class.x]\npatience_min = " + text + "\n")
        .classes[ClassId{0}]
        .patience_s.value();
  };
  CHECK(patience("2") == Distribution{Constant{120}});
  CHECK(patience("{ law = \"exponential\", mean = 2 }") == Distribution{Exponential{120}});
  CHECK(patience("{ law = \"uniform\", low = 1, high = 2 }") == Distribution{Uniform{60, 120}});
  CHECK(patience("{ law = \"triangular\", low = 1, mode = 2, high = 3 }") ==
        Distribution{Triangular{60, 120, 180}});
  CHECK(patience("{ law = \"lognormal\", mean = 2, cv = 3 }") == Distribution{Lognormal{120, 3}});
  CHECK(patience("{ law = \"gamma\", mean = 2, cv = 3 }") == Distribution{Gamma{120, 3}});
  CHECK(patience("{ law = \"weibull\", mean = 2, shape = 3 }") == Distribution{Weibull{120, 3}});
  CHECK(patience("{ law = \"hyperexponential\", share_first = 0.5, mean_first = 1, mean_second = 2 "
                 "}") == Distribution{Hyperexponential{0.5, 60, 120}});
  CHECK(patience("{ law = \"lomax\", mean = 2, shape = 3 }") == Distribution{Lomax{120, 3}});
  CHECK(patience("{ values = [1, 2], weights = [3, 4] }") ==
        Distribution{Discrete{{60, 120}, {3, 4}}});
  CHECK(patience("{ csv = \"tables/commas.csv\", column = \"s\" }") ==
        Distribution{Empirical{{90, 180}}});
}

TEST_CASE("a curve is by rate, or takes the number of people there is") {
  const std::string curve = "curve = [[18:00:00, 0], [18:30:00, 720], [19:00:00, 0]]";
  const auto arrivals = [](const Scenario& scenario) {
    return std::get<ArrivalCurve>(scenario.sources.at(0).arrivals);
  };
  const std::vector<Knot> knots{{18h, 0}, {18h + 30min, 0.2}, {19h, 0}};
  CHECK(arrivals(scenario_with_line(5, "arrivals = { " + curve + " }")) ==
        ArrivalCurve{knots, 10u});
  CHECK(arrivals(scenario_in("[evening]\nstart = 20:00:00\n[crowd]\narrivals = { " + curve +
                             " }\n[station.scan]\nservice_s = 3\n")) ==
        ArrivalCurve{knots, std::nullopt});
  CHECK(arrivals(scenario_in("[evening]\nstart = 20:00:00\n[crowd]\narrivals = { " + curve +
                             ", people = 7 }\n[station.scan]\nservice_s = 3\n")) ==
        ArrivalCurve{knots, 7u});
}

TEST_CASE("a mix divides the people, and pulses bring their own") {
  const Scenario scenario = scenario_with_line(
      5,
      "arrivals = [{ profile = \"football\", share = 0.4 }, { curve = [[19:00:00, 1], [20:00:00, "
      "1]], share = 0.6 }, { every_min = 7.5, first = 18:00:00, last = 19:30:00, size = 1600, "
      "delay_s = { law = \"exponential\", mean = 60 }, spread_s = 90, name = \"train\" }]");
  REQUIRE(scenario.sources.size() == 3);
  CHECK(scenario.sources[0].name == "crowd 1");
  CHECK(std::get<ArrivalCurve>(scenario.sources[0].arrivals).people == 4u);
  CHECK(scenario.sources[1].name == "crowd 2");
  CHECK(std::get<ArrivalCurve>(scenario.sources[1].arrivals).people == 6u);
  CHECK(scenario.sources[2] == Source{"train",
                                      ArrivalPulses{18h, 19h + 30min, 7min + 30s, Constant{1600},
                                                    Exponential{60}, Constant{90}},
                                      {general}});
}

TEST_CASE("a class with arrivals of its own takes its share out of the crowd") {
  const Scenario scenario = scenario_with(
      "[class.general]\nshare = 0.8\n[class.vip]\nshare = 0.2\narrivals = { profile = \"football\" "
      "}\n[class.crew]\npeople = 3\narrivals = { profile = \"conference\" }\n");
  REQUIRE(scenario.sources.size() == 3);
  CHECK(scenario.sources[0].name == "class vip");
  CHECK(scenario.sources[0].classes == std::vector{vip});
  CHECK(std::get<ArrivalCurve>(scenario.sources[0].arrivals).people == 2u);
  CHECK(scenario.sources[1].name == "class crew");
  CHECK(std::get<ArrivalCurve>(scenario.sources[1].arrivals).people == 3u);
  CHECK(scenario.sources[2].name == "crowd");
  CHECK(scenario.sources[2].classes == std::vector{general});
  CHECK(std::get<ArrivalCurve>(scenario.sources[2].arrivals).people == 8u);
}

TEST_CASE("cases, their rules and their scripts reach the scenario") {
  const Scenario scenario = scenario_with(
      "[class.general]\n[class.vip]\n[station.help]\ndesk = true\nlanes = 2\n"
      "[case.phone]\nat = \"scan\"\nshare = 0.01\nshare_by_class = { vip = 0.5 }\nin_lane_s = 60\n"
      "at_desk_s = 90\nadmitted_share = 0.9\nadmitted_at_desk_share = 0.8\nrule = \"aside\"\n"
      "[case.other]\nat = \"scan\"\n"
      "[rule.aside]\nladder = [{ step = \"resolve\", up_to_s = 30 }, { step = \"step-aside\", desk "
      "= "
      "\"help\" }]\n[rule.out]\nladder = [{ step = \"turn-away\", argues_s = 20 }]\n"
      "[[scripted]]\ncase = \"phone\"\nperson = 4\nin_lane_s = 600\n"
      "[[scripted]]\ncase = \"other\"\nturn = 2\ngate = \"main\"\n"
      "[[scripted]]\ncase = \"other\"\nat = 19:40:00\nat_desk_s = 5\n");
  CHECK(scenario.cases ==
        Table<CaseId, Case>{
            {.name = "phone",
             .touchpoint = TouchpointId{0},
             .share = {0.01, 0.5},
             .in_lane_s = Constant{60},
             .at_desk_s = Constant{90},
             .admitted = 0.9,
             .admitted_at_desk = 0.8,
             .rule = RuleId{0}},
            {.name = "other", .touchpoint = TouchpointId{0}, .share = {0, 0}, .rule = RuleId{2}}});
  CHECK(scenario.rules ==
        Table<RuleId, HouseRule>{{"aside", {Resolve{30s}, StepAside{TouchpointId{1}}}},
                                 {"out", {TurnAway{20s}}},
                                 {"resolve in the lane", {Resolve{}}}});
  CHECK(scenario.scripted ==
        std::vector<ScriptedCase>{
            {CaseId{0}, GateId{}, ByNumber{4}, Time{600s}, std::nullopt},
            {CaseId{1}, GateId{0}, ByTurn{2}, std::nullopt, std::nullopt},
            {CaseId{1}, GateId{}, ByMoment{19h + 40min}, std::nullopt, Time{5s}}});
}

TEST_CASE("goals are read in their units") {
  CHECK(scenario_with("zone = \"p\"\n[zone.p]\narea_m2 = 9\n[goals]\np95_wait_min = 15\n"
                      "in_by_start_share = 0.98\ndensity_per_m2 = 4\n")
            .goals == Goals{15min, 0.98, 4.0});
}

TEST_CASE("names and texts are kept as they are written") {
  const Scenario scenario = scenario_in(
      "format = 1\nname = \"Вечер № 1\"\nabout = \"\"\"two\nlines"
      "\"\"\"\n" +
      std::string(small));
  CHECK(scenario.name == "Вечер № 1");
  CHECK(scenario.about == "two\nlines");
}

}  // namespace
}  // namespace gateflow
