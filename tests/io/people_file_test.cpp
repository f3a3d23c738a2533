#include "sim/io/people_file.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/model/tiny.hpp"

using namespace gateflow;
using program::TempFolder;

namespace {

std::string table_of(const tiny::World& world, Time cut) {
  const TempFolder folder;
  Trace trace{world.scenario.name, world.crowd.luck, {}};
  const Floor floor(world.scenario);
  run_evening(floor, world.crowd, trace);
  WholeFile file(folder / "people.csv");
  write_people(world.scenario, world.crowd, trace, cut, {}, file);
  file.put_in_place();
  return program::content_of(folder / "people.csv");
}

const std::string head =
    "person,class,gate,group,arrived,visit,station,lane,came,waited_s,called,case,blocked_s,left,"
    "visit_end,outcome,ended,in_by_start,late_s\n";

}  // namespace

TEST_CASE("a person's visits stand one below the other") {
  tiny::World world;
  world.scenario.start = 20h + 26s;
  world.add_station(1).name = "bag";
  Station& scan = world.add_station(1);
  scan.name = "scan";
  scan.pen = 0;
  world.add_person(20h, {5s, 20s});
  world.add_person(20h + 1s, {5s, 2s});
  world.crowd.group = {PersonId{0}, PersonId{0}};
  CHECK(table_of(world, never) ==
        head +
            "1,general,main,1,20:00:00.000000,1,bag,1,20:00:00.000000,0.000000,20:00:00.000000,,"
            "0.000000,20:00:05.000000,went-on,admitted,20:00:25.000000,yes,0.000000\n"
            "1,general,main,1,20:00:00.000000,2,scan,1,20:00:05.000000,0.000000,20:00:05.000000,,"
            "0.000000,20:00:25.000000,went-on,admitted,20:00:25.000000,yes,0.000000\n"
            "2,general,main,1,20:00:01.000000,1,bag,1,20:00:01.000000,4.000000,20:00:05.000000,,"
            "15.000000,20:00:25.000000,went-on,admitted,20:00:27.000000,no,1.000000\n"
            "2,general,main,1,20:00:01.000000,2,scan,1,20:00:25.000000,0.000000,20:00:25.000000,,"
            "0.000000,20:00:27.000000,went-on,admitted,20:00:27.000000,no,1.000000\n");
}

TEST_CASE("who did not come, was refused, or still waits has a row, too") {
  tiny::World world;
  world.add_station(1).name = "scan";
  world.scenario.until = 20h + 9s;
  world.add_person(20h, {5s});
  world.add_person(20h + 1s, {5s});
  world.add_person(20h + 2s, {5s});
  world.give_case(PersonId{0}, world.add_case({TurnAway{}}), 0s);
  world.crowd.absent = {0, 1, 0};
  world.add_person(20h + 3s, {5s});
  world.crowd.absent.push_back(0);
  world.crowd.first_case.push_back(1);
  CHECK(table_of(world, 20h + 9s) ==
        head +
            "1,general,main,1,20:00:00.000000,1,scan,1,20:00:00.000000,0.000000,20:00:00.000000,"
            "case,0.000000,20:00:05.000000,turned-away,turned-away,20:00:05.000000,,\n"
            "2,general,main,2,,,,,,,,,,,,never-came,,,\n"
            "3,general,main,3,20:00:02.000000,1,scan,1,20:00:02.000000,3.000000,20:00:05.000000,,"
            "0.000000,,still-there,still-waiting,,,\n"
            "4,general,main,4,20:00:03.000000,1,scan,1,20:00:03.000000,6.000000,,,0.000000,,"
            "still-there,still-waiting,,,\n");
}

TEST_CASE("names with commas are quoted") {
  tiny::World world;
  world.add_station(1).name = "bag, \"check\"";
  world.general().name = "under 16, or not";
  world.add_person(20h, {5s});
  const std::string table = table_of(world, never);
  CHECK_THAT(table, Catch::Contains("\n1,\"under 16, or not\",main,") &&
                        Catch::Contains(",1,\"bag, \"\"check\"\"\",1,"));
}

TEST_CASE("where the scenario asks how it felt, each row ends with what its person makes of it") {
  tiny::World world;
  world.scenario.feelings = Feelings{.overestimate = 0.5, .idle = 0, .uninformed = 0};
  world.general().expected_wait = 1min;
  world.add_station(1).name = "scan";
  world.add_person(20h, {60s});
  world.add_person(20h, {60s});
  world.add_person(20h, {60s});
  world.crowd.absent = {0, 0, 1};
  const std::string table = table_of(world, never);
  CHECK(table.starts_with(head.substr(0, head.size() - 1) +
                          ",felt_wait_s,offended,satisfaction,value_lost\n"));
  CHECK(table.find(",0.000000,no,0.8200,0.00\n2,") != std::string::npos);
  CHECK(table.find(",90.000000,no,0.7900,0.00\n3,") != std::string::npos);
  CHECK(table.ends_with(",never-came,,,,,,,\n"));
}

TEST_CASE("who complains is told where the scenario asks what came after the evening") {
  tiny::World world;
  world.scenario.feelings = Feelings{.usual = 0.1};
  world.scenario.aftermath = Aftermath{.complains = 1, .in_public = 1};
  world.add_station(1);
  world.add_person(20h, {60s});
  CHECK(table_of(world, never).ends_with(",public\n"));
  world.scenario.aftermath->in_public = 0;
  CHECK(table_of(world, never).ends_with(",closed\n"));
  world.scenario.aftermath->complains = 0;
  CHECK(table_of(world, never).ends_with(",0.00,\n"));
}
