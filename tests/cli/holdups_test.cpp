#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using nlohmann::json;
using program::run;
using program::TempFolder;

namespace {

const std::string one = GATEFLOW_ROOT "/scenarios/one-for-a-thousand.toml";
const std::string club = GATEFLOW_ROOT "/scenarios/club-night.toml";

/// Seconds that each person waited, from a people file.
std::map<std::string, double> waits_in(const std::filesystem::path& people) {
  std::map<std::string, double> waits;
  std::istringstream lines(program::content_of(people));
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    double& sum = waits[cells[0]];
    for (const std::size_t column : {9u, 12u})  // waited_s, blocked_s
      if (!cells[column].empty()) sum += std::stod(cells[column]);
  }
  return waits;
}

void check_golden(const std::string& text, const std::string& name) {
  const std::string golden = GATEFLOW_ROOT "/tests/cli/golden/" + name;
  if (std::getenv("GATEFLOW_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << text;
  CHECK(text == program::content_of(golden));
}

}  // namespace

TEST_CASE("the hold-up of one for a thousand, its story and its price are the golden ones") {
  const std::filesystem::path folder = GATEFLOW_ROOT;
  const auto told = [&](std::vector<std::string> arguments) {
    const auto finished = program::run_as({.arguments = std::move(arguments), .folder = folder});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err.empty());
    return finished.out;
  };
  const std::string file = "scenarios/one-for-a-thousand.toml";
  check_golden(told({"holdups", file}), "holdups.txt");
  check_golden(told({"holdups", file, "--case", "1", "--top", "5"}), "case.txt");
  check_golden(told({"holdups", file, "--person", "41"}), "person.txt");
  check_golden(told({"holdups", file, "--advice"}), "advice.txt");
  check_golden(told({"price", file, "--every", "10min", "--replications", "3"}), "price.txt");
}

TEST_CASE("a row is what two files of people say, subtracted") {
  const TempFolder folder;
  const auto row = json::parse(run({"holdups", club, "--json"}).out)["evenings"][0]["holdups"][2];
  const std::string with = folder / "with.csv", without = folder / "without.csv";
  run({"run", club, "--people", with});
  run({"run", club, "--without-case", "3", "--people", without});
  const auto before = waits_in(with), after = waits_in(without);
  double lost = 0, gained = 0;
  unsigned delayed = 0;
  for (const auto& [person, waited] : before) {
    if (person == std::to_string(row["person"].get<unsigned>())) continue;
    const double longer = waited - after.at(person);
    (longer > 0 ? lost : gained) += longer;
    delayed += longer > 1e-7;
  }
  CHECK(row["lost_s"].get<double>() == Approx(lost).margin(1e-4));
  CHECK(row["gained_s"].get<double>() == Approx(-gained).margin(1e-4));
  CHECK(row["delayed"] == delayed);
}

TEST_CASE("causes add up, and any number of threads tells the same") {
  const std::string single = run({"holdups", club, "--json", "--threads", "1"}).out;
  CHECK(run({"holdups", club, "--json", "--threads", "3"}).out == single);
  const json evening = json::parse(single)["evenings"][0];
  double share = 0, waited = 0;
  for (const json& cause : evening["causes"]) {
    share += cause["share"].get<double>();
    waited += cause["waited_s"].get<double>();
  }
  CHECK(share == Approx(1));
  CHECK(waited == Approx(evening["waited_s"].get<double>()));
  for (const json& row : evening["holdups"])
    CHECK(row["total_s"].get<double>() ==
          Approx(row["direct_s"].get<double>() + row["knock_on_s"].get<double>()).margin(1e-6));
  const std::string price = run({"price", club, "--json", "--threads", "1"}).out;
  CHECK(run({"price", club, "--json", "--threads", "3"}).out == price);
}

TEST_CASE("tables have a row a hold-up, and a row a station and time") {
  const TempFolder folder;
  const std::string file = folder / "rows.csv";
  const json holdups = json::parse(run({"holdups", club, "--json"}).out);
  run({"holdups", club, "--csv", file});
  const std::string rows = program::content_of(file);
  CHECK_THAT(rows, Catch::StartsWith("replication,number,case,"));
  CHECK(static_cast<std::size_t>(std::ranges::count(rows, '\n')) ==
        holdups["evenings"][0]["holdups"].size() + 1);
  run({"price", club, "--csv", file});
  CHECK_THAT(program::content_of(file), Catch::StartsWith("station,at,evenings,"));
}

TEST_CASE("questions that make no sense are refused") {
  const auto refused = [](std::vector<std::string> arguments, int code, const std::string& says) {
    const auto finished = run(std::move(arguments));
    CHECK(finished.exit_code == code);
    CHECK(finished.out.empty());
    CHECK_THAT(finished.err, Contains(says));
  };
  refused({"holdups", one, "--case", "2"}, 3, "there is no case 2: this evening has 1");
  refused({"holdups", one, "--case", "0"}, 2, "--case takes a whole number from 1");
  refused({"holdups", one, "--person", "1001"}, 3, "there is no person 1,001");
  refused({"run", one, "--without-case", "7"}, 3, "there is no case 7");
  refused({"run", one, "--without-case", "1", "--replications", "3"}, 2, "about one evening");
  refused({"holdups", one, "--case", "1", "--person", "2"}, 2, "choose one");
  refused({"holdups", one, "--aside-cost", "5min"}, 2, "--aside-cost is for --advice");
  refused({"price", one, "--hold", "0s"}, 2, "--hold takes a time such as 30s");
  refused({"price", one, "--hold", "soon"}, 2, "not 'soon'");
  refused({"price", one, "--every", "0.0001s"}, 2, "a longer step asks for fewer");
  refused({"holdups", one, "--csv", "/nowhere/x.csv"}, 4, "/nowhere/x.csv");
}
