#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using nlohmann::json;
using program::run;
using program::run_as;
using program::TempFolder;
using program::tiny_in;

namespace {

std::vector<std::string> with(std::vector<std::string> arguments,
                              const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// Long enough to be interrupted: each of very many evenings has some thousand people.
const char* const busy_scenario = R"(format = 1
name = "Busy"
[evening]
start = 20:00:00
[crowd]
arrivals = { rate_per_hour = 3000, from = 18:00:00, to = 20:00:00 }
[station.scan]
lanes = 8
service_s = { law = "exponential", mean = 8 }
)";

}  // namespace

TEST_CASE("the text of a tiny evening is the golden one") {
  const TempFolder folder;
  tiny_in(folder);
  const auto finished = run_as({.arguments = {"run", "tiny.toml"}, .folder = folder.path()});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err.empty());
  const std::string golden = GATEFLOW_ROOT "/tests/cli/golden/tiny.txt";
  if (std::getenv("GATEFLOW_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << finished.out;
  CHECK(finished.out == program::content_of(golden));
}

TEST_CASE("a value can be laid over the scenario's for one call") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  const auto as_it_is = run({"run", tiny, "--json"});
  const auto changed = run(
      {"run", tiny, "--json", "--set", "evening.seed=7", "--set", "station.scan.spacing_m = 0.5"});
  CHECK(changed.exit_code == as_it_is.exit_code);
  const json summary = json::parse(changed.out);
  CHECK(summary.at("seed") == 7);
  CHECK(summary.at("set") == json{"evening.seed=7", "station.scan.spacing_m = 0.5"});
  CHECK(json::parse(as_it_is.out).at("set").empty());
  CHECK_THAT(run({"run", tiny, "--set", "evening.seed=7"}).out,
             Contains("--set 'evening.seed=7' --replications 20"));

  const auto unknown = run({"run", tiny, "--set", "station.scan.layot = lanes"});
  CHECK(unknown.exit_code == 3);
  CHECK_THAT(unknown.err, Contains("--set:1:14: error: unknown key 'layot' in station.scan; did "
                                   "you mean 'layout'?"));
  // What stands at the key is replaced whole: nothing of the CSV file is left.
  const auto others =
      run({"run", tiny, "--json", "--set",
           "crowd.arrivals={ rate_per_hour = 60, from = 19:00:00, to = 20:00:00 }"});
  CHECK(json::parse(others.out).at("evening").at("tickets") > 20);
  const auto refused = [&](const std::string& assignment, const std::string& because) {
    const auto finished = run({"run", tiny, "--set", assignment});
    CHECK(finished.exit_code == 3);
    CHECK_THAT(finished.err, Contains(because));
  };
  for (const char* nonsense : {"nothing", "", "[crowd]", "name=", "name=a\ncrowd=5"})
    refused(nonsense, "--set:1:1: error: expected KEY=VALUE; for instance");
  refused("station.skan.lanes=2", "there is no station 'skan' to change; did you mean 'scan'?");
  refused("station.scan.lanse=2", "unknown key 'lanse' in station.scan; did you mean 'lanes'?");
  CHECK(
      json::parse(run({"run", tiny, "--json", "--set", "name=Ärger \"so\""}).out).at("scenario") ==
      "Ärger \"so\"");
}

TEST_CASE("what is laid over lies over the catalogue's values too") {
  const auto rough = [](std::vector<std::string> more) {
    std::vector<std::string> all{"run", GATEFLOW_ROOT "/scenarios/rough-crowd.toml", "--json"};
    all.insert(all.end(), more.begin(), more.end());
    json summary = json::parse(run(all).out);
    summary.erase("set");
    return summary;
  };
  const json as_it_is = rough({});
  CHECK(rough({"--set", "temper.calm.polite_share=0.75"}) == as_it_is);  // as it is there
  CHECK(rough({"--set", "case.dead-phone.in_lane_s.mean=150"}) == as_it_is);
  CHECK(rough({"--set", "case.dead-phone.in_lane_s.mean=15"}) != as_it_is);
  CHECK(rough({"--set", "case.dead-phone.like=wrong-gate"}) != as_it_is);
}

TEST_CASE("without UTF-8 the text is ASCII") {
  const TempFolder folder;
  const auto finished =
      run_as({.arguments = {"run", tiny_in(folder)}, .environment = {"LANG=C", "TERM=xterm"}});
  for (const char letter : finished.out)
    CHECK((letter == '\n' || (letter >= ' ' && letter <= '~')));
  CHECK_THAT(finished.out, Contains("#") && Contains("o arriving"));
}

TEST_CASE("colours are for terminals, or for those who ask") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  const std::string escape = "\x1b[";
  CHECK_THAT(run({"run", tiny}).out, !Contains(escape));
  CHECK_THAT(run({"run", tiny, "--color", "never"}).out, !Contains(escape));
  CHECK_THAT(run({"run", tiny, "--color", "always"}).out, Contains(escape));
  CHECK_THAT(run({"run", tiny, "--color", "always", "--json"}).out, !Contains(escape));
}

TEST_CASE("no line is wider than it is asked to be") {
  const TempFolder folder;
  const auto finished =
      run_as({.arguments = {"run", tiny_in(folder), "--width", "60"}, .environment = {"LANG=C"}});
  std::size_t begin = finished.out.find("\n\n");
  const std::size_t end = finished.out.find("\nNext");  // commands are not broken
  REQUIRE(end != std::string::npos);
  while (begin < end) {
    const std::size_t next = finished.out.find('\n', begin + 1);
    CHECK(next - begin - 1 <= 60);
    begin = next;
  }
}

TEST_CASE("--json has the figures of the evening") {
  const TempFolder folder;
  const auto finished = run({"run", tiny_in(folder), "--json"});
  REQUIRE(finished.exit_code == 0);
  const json summary = json::parse(finished.out);
  CHECK(summary["schema_version"] == 1);
  CHECK(summary["scenario"] == "Tiny");
  CHECK(summary["seed"] == 1);
  CHECK(summary["replication"] == 0);
  CHECK(summary["start"] == "20:00:00");
  CHECK(summary["start_s"] == 72000);
  // Waits of 0, 20, 40, 30 and 0 seconds; in at 19:58:30 to 20:00:00, and at 20:01:30.
  const json& evening = summary["evening"];
  CHECK(evening["admitted"] == 5);
  CHECK(evening["wait_mean_s"] == 18);
  CHECK(evening["wait_p50_s"] == 20);
  CHECK(evening["wait_longest_s"] == 40);
  CHECK(evening["in_by_start"] == 4);
  CHECK(evening["in_by_start_share"] == 0.8);
  CHECK(evening["late"] == 1);
  CHECK(evening["lateness_mean_s"] == 90);
  CHECK(evening["last_admission_at"] == "20:01:30");
  CHECK(evening["last_admission_at_s"] == 72090);
  CHECK(summary["stations"][0]["name"] == "scan");
  CHECK(summary["stations"][0]["most_waiting"] == 2);
  CHECK(summary["stations"][0]["most_waiting_at"] == "19:58:20");
  CHECK(summary["goals"][0] ==
        json{{"figure", "wait_p95_s"}, {"asked", 60}, {"found", 40}, {"met", true}});
  CHECK(summary["curves"]["from"] == "19:58:00");
  CHECK(summary["curves"]["arrived"] == json{3, 1, 0, 1});
  CHECK(summary["curves"]["waiting_at"]["scan"] == json{1, 0, 0, 0});
}

TEST_CASE("--json over several evenings has means, intervals and values") {
  const TempFolder folder;
  const std::string busy = folder.file("busy.toml", busy_scenario);
  const auto finished = run({"run", busy, "--replications", "3", "--json"});
  REQUIRE(finished.exit_code == 0);
  const json summary = json::parse(finished.out);
  CHECK(summary["replications"] == json{{"asked", 3}, {"finished", 3}});
  const json& wait = summary["evening"]["wait_mean_s"];
  CHECK(wait["n"] == 3);
  REQUIRE(wait["values"].size() == 3);
  double sum = 0;
  for (const json& value : wait["values"]) sum += value.get<double>();
  CHECK(wait["mean"].get<double>() == Approx(sum / 3));
  CHECK(wait["half_width"].get<double>() > 0);

  // Each is the evening of that replication.
  const auto second = run({"run", busy, "--replication", "1", "--json"});
  CHECK(json::parse(second.out)["evening"]["wait_mean_s"] == wait["values"][1]);
}

TEST_CASE("the same seed gives the same bytes, whatever the threads", "[threads]") {
  const TempFolder folder;
  const std::string busy = folder.file("busy.toml", busy_scenario);
  const std::vector<std::string> command{"run", busy, "--replications", "6", "--json", "--quiet"};
  const auto alone = run(with(command, {"--threads", "1"}));
  REQUIRE(alone.exit_code == 0);
  CHECK(run(with(command, {"--threads", "2"})).out == alone.out);
  CHECK(run(with(command, {"--threads", "5"})).out == alone.out);
  CHECK(run(with(command, {"--seed", "2"})).out != alone.out);
}

TEST_CASE("a missed goal has an exit code of its own") {
  const TempFolder folder;
  tiny_in(folder);
  std::string strict = program::tiny_scenario;
  strict.replace(strict.find("p95_wait_min = 1"), 16, "p95_wait_min = 0.5");
  const auto finished = run({"run", folder.file("strict.toml", strict)});
  CHECK(finished.exit_code == 99);
  CHECK_THAT(finished.out, Contains("MISSED"));
  CHECK(run({"run", (folder / "strict.toml").string(), "--replications", "2"}).exit_code == 99);
}

TEST_CASE("a scenario that is not there, or has faults, is told and leaves no file") {
  const TempFolder folder;
  const auto missing = run({"run", (folder / "missing.toml").string()});
  CHECK(missing.exit_code == 3);
  CHECK(missing.out.empty());
  CHECK_THAT(missing.err, Contains("missing.toml") && Contains("No such file"));

  const std::string faulty = folder.file("faulty.toml", R"(format = 1
name = "Faulty"
[evening]
start = "eight"
[station.scan]
lames = 2
service_s = -1
)");
  const auto finished = run({"run", faulty, "--trace", (folder / "t.csv").string(), "--json"});
  CHECK(finished.exit_code == 3);
  CHECK(finished.out.empty());
  CHECK_THAT(finished.err, Contains("faulty.toml:4:"));
  CHECK_THAT(finished.err, Contains("faulty.toml:6:") && Contains("did you mean 'lanes'"));
  CHECK_THAT(finished.err, Contains("faulty.toml:7:"));
  CHECK(folder.names() == std::vector<std::string>{"faulty.toml"});
}

TEST_CASE("output that cannot be written is told, and nothing half-written stays") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  const auto no_folder = run({"run", tiny, "--trace", (folder / "no/such/t.csv").string()});
  CHECK(no_folder.exit_code == 4);
  CHECK(no_folder.out.empty());
  CHECK_THAT(no_folder.err, Contains("no/such/t.csv") && Contains("No such file"));

  const auto full = run_as({.arguments = {"run", tiny}, .stdout_to = "/dev/full"});
  CHECK(full.exit_code == 4);
  CHECK_THAT(full.err, Contains("standard output") && Contains("No space left"));
  CHECK(run({"run", tiny, "--people", "/dev/full"}).exit_code == 4);
  CHECK(run_as({.arguments = {"--help"}, .stdout_to = "closed"}).exit_code == 4);
  CHECK(folder.names() == std::vector<std::string>{"tiny.csv", "tiny.toml"});
}

TEST_CASE("a reader that goes away is no fault") {
  const TempFolder folder;
  const auto finished = run_as({.arguments = {"run", tiny_in(folder)}, .stdout_to = "closed pipe"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err.empty());
}

TEST_CASE("Ctrl-C keeps the evenings that are finished", "[threads]") {
  const TempFolder folder;
  const std::string busy = folder.file("busy.toml", busy_scenario);
  const auto finished = run_as(
      {.arguments = {"run", busy, "--replications", "100000", "--json", "--progress", "plain",
                     "--trace", (folder / "t.csv").string(), "--replication", "99999"},
       .interrupt = true});
  CHECK(finished.exit_code == 130);
  CHECK_THAT(finished.err, Contains("interrupted") && Contains("of 100000 evenings were finished"));
  CHECK_THAT(finished.err, Contains("no file is written"));
  const json summary = json::parse(finished.out);
  CHECK(summary["replications"]["asked"] == 100'000);
  const std::size_t kept = summary["replications"]["finished"];
  CHECK(kept > 0);
  CHECK(summary["evening"]["wait_mean_s"]["values"].size() == kept);
  CHECK(folder.names() == std::vector<std::string>{"busy.toml"});
}

TEST_CASE("progress is told while it lasts, and not when nobody wants it") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  CHECK(run({"run", tiny}).err.empty());  // less than a second
  CHECK(run({"run", tiny, "--quiet"}).err.empty());
}

TEST_CASE("check says what is fine and what is not, file by file") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  const auto fine = run({"check", tiny});
  CHECK(fine.exit_code == 0);
  CHECK(fine.out == tiny + ": fine, 5 people, 1 lane\n");

  const std::string faulty = folder.file("faulty.toml", "format = 1\nnmae = \"x\"\n");
  const auto both = run({"check", faulty, tiny});
  CHECK(both.exit_code == 3);
  CHECK_THAT(both.out, Contains("tiny.toml: fine"));
  CHECK_THAT(both.err, Contains("faulty.toml:2:1: error:"));

  const auto told = run({"check", faulty, tiny, "--json"});
  CHECK(told.exit_code == 3);
  CHECK(told.err.empty());
  const json report = json::parse(told.out);
  CHECK(report["files"][0]["fine"] == false);
  std::size_t on_second_line = 0;
  for (const json& error : report["files"][0]["errors"])
    on_second_line += error["line"] == 2 && error["column"] == 1;
  CHECK(on_second_line == 1);
  CHECK(report["files"][1]["fine"] == true);
  CHECK(report["files"][1]["people"] == 5);
}

TEST_CASE("the files of one evening are written beside its summary") {
  const TempFolder folder;
  const std::string tiny = tiny_in(folder);
  const std::string trace = (folder / "trace.csv").string();
  const std::string people = folder.file("people.csv", "old");
  const auto finished = run({"run", tiny, "--trace", trace, "--people", people});
  CHECK(finished.exit_code == 0);
  CHECK_THAT(program::content_of(trace), Contains("19:58:30.000000,called,2,scan,1,,\n"));
  CHECK_THAT(program::content_of(people),
             Contains("2,general,main,2,19:58:10.000000,1,scan,1,19:58:10.000000,20.000000,"));
  CHECK(folder.names() ==
        std::vector<std::string>{"people.csv", "tiny.csv", "tiny.toml", "trace.csv"});
}
