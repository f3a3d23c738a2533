#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using nlohmann::json;
using program::run;
using program::run_as;
using program::TempFolder;

namespace {

const char* const favours = GATEFLOW_ROOT "/scenarios/season-of-favours.toml";

std::vector<std::string> small(std::vector<std::string> more) {
  std::vector<std::string> all{
      "season", favours, "--quiet", "--set", "crowd.people=400", "--set", "station.scan.lanes=1"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("the text of a season is the golden one") {
  const auto finished = run_as({.arguments = {"season", "season-of-favours.toml", "--evenings", "8",
                                              "--replications", "5", "--quiet", "--width", "90"},
                                .folder = GATEFLOW_ROOT "/scenarios"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err.empty());
  const std::string golden = GATEFLOW_ROOT "/tests/cli/golden/season.txt";
  if (std::getenv("GATEFLOW_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << finished.out;
  CHECK(finished.out == program::content_of(golden));
}

TEST_CASE("a season in ASCII, as narrow as can be, with more evenings than columns") {
  const auto finished = run_as({.arguments = small({"--evenings", "130", "--width", "60"}),
                                .environment = {"LANG=C", "TERM=dumb"}});
  CHECK(finished.exit_code == 0);
  std::istringstream lines(finished.out);
  bool next_steps = false;
  for (std::string line; std::getline(lines, line);) {
    for (const char letter : line) CHECK((letter >= ' ' && letter <= '~'));
    next_steps = next_steps || line == "Next";
    if (!next_steps) CHECK(line.size() <= 60);
  }
}

TEST_CASE("a season of one evening is the evening of gateflow run") {
  const json season = json::parse(run(small({"--evenings", "1", "--json"})).out);
  const json evening = json::parse(
      run({"run", favours, "--json", "--set", "crowd.people=400", "--set", "station.scan.lanes=1"})
          .out);
  const json& first = season.at("evenings").at(0);
  CHECK(first.at("wait_p95_s").at("mean") == evening.at("evening").at("wait_p95_s"));
  CHECK(first.at("result").at("mean") == evening.at("money").at("result"));
  CHECK(run(small({"--evenings", "1"})).exit_code == 0);
}

TEST_CASE("a season in which nobody asks a favour says so") {
  const auto finished = run({"season", GATEFLOW_ROOT "/scenarios/train-pulse.toml", "--evenings",
                             "3", "--quiet", "--width", "200"});
  CHECK(finished.exit_code == 0);
  CHECK_THAT(finished.out, Contains("nobody asked a favour, and the wait of 95 % went from"));
}

TEST_CASE("what a case costs the others is told in money, where their time has a value") {
  const TempFolder folder;
  const std::string file = (folder / "holdups.csv").string();
  const std::vector<std::string> plain{"holdups", favours, "--quiet", "--set", "crowd.people=400"};
  std::vector<std::string> valued = plain;
  valued.insert(valued.end(), {"--set", "money.others_per_hour=60"});
  std::vector<std::string> as_json = valued;
  as_json.emplace_back("--json");
  const json holdups = json::parse(run(as_json).out);
  for (const json& row : holdups.at("evenings").at(0).at("holdups"))
    CHECK(row.at("total_money").get<double>() == Approx(row.at("total_s").get<double>() / 60));
  CHECK_THAT(run(valued).out, Contains(" EUR "));
  CHECK_THAT(run(plain).out, !Contains(" EUR "));
  valued.insert(valued.end(), {"--csv", file, "--replications", "2"});
  CHECK_THAT(run(valued).out, Contains("in all, EUR"));
  CHECK_THAT(program::content_of(file), Contains(",later_s,total_money\n"));
}

TEST_CASE("the answer to a season does not depend on the number of threads") {
  const std::string one =
      run(small({"--evenings", "5", "--replications", "6", "--json", "--threads", "1"})).out;
  CHECK(run(small({"--evenings", "5", "--replications", "6", "--json", "--threads", "4"})).out ==
        one);
  const json season = json::parse(one);
  CHECK(season.at("replications").at("finished") == 6);
  CHECK(season.at("evenings").size() == 5);
  CHECK(season.at("evenings").at(4).at("kinds").at(0).at("asked").at("values").size() == 6);
  CHECK(season.at("change").at("favours_asked").at("half_width").is_number());
  CHECK(season.at("season").at("stay_away_share") == 0.63);
}

TEST_CASE("two rules meet the same people on the first evening") {
  const auto first_tickets = [](const std::string& rule) {
    const auto out = run(small({"--evenings", "2", "--json", "--set", "house.rule=" + rule})).out;
    return json::parse(out).at("evenings").at(0).at("favours_asked").at("mean");
  };
  CHECK(first_tickets("give-in") == first_tickets("firm"));
}

TEST_CASE("the CSV file of a season has a row an evening of each replication") {
  const TempFolder folder;
  const std::string file = (folder / "season.csv").string();
  CHECK(run(small({"--evenings", "3", "--replications", "2", "--csv", file})).exit_code == 0);
  const std::string csv = program::content_of(file);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 7);
  CHECK_THAT(csv, Catch::StartsWith("replication,evening,tickets,came,"));
  CHECK_THAT(csv, Contains("asks-exception factor,asks-exception asked") && Contains("\n1,3,"));
  CHECK(run(small({"--evenings", "1", "--csv", (folder / "no/such.csv").string()})).exit_code == 4);
}

TEST_CASE("what cannot be asked of a season is refused") {
  const auto refused = [](const std::vector<std::string>& more, int exit_code,
                          const std::string& because) {
    const auto finished = run(small(more));
    CHECK(finished.exit_code == exit_code);
    CHECK_THAT(finished.err, Contains(because));
    CHECK(finished.out.empty());
  };
  refused({"--evenings", "0"}, 2, "--evenings");
  refused({"--evenings", "1001"}, 2, "--evenings");
  refused({"--evenings", "1000", "--replications", "101"}, 2, "are more than 100,000 evenings");
  refused({"--replications", "2", "--replication", "1"}, 2, "exclude each other");
  refused({"--replication", "100000"}, 2, "--replication is from 0 to 99999");
  refused({"--set", "season.try_again_share=2"}, 3, "season.try_again_share");
  refused({"--set", "season.try_agian_share=1"}, 3, "did you mean 'try_again_share'?");
  refused({"--set", "season.most_factor=0.5"}, 3, "season.most_factor");
  refused({"--set", "money.refund=-1"}, 3, "money.refund");
  refused({"--set", "class.general.ticket_price=-1"}, 3, "ticket_price");
}

TEST_CASE("Ctrl-C keeps the seasons that are finished") {
  const auto finished =
      run_as({.arguments = {"season", favours, "--evenings", "20", "--replications", "5000",
                            "--threads", "2", "--progress", "plain"},
              .interrupt = true});
  CHECK(finished.exit_code == 130);
  CHECK_THAT(finished.err, Contains("of 5000 seasons were finished"));
}

TEST_CASE("an evening in money is told as text, as JSON and by person") {
  const TempFolder folder;
  const std::string file = (folder / "people.csv").string();
  const auto text = run({"run", favours, "--people", file});
  CHECK_THAT(text.out, Contains("left over") && Contains("Cases, EUR"));
  CHECK_THAT(program::content_of(file), Contains(",late_s,brought,cost_to_serve\n"));
  const json evening = json::parse(run({"run", favours, "--json"}).out);
  CHECK(evening.at("currency") == "EUR");
  CHECK(evening.at("money").at("result").get<double>() ==
        Approx(evening.at("money").at("brought").get<double>() -
               evening.at("money").at("costs").get<double>()));
  CHECK(evening.at("money_by_case").size() == 3);
  const auto several = run({"run", favours, "--replications", "3", "--quiet"});
  CHECK_THAT(several.out, Contains("Money, EUR") && Contains("Cases in money"));

  const json without =
      json::parse(run({"run", GATEFLOW_ROOT "/scenarios/gate.toml", "--json", "--quiet"}).out);
  CHECK_FALSE(without.contains("money"));
  CHECK_FALSE(without.contains("currency"));
}
