#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using program::run;

namespace {

/// Exit code 2, nothing on stdout, and this on stderr.
void is_refused(const std::vector<std::string>& arguments, const std::string& message) {
  const auto finished = run(arguments);
  INFO(finished.err);
  CHECK(finished.exit_code == 2);
  CHECK(finished.out.empty());
  CHECK_THAT(finished.err, Contains(message));
}

}  // namespace

TEST_CASE("the nearest verb or option is suggested") {
  is_refused({}, "--help");
  is_refused({"rum", "x.toml"}, "no verb 'rum'; did you mean 'run'?");
  is_refused({"--versoin"}, "did you mean '--version'?");
  is_refused({"run", "x.toml", "--replicatons", "3"}, "did you mean '--replications'?");
  is_refused({"run", "x.toml", "--rep", "3"}, "did you mean '--replications' or '--replication'?");
  is_refused({"run", "x.toml", "--frobnicate"}, "no option '--frobnicate' of 'run'");
  is_refused({"run", "x.toml", "-q"}, "no option '-q' of 'run'");
}

TEST_CASE("numbers are whole, and in their range") {
  is_refused({"run", "x.toml", "--seed", "-1"}, "--seed takes a whole number from 0");
  is_refused({"run", "x.toml", "--seed=1.5"}, "not '1.5'");
  is_refused({"run", "x.toml", "--seed", "99999999999999999999"}, "--seed takes a whole number");
  is_refused({"run", "x.toml", "--seed", ""}, "--seed");
  is_refused({"run", "x.toml", "--replications", "0"}, "from 1 to 100000, not '0'");
  is_refused({"run", "x.toml", "--threads", "many"}, "not 'many'");
  is_refused({"run", "x.toml", "--width", "20"}, "from 60 to 200, not '20'");
}

TEST_CASE("options are given once, with a value if they take one") {
  is_refused({"run", "x.toml", "--seed"}, "--seed needs a value");
  is_refused({"run", "x.toml", "--json=yes"}, "--json takes no value");
  is_refused({"run", "x.toml", "--seed", "1", "--seed", "2"}, "--seed is given more than once");
  is_refused({"run", "x.toml", "--color", "blue"}, "'auto', 'always' or 'never', not 'blue'");
}

TEST_CASE("a verb gets what it works on, no more and no less") {
  is_refused({"run"}, "'run' needs a scenario file");
  is_refused({"run", "a.toml", "b.toml"}, "'b.toml' is one too many");
  is_refused({"check"}, "'check' needs a scenario file");
  is_refused({"schema", "x"}, "not 'x'");
  is_refused({"completion", "tcsh"}, "'bash', 'zsh' or 'fish', not 'tcsh'");
}

TEST_CASE("of several evenings one is chosen for the files that tell one") {
  is_refused({"run", "x.toml", "--replications", "3", "--trace", "t.csv"},
             "choose it with --replication K, 0 to 2");
  is_refused({"run", "x.toml", "--replications", "3", "--people", "p.csv", "--replication", "3"},
             "--replication 3 is not among them");
  is_refused({"run", "x.toml", "--replications", "3", "--replication", "1"}, "neither is given");
  is_refused({"run", "x.toml", "--trace", "f.csv", "--people", "f.csv"}, "same file");
}

TEST_CASE("help and version are results") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"-h"}, {"run", "--help"}, {"run", "x.toml", "-h"}, {"check", "--help"}}) {
    const auto finished = run(arguments);
    CHECK(finished.exit_code == 0);
    CHECK_THAT(finished.out, Contains("Example"));
    CHECK(finished.err.empty());
  }
  const auto version = run({"--version"});
  CHECK(version.exit_code == 0);
  CHECK_THAT(version.out, Catch::Matches("gateflow [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("the catalogue of cases is a result") {
  const auto finished = run({"cases"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out == program::content_of(GATEFLOW_ROOT "/assets/cases.toml"));
}

TEST_CASE("the schema is a result") {
  const auto finished = run({"schema"});
  CHECK(finished.exit_code == 0);
  CHECK_THAT(finished.out, Contains("\"$schema\""));
}
