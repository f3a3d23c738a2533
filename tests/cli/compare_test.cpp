#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using nlohmann::json;
using program::run;
using program::TempFolder;

namespace {

const std::string one = GATEFLOW_ROOT "/scenarios/one-for-a-thousand.toml";

const json& figure(const json& comparison, const std::string& variant, const std::string& key) {
  for (const json& v : comparison.at("variants"))
    if (v.at("name") == variant)
      for (const json& f : v.at("figures"))
        if (f.at("section") == "evening" && f.at("figure") == key) return f;
  throw std::out_of_range(variant + " " + key);
}

}  // namespace

TEST_CASE("the variants of one for a thousand, side by side, are the golden ones") {
  const auto finished = program::run_as(
      {.arguments = {"compare", "scenarios/one-for-a-thousand.toml", "--replications", "5"},
       .folder = GATEFLOW_ROOT});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err.empty());
  const std::string golden = GATEFLOW_ROOT "/tests/cli/golden/compare.txt";
  if (std::getenv("GATEFLOW_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << finished.out;
  CHECK(finished.out == program::content_of(golden));
}

TEST_CASE("a variant in compare is the evening that --variant runs") {
  const json compared =
      json::parse(run({"compare", one, "--replications", "4", "--json", "--quiet"}).out);
  const json alone = json::parse(
      run({"run", one, "--variant", "step-aside", "--replications", "4", "--json", "--quiet"}).out);
  CHECK(alone.at("variant") == "step-aside");
  CHECK(compared.at("base") == "base");
  const json& mean = figure(compared, "step-aside", "wait_mean_s");
  CHECK(mean.at("mean") == alone.at("evening").at("wait_mean_s").at("mean"));
  const json& base = figure(compared, "base", "wait_mean_s");
  CHECK(base.at("change").is_null());
  CHECK(mean.at("change").at("mean").get<double>() ==
        Approx(mean.at("mean").get<double>() - base.at("mean").get<double>()));
  CHECK(mean.at("is_real") == true);
}

TEST_CASE("a comparison does not depend on the number of threads, and fits its CSV") {
  const TempFolder folder;
  const std::string csv = (folder / "variants.csv").string();
  const auto with = [&](const std::string& threads) {
    return run({"compare", one, "--replications", "3", "--json", "--quiet", "--threads", threads,
                "--csv", csv})
        .out;
  };
  const std::string text = with("1");
  CHECK(text == with("2"));
  const std::string rows = program::content_of(csv);
  CHECK_THAT(rows, Contains("variant,section,item,figure,n,mean,half_width,change"));
  CHECK_THAT(rows, Contains("step-aside,evening,,wait_mean_s,3,"));
}

TEST_CASE("what cannot be compared is told") {
  const auto told = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"compare", one};
    words.insert(words.end(), more.begin(), more.end());
    const auto finished = run(words);
    CHECK(finished.out.empty());
    CHECK(finished.exit_code == 2);
    return finished.err;
  };
  CHECK_THAT(told({"--base", "step-asid"}), Contains("did you mean 'step-aside'?"));
  CHECK_THAT(told({"--by", "wait_mean", "--replications", "2"}),
             Contains("did you mean 'wait_mean_s'?"));
  CHECK_THAT(told({"--replications", "1"}), Contains("2 or more"));
  const std::string club = GATEFLOW_ROOT "/scenarios/club-night.toml";
  CHECK_THAT(run({"compare", club}).err, Contains("nothing to compare"));
  CHECK_THAT(run({"run", one, "--set", "variant.both.house.told_share=1"}).err,
             Contains("not over a variant"));
  const auto finished = run({"run", one, "--variant", "sacrifise"});
  CHECK(finished.exit_code == 3);
  CHECK_THAT(finished.err, Contains("did you mean 'sacrifice'?"));
}

TEST_CASE("results never replace the scenario") {
  const TempFolder folder;
  const std::string file = (folder / "evening.toml").string();
  std::ofstream(file) << program::content_of(one);
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"run", file, "--people", file},
                                             {"run", file, "--trace", file},
                                             {"compare", file, "--csv", file},
                                             {"holdups", file, "--csv", file}}) {
    const auto finished = run(more);
    CHECK(finished.exit_code == 2);
    CHECK_THAT(finished.err, Contains("would replace the scenario"));
    CHECK(program::content_of(file) == program::content_of(one));
  }
}

TEST_CASE("check tells of a case that never happens") {
  const TempFolder folder;
  const std::string file = (folder / "evening.toml").string();
  std::ofstream(file) << program::content_of(one) << "[case.forgotten]\nat = \"scan\"\n";
  const auto finished = run({"check", file});
  CHECK(finished.exit_code == 0);
  CHECK_THAT(finished.out, Contains("case forgotten never happens"));
  CHECK_THAT(finished.out, !Contains("case dead-phone never happens"));
}

TEST_CASE("check reads every variant") {
  const TempFolder folder;
  const std::string file = (folder / "evening.toml").string();
  std::ofstream(file) << program::content_of(one) << "[variant.wrong]\nhouse.told_share = 2\n";
  const auto finished = run({"check", file});
  CHECK(finished.exit_code == 3);
  CHECK_THAT(finished.err, Contains("in variant 'wrong'"));
}
