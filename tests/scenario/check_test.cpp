#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "sim/scenario/station_index.hpp"
#include "tests/scenario/evening.hpp"

namespace gateflow {
namespace {

using Told = std::vector<std::string>;

/// The faults of the plain evening after a change.
Told after(const std::function<void(Scenario&)>& change) {
  Scenario scenario = plain_evening();
  change(scenario);
  return told(scenario);
}

Station& scan(Scenario& scenario) {
  return scenario.stations[StationId{0}];
}
TicketClass& general(Scenario& scenario) {
  return scenario.classes[ClassId{0}];
}
Case& phone(Scenario& scenario) {
  return scenario.cases[CaseId{0}];
}

void set_arrivals(Scenario& scenario, Arrivals arrivals) {
  scenario.sources[0].arrivals = std::move(arrivals);
}

TEST_CASE("the plain evening has no fault") {
  CHECK(told(plain_evening()).empty());
}

TEST_CASE("an empty scenario lacks gates, classes and people") {
  CHECK(told(Scenario{}) ==
        Told{"gate: there is no gate", "class: there is no ticket class", "crowd: nobody comes"});
}

TEST_CASE("instants lie within forty days") {
  CHECK(after([](Scenario& s) { s.start = -1us; }) ==
        Told{"evening.start: the start is not within the forty days an evening can span"});
  CHECK(after([](Scenario& s) { s.start = horizon + 1us; }).size() == 1);
  CHECK(after([](Scenario& s) { s.until = 0s; }) ==
        Told{"evening.until: the end is not within the forty days an evening can span"});
  CHECK(after([](Scenario& s) { s.until = horizon; }).empty());
}

TEST_CASE("shares are weights, and not all 0") {
  CHECK(after([](Scenario& s) { s.gates[GateId{0}].share = -1; }) ==
        Told{"gate.A.share: a share is 0 or more"});
  CHECK(after([](Scenario& s) { s.gates[GateId{0}].share = std::nan(""); }) ==
        Told{"gate.A.share: a share is 0 or more"});
  CHECK(after([](Scenario& s) {
          s.gates[GateId{0}].share = 0;
          s.gates[GateId{1}].share = 0;
        }) == Told{"gate: the shares of all gates are 0: nobody has a ticket"});
  CHECK(after([](Scenario& s) {
          general(s).route[GateId{1}].clear();
          s.gates[GateId{0}].share = -1;
        }) == Told{"gate.A.share: a share is 0 or more"});
  CHECK(after([](Scenario& s) { general(s).share = 0; }) ==
        Told{"source.crowd: the shares of all classes that come this way are 0"});
  CHECK(after([](Scenario& s) { general(s).no_show = 1.5; }) ==
        Told{"class.general.no_show_share: a share is from 0 to 1"});
}

TEST_CASE("names are there, and unlike") {
  CHECK(after([](Scenario& s) { s.gates[GateId{1}].name = "A"; }) ==
        Told{"gate.A: two are called A"});
  CHECK(after([](Scenario& s) { s.stations[StationId{1}].name = ""; }) ==
        Told{"station: a station has no name"});
  CHECK(after([](Scenario& s) {
          s.zones = {{"p", 1}, {"p", 2}};
        }) == Told{"zone.p: two are called p"});
  CHECK(after([](Scenario& s) { s.sources.push_back(s.sources[0]); }) ==
        Told{"source.crowd: two are called crowd"});
  CHECK(after([](Scenario& s) { s.rules.push_back(s.rules[RuleId{0}]); }) ==
        Told{"rule.aside: two are called aside"});
  CHECK(after([](Scenario& s) { s.cases.push_back(phone(s)); }) ==
        Told{"case.phone: two are called phone"});
  CHECK(after([](Scenario& s) { s.classes.push_back(general(s)); })[0].find("one service time") !=
        std::string::npos);
}

TEST_CASE("sizes are bounded") {
  CHECK(after([](Scenario& s) {
          for (int i = 0; i < 200; ++i) s.gates.push_back({"g" + std::to_string(i), 1});
          general(s).route.resize(s.gates.size());
        }) == Told{"gate: 202 of a gate; at most 200 are possible"});
  CHECK(after([](Scenario& s) { scan(s).lanes = 1'001; }) ==
        Told{"station.scan A.lanes: a station has 1 to 1000 lanes"});
  CHECK(after([](Scenario& s) { scan(s).lanes = 0; }) ==
        Told{"station.scan A.lanes: a station has 1 to 1000 lanes"});
  CHECK(after([](Scenario& s) {
          scan(s).lanes = 0;
          scan(s).staffing = {{18h, 2}};
          scan(s).lanes_for = {{0, 1}};
        }) == Told{"station.scan A.lanes: a station has 1 to 1000 lanes"});
  CHECK(after([](Scenario& s) { general(s).route[GateId{0}].resize(101, Leg{StationId{0}}); }) ==
        Told{"class.general.route: more than 100 stations on one route"});
  CHECK(after([](Scenario& s) {
          for (unsigned i = 0; i < 20; ++i) {
            general(s).name = "c" + std::to_string(i);
            general(s).priority = i;
            s.classes.push_back(general(s));
          }
          s.classes[ClassId{0}].name = "first";
          s.touchpoints[TouchpointId{0}].service_s =
              Table<ClassId, Distribution>(s.classes.size(), Constant{1});
        }) == Told{"class: 20 different priorities; at most 16 can be told apart"});
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCurve{{{18h, 1}, {19h, 1}}, 20'000'001u});
        }) == Told{"crowd: more than 20000000 people would come: the drawn crowd would not fit "
                   "into memory"});
}

TEST_CASE("lanes in the whole venue are bounded") {
  CHECK(after([](Scenario& s) {
          for (int i = 0; i < 100; ++i) {
            Station hall;
            hall.name = "hall " + std::to_string(i);
            hall.touchpoint = s.touchpoints.push_back({hall.name, {Constant{1}}});
            hall.lanes = 1'000;
            s.stations.push_back(hall);
          }
        }) == Told{"station: 100005 lanes in all; at most 100000 are possible"});
}

TEST_CASE("what a station refers to is there") {
  CHECK(after([](Scenario& s) { s.stations[StationId{2}].touchpoint = TouchpointId{7}; }) ==
        Told{"station.desk: it is no kind of check"});
  CHECK(after([](Scenario& s) { s.stations[StationId{2}].gate = GateId{7}; }) ==
        Told{"station.desk.gates: it stands at a gate that is not there"});
  CHECK(after([](Scenario& s) { scan(s).zone = ZoneId{0}; }) ==
        Told{"station.scan A.zone: it is in a zone that is not there"});
  CHECK(after([](Scenario& s) {
          Station second = scan(s);
          second.name = "another";
          s.stations.push_back(second);
        }) ==
        Told{"station.another: there is another station for the same check at the same gate"});
}

TEST_CASE("a station has room that makes sense") {
  CHECK(after([](Scenario& s) { scan(s).spacing_m = 0; }).size() == 1);
  CHECK(after([](Scenario& s) { scan(s).abreast = 0; }).size() == 1);
  CHECK(after([](Scenario& s) { scan(s).pen = 20'000'001; }).size() == 1);
  CHECK(after([](Scenario& s) { scan(s).walk = -1s; }).size() == 1);
  CHECK(after([](Scenario& s) { s.zones = {{"p", -1}}; }).size() == 1);
}

TEST_CASE("staffing goes forward and within the lanes") {
  CHECK(after([](Scenario& s) {
          scan(s).staffing = {{18h, 1}, {18h, 2}};
        })[0]
            .starts_with("station.scan A.staff[1]: this time is not later than the one before it"));
  CHECK(after([](Scenario& s) {
          scan(s).staffing = {{18h, 3}};
        }) == Told{"station.scan A.staff[0].lanes: 3 lanes are staffed, the station has 2"});
  CHECK(after([](Scenario& s) {
          scan(s).staffing = {{-1s, 1}};
        }) == Told{"station.scan A.staff[0]: this time is not within the forty days an evening can "
                   "span"});
  CHECK(after([](Scenario& s) {
          scan(s).staffing = {{18h, 0}};
        }) == Told{"station.scan A.staff: no lane ever has staff: people would wait for ever"});
  CHECK(after([](Scenario& s) {
          scan(s).staffing = {{18h, 0}};
          s.until = 22h;
        }).empty());
}

TEST_CASE("lanes for classes are lanes of the station") {
  CHECK(after([](Scenario& s) {
          scan(s).lanes_for = {{1, 2}};
        }) ==
        Told{"station.scan A.lanes_for.general: these lanes are not all there: the station has 2"});
  CHECK(after([](Scenario& s) { scan(s).lanes_for = {{0, 0}}; }).size() == 1);
  CHECK(after([](Scenario& s) { scan(s).lanes_for = {{0xFFFFFFFF, 2}}; }).size() == 1);
  CHECK(after([](Scenario& s) {
          scan(s).lanes_for = {{0, 1}, {0, 1}};
        }) == Told{"station.scan A.lanes_for: there is not one range of lanes for each class"});
  CHECK(after([](Scenario& s) {
          scan(s).lanes_for = {{1, 1}};
          scan(s).staffing = {{18h, 1}};
        }) == Told{"station.scan A.lanes_for.general: none of these lanes ever has staff: people "
                   "would wait for ever"});
}

TEST_CASE("a desk without staff or lanes is a station without") {
  CHECK(after([](Scenario& s) { s.stations[StationId{2}].lanes = 0; }) ==
        Told{"station.desk.lanes: a station has 1 to 1000 lanes"});
  CHECK(after([](Scenario& s) {
          s.stations[StationId{2}].staffing = {{18h, 0}};
        }) == Told{"station.desk.staff: no lane ever has staff: people would wait for ever"});
}

TEST_CASE("laws are looked through wherever they stand") {
  const Distribution bad = Uniform{2, 1};
  const auto where = [&](const std::function<void(Scenario&)>& change) {
    const Told faults = after(change);
    REQUIRE(faults.size() == 1);
    return faults[0].substr(0, faults[0].find(':'));
  };
  CHECK(where([&](Scenario& s) { s.touchpoints[TouchpointId{0}].service_s[ClassId{0}] = bad; }) ==
        "station.scan.service_s.general");
  CHECK(where([&](Scenario& s) { general(s).patience_s = bad; }) == "class.general.patience_min");
  CHECK(where([&](Scenario& s) { general(s).baulk_at = bad; }) == "class.general.baulk_at_people");
  CHECK(where([&](Scenario& s) { general(s).group_size = bad; }) == "class.general.group_size");
  CHECK(where([&](Scenario& s) {
          scan(s).breakdowns = Breakdowns{bad, Constant{1}};
        }) == "station.scan A.breakdowns.every_min");
  CHECK(where([&](Scenario& s) {
          scan(s).breakdowns = Breakdowns{Constant{60}, bad};
        }) == "station.scan A.breakdowns.repair_min");
  CHECK(where([&](Scenario& s) { phone(s).in_lane_s = bad; }) == "case.phone.in_lane_s");
  CHECK(where([&](Scenario& s) { phone(s).at_desk_s = bad; }) == "case.phone.at_desk_s");
  CHECK(where([&](Scenario& s) {
          set_arrivals(s, ArrivalCounts{{{18h, 19h, 5, 1}}, bad});
        }) == "source.crowd.batch_spread_s");
  CHECK(where([&](Scenario& s) {
          set_arrivals(s, ArrivalPulses{18h, 19h, 10min, bad, Constant{0}, Constant{0}});
        }) == "source.crowd.size");
}

TEST_CASE("lanes run for a while, and groups are of people") {
  CHECK(after([](Scenario& s) {
          scan(s).breakdowns = Breakdowns{Constant{0}, Constant{1}};
        }).size() == 1);
  CHECK(after([](Scenario& s) { general(s).group_size = Constant{0.5}; }) ==
        Told{"class.general.group_size: a group has 1 person or more"});
}

TEST_CASE("routes lead through stations of their gate that serve people") {
  CHECK(after([](Scenario& s) { general(s).route[GateId{0}][0].station = StationId{9}; }) ==
        Told{"class.general.route: it leads to a station that is not there"});
  CHECK(after([](Scenario& s) { general(s).route[GateId{0}][0].station = StationId{1}; }) ==
        Told{"class.general.route: scan B stands at another gate"});
  CHECK(after([](Scenario& s) { general(s).route[GateId{0}].push_back({StationId{2}}); }) ==
        Told{"class.general.route: desk is a desk: no route leads there"});
  CHECK(after([](Scenario& s) { general(s).route[GateId{0}][0].walk = -1us; }).size() == 1);
  CHECK(after([](Scenario& s) { general(s).route.resize(1); }) ==
        Told{"class.general.route: there is not one route for each gate"});
  CHECK(after([](Scenario& s) {
          general(s).route = {{}, {}};
        }) ==
        Told{"class.general.route: class general has no station at any gate that has tickets"});
  CHECK(after([](Scenario& s) { general(s).route[GateId{1}].clear(); }).empty());
}

TEST_CASE("the same lane follows a lane, and has a line") {
  CHECK(after([](Scenario& s) { scan(s).choice = LaneChoice::SameLane; })[0].starts_with(
      "station.scan A.lane_choice: it comes first"));
  CHECK(after([](Scenario& s) {
          Station& desk = s.stations[StationId{2}];
          desk.choice = LaneChoice::SameLane;
          desk.layout = QueueLayout::Serpentine;
        }) == Told{"station.desk.lane_choice: \"same-lane\" needs a line for each lane"});
}

TEST_CASE("arrivals bring a bounded number of people in order") {
  CHECK(after([](Scenario& s) { set_arrivals(s, ArrivalStamps{}); }) ==
        Told{"source.crowd: nobody comes this way: there are no times"});
  CHECK(after([](Scenario& s) { set_arrivals(s, ArrivalStamps{{-1s}}); }).size() == 1);
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCurve{{{18h, 1}}, std::nullopt});
        }) == Told{"source.crowd: a curve needs two corners or more"});
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCurve{{{18h, 1}, {17h, 1}}, std::nullopt});
        }) == Told{"source.crowd.curve[1]: this time is earlier than the one before it"});
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCurve{{{18h, -2}, {19h, 1}}, std::nullopt});
        }) == Told{"source.crowd.curve[0]: a rate is 0 or more"});
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCurve{{{18h, 1e6}, {19h, 1e6}}, std::nullopt});
        }).size() == 1);
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCounts{{{18h, 18h, 5, 0}}, Constant{0}});
        }).size() == 1);
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalCounts{{{18h, 19h, 0, 0}}, Constant{0}});
        }).size() == 1);
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalPulses{18h, 17h, 1min, Constant{5}, Constant{0}, Constant{0}});
        }) == Told{"source.crowd.last: the last pulse comes before the first"});
  CHECK(after([](Scenario& s) {
          set_arrivals(s, ArrivalPulses{18h, 19h, 1us, Constant{1e-6}, Constant{0}, Constant{0}});
        }) == Told{"source.crowd.every_min: more than a million pulses"});
}

TEST_CASE("a source brings people of classes that are there") {
  CHECK(after([](Scenario& s) { s.sources[0].classes = {}; }) ==
        Told{"source.crowd: nobody of any class comes this way"});
  CHECK(after([](Scenario& s) { s.sources[0].classes = {ClassId{3}}; }) ==
        Told{"source.crowd: it brings people of a class that is not there"});
}

TEST_CASE("a case surfaces at a station, by chance, under a rule") {
  CHECK(after([](Scenario& s) { phone(s).touchpoint = TouchpointId{1}; }) ==
        Told{"case.phone.at: it surfaces at no station that people go through"});
  CHECK(after([](Scenario& s) { phone(s).touchpoint = {}; }).size() == 1);
  CHECK(after([](Scenario& s) { phone(s).rule = {}; }) ==
        Told{"case.phone.rule: it has no house rule"});
  CHECK(after([](Scenario& s) { phone(s).share = {2}; }).size() == 1);
  CHECK(after([](Scenario& s) { phone(s).share = {0.1, 0.1}; }).size() == 1);
  CHECK(after([](Scenario& s) { phone(s).admitted = -0.1; }).size() == 1);
  CHECK(after([](Scenario& s) { phone(s).admitted_at_desk = 1.1; }).size() == 1);
}

TEST_CASE("a ladder ends exactly once, at its end") {
  const auto ladder = [](std::vector<RuleStep> steps) {
    return after([&](Scenario& s) { s.rules[RuleId{0}].ladder = std::move(steps); });
  };
  CHECK(ladder({Resolve{}}).empty());
  CHECK(ladder({Resolve{10s}, Resolve{20s}, TurnAway{5s}}).empty());
  CHECK(ladder({}) == Told{"rule.aside.ladder: a ladder needs a step"});
  CHECK(ladder({Resolve{10s}})[0].starts_with(
      "rule.aside.ladder[0]: the last step does not end the case"));
  CHECK(ladder({StepAside{TouchpointId{1}}, Resolve{}})[0].starts_with(
      "rule.aside.ladder[1]: this step is never reached"));
  CHECK(ladder({Resolve{}, TurnAway{}}).size() == 1);
  CHECK(ladder({Resolve{-1s}, TurnAway{}}).size() == 1);
  CHECK(ladder({TurnAway{-1s}}).size() == 1);
  CHECK(ladder({StepAside{TouchpointId{0}}}) ==
        Told{"rule.aside.ladder[0].desk: this is no help desk"});
}

TEST_CASE("the desk is where the case can surface") {
  CHECK(after([](Scenario& s) { s.stations[StationId{2}].gate = GateId{0}; }) ==
        Told{"case.phone.rule: its rule sends people to desk, and gate B has none"});
}

TEST_CASE("a script names a case, a gate with its station, and a person who comes") {
  const auto script = [](const ScriptedCase& scripted) {
    return after([&](Scenario& s) { s.scripted = {scripted}; });
  };
  const std::optional<Time> drawn;
  CHECK(script({CaseId{0}, {}, ByNumber{10}, drawn, drawn}).empty());
  CHECK(script({CaseId{0}, {}, ByNumber{11}, drawn, drawn}) ==
        Told{"scripted[0].person: only 10 people come"});
  CHECK(script({CaseId{0}, {}, ByNumber{0}, drawn, drawn}).size() == 1);
  CHECK(script({CaseId{0}, {}, ByTurn{0}, drawn, drawn}).size() == 1);
  CHECK(script({CaseId{0}, {}, ByMoment{-1s}, drawn, drawn}).size() == 1);
  CHECK(script({CaseId{5}, {}, ByTurn{1}, drawn, drawn}) ==
        Told{"scripted[0].case: there is no such case"});
  CHECK(script({CaseId{0}, GateId{5}, ByTurn{1}, drawn, drawn}) ==
        Told{"scripted[0].gate: there is no such gate"});
  CHECK(script({CaseId{0}, {}, ByTurn{1}, Time{-1s}, drawn}).size() == 1);
  CHECK(script({CaseId{0}, {}, ByTurn{1}, drawn, horizon + 1us}).size() == 1);
}

TEST_CASE("goals can be met and judged") {
  CHECK(after([](Scenario& s) { s.goals.p95_wait = 0s; }).size() == 1);
  CHECK(after([](Scenario& s) { s.goals.in_by_start = 1.1; }).size() == 1);
  CHECK(after([](Scenario& s) { s.goals.density_per_m2 = 4; }) ==
        Told{"goals.density_per_m2: no station is in a zone, so no density is known"});
}

TEST_CASE("the index of stations answers as the search does") {
  Scenario scenario = plain_evening();
  scenario.stations[StationId{1}].gate = {};
  const StationIndex index(scenario);
  for (const TouchpointId touchpoint : keys_of(scenario.touchpoints))
    for (const GateId gate : keys_of(scenario.gates))
      CHECK(index.at(touchpoint, gate) == station_at(scenario, touchpoint, gate));
}

}  // namespace
}  // namespace gateflow
