#include "sim/io/trace_file.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/cli/program.hpp"
#include "tests/model/random_evening.hpp"

using namespace gateflow;
using Catch::Contains;
using program::TempFolder;

namespace {

Trace trace_of(const tiny::World& world) {
  Trace trace{world.scenario.name, world.crowd.luck, {}};
  const Floor floor(world.scenario);
  run_evening(floor, world.crowd, trace);
  return trace;
}

std::string written(const TempFolder& folder, const tiny::World& world) {
  WholeFile file(folder / "trace.csv");
  write_trace(trace_of(world), world.scenario, file);
  file.put_in_place();
  return (folder / "trace.csv").string();
}

/// Two people, a blocked lane.
tiny::World two_stations() {
  tiny::World world;
  world.scenario.name = "A \"quoted\" evening";
  world.add_station(1).name = "bag, check";
  Station& second = world.add_station(2);
  second.name = "scan";
  second.lanes = 1;
  second.pen = 0;
  world.crowd.luck = {18'000'000'000'000'000'000u, 4};
  world.add_person(20h, {5s, 20s});
  world.add_person(20h + Time{1}, {5s, 1s});
  return world;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a trace file says what it is of, and what happened") {
  const TempFolder folder;
  const std::string text = program::content_of(written(folder, two_stations()));
  CHECK_THAT(text, Catch::StartsWith("# gateflow trace 1\n"
                                     "# scenario \"A \\\"quoted\\\" evening\"\n"
                                     "# seed 18000000000000000000\n"
                                     "# replication 4\n"
                                     "# happenings "));
  CHECK_THAT(text, Contains("time,what,person,station,lane,case,ahead\n"));
  CHECK_THAT(text, Contains("20:00:00.000001,joined,2,\"bag, check\",1,,\n"));
  // The lane is one of the first station; the person wants to the second.
  CHECK_THAT(text, Contains("20:00:10.000000,blocked,2,\"bag, check\",1,,scan\n"));
}

TEST_CASE("a trace is read back as it was written") {
  const TempFolder folder;
  const tiny::World world = two_stations();
  const ReadTrace read = read_trace(written(folder, world), world.scenario);
  REQUIRE(read.trace);
  CHECK(*read.trace == trace_of(world));
}

TEST_CASE("a trace of an evening with everything in it is read back as it was written") {
  const TempFolder folder;
  std::set<What> seen;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const tiny::World world = random_evening(seed);
    const Trace trace = trace_of(world);
    const ReadTrace read = read_trace(written(folder, world), world.scenario);
    REQUIRE(read.trace);
    REQUIRE(read.trace->happenings == trace.happenings);
    REQUIRE(*read.trace == trace);
    for (const Happening& h : trace.happenings) seen.insert(h.what);
  }
  CHECK(seen.size() == static_cast<std::size_t>(last_what) + 1);
}

TEST_CASE("a trace that was changed, cut or is of something else is refused with its line") {
  const TempFolder folder;
  const tiny::World world = two_stations();
  const std::string good = program::content_of(written(folder, world));
  const auto fault_of = [&](const std::string& text) {
    const ReadTrace read = read_trace(folder.file("t.csv", text), world.scenario);
    CHECK_FALSE(read.trace);
    REQUIRE(read.faults.size() == 1);
    return std::to_string(read.faults[0].line) + ": " + read.faults[0].message;
  };
  CHECK_THAT(fault_of(""), Contains("a trace begins with"));
  CHECK_THAT(fault_of(replaced(good, "# scenario \"A", "# scenario \"B")),
             Contains("2: this is a trace of"));
  CHECK_THAT(fault_of(replaced(good, "time,what", "what,time")),
             Contains("7: expected the columns"));
  CHECK_THAT(fault_of(replaced(good, "20:00:00.000001", "8 pm")), Contains("expected a time"));
  CHECK_THAT(fault_of(replaced(good, ",joined,", ",jumped,")), Contains("'jumped'"));
  CHECK_THAT(fault_of(replaced(good, "joined,1,", "joined,one,")), Contains("number of a person"));
  CHECK_THAT(fault_of(replaced(good, ",scan\n", ",skan\n")), Contains("no station 'skan'"));
  CHECK_THAT(fault_of(replaced(good, "check\",1,,\n", "check\",2,,\n")), Contains("no such lane"));
  CHECK_THAT(fault_of(replaced(good, "joined,1,", "joined,2,")), Contains("signature differs"));
  CHECK_THAT(fault_of(good.substr(0, good.rfind("20:"))), Contains("are promised at the top"));
  CHECK_THAT(fault_of(good + "20:00:00.000000,joined\n"), Contains("expected 7 cells"));

  const ReadTrace missing = read_trace(folder / "missing.csv", world.scenario);
  CHECK_FALSE(missing.trace);
  CHECK_THAT(missing.faults.at(0).message, Contains("No such file"));
}
