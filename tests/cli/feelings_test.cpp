#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using nlohmann::json;
using program::run;
using program::TempFolder;

namespace {

/// One door that is too slow for its people, and nobody pleased with it.
std::string slow_door_in(const TempFolder& folder, const std::string& more) {
  const std::string file = (folder / "slow.toml").string();
  std::ofstream(file) << "[evening]\nstart = 20:00:00\n[crowd]\npeople = 400\n"
                         "arrivals = { profile = \"concert\" }\n[station.door]\nservice_s = 18\n"
                      << more;
  return file;
}

const std::string asked =
    "[feelings]\nusual_satisfaction = 0.4\n[announcements]\npromised_wait_min = 15\n"
    "[aftermath]\ncomplains_share = 0.5\n";

}  // namespace

TEST_CASE("how it felt and what came after it are told where the scenario asks") {
  const TempFolder folder;
  const auto text = run({"run", slow_door_in(folder, asked)});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, Contains("How it felt") && Contains("satisfaction"));
  CHECK_THAT(text.out, Contains("Aftermath") && Contains("people reached"));
  const auto without = run({"run", slow_door_in(folder, "")});
  CHECK_THAT(without.out, !Contains("How it felt") && !Contains("Aftermath"));
}

TEST_CASE("the felt figures are in the JSON, and the evening is the same without them") {
  const TempFolder folder;
  const json with = json::parse(run({"run", slow_door_in(folder, asked), "--json"}).out);
  const json without = json::parse(run({"run", slow_door_in(folder, ""), "--json"}).out);
  const json& evening = with.at("evening");
  CHECK(evening.at("felt_wait_mean_s") > evening.at("wait_mean_s"));
  CHECK(evening.at("felt_to_actual") > 1);
  CHECK(with.at("classes").at(0).at("felt_wait_mean_s") == evening.at("felt_wait_mean_s"));
  const json& after = with.at("aftermath");
  CHECK(after.at("complaints_closed").get<int>() + after.at("complaints_public").get<int>() ==
        after.at("complaints").get<int>());
  CHECK(after.at("kept").get<int>() + after.at("lost").get<int>() ==
        after.at("dissatisfied").get<int>());

  CHECK_FALSE(without.contains("aftermath"));
  CHECK_FALSE(without.at("evening").contains("felt_wait_mean_s"));
  for (const auto& [key, value] : without.at("evening").items()) CHECK(evening.at(key) == value);
  CHECK(with.at("stations") == without.at("stations"));
}

TEST_CASE("the felt figures have intervals, the same with any number of threads") {
  const TempFolder folder;
  const std::string file = slow_door_in(folder, asked);
  const std::vector<std::string> call{"run", file, "--replications", "5", "--json", "--threads"};
  auto alone = call, together = call;
  alone.push_back("1"), together.push_back("3");
  const auto one = run(alone);
  CHECK(one.out == run(together).out);
  const json figures = json::parse(one.out);
  CHECK(figures.at("evening").at("felt_wait_p95_s").at("n") == 5);
  CHECK(figures.at("aftermath").at("people_reached").at("values").size() == 5);
  CHECK_THAT(run({"run", file, "--replications", "5"}).out,
             Contains("How it felt") && Contains("mean felt wait") && Contains("people reached"));
}
