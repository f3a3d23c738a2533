#include <catch2/catch.hpp>

#include "sim/io/scenario_file.hpp"
#include "tests/io/scenario/reading.hpp"

// Variants of a scenario within its file.
namespace gateflow {
namespace {

const std::string with_variants = std::string(small) +  // [station.scan] comes last there
                                  R"(
[case.phone]
at = "scan"
in_lane_s = { law = "lognormal", mean = 60, cv = 1 }
rule = "hold"
[rule.hold]
ladder = [{ step = "resolve" }]
[rule.away]
ladder = [{ step = "turn-away" }]

[variant.away]
case.phone.rule = "away"
[variant.quick.case.phone]
in_lane_s = { law = "exponential", mean = 20 }
[variant.quick.house]
told_share = 0.5
[variant.later]
evening.start = 21:30:00
)";

ReadScenario variant(const std::string& text, const std::string& name) {
  return parse_scenario(text, "test.toml", ".", {}, name);
}

TEST_CASE("a variant lays its values over the file's; the file itself is as if it had none") {
  const ReadScenario base = variant(with_variants, "");
  REQUIRE(base.scenario);
  CHECK(base.variants == std::vector<std::string>{"away", "quick", "later"});
  const auto rule_in = [](const Scenario& s) { return s.rules[s.cases[CaseId{0}].rule].name; };
  CHECK(rule_in(*base.scenario) == "hold");
  const ReadScenario away = variant(with_variants, "away");
  REQUIRE(away.scenario);
  CHECK(rule_in(*away.scenario) == "away");
}

TEST_CASE("a variant replaces whole keys: a law leaves nothing of the one before") {
  const ReadScenario quick = variant(with_variants, "quick");
  REQUIRE(quick.scenario);
  CHECK(quick.scenario->cases[CaseId{0}].in_lane_s == Distribution{Exponential{20}});
  CHECK(quick.scenario->house.told == 0.5);
  CHECK(variant(with_variants, "later").scenario->start == 21h + 30min);
}

TEST_CASE("an empty section in a variant brings its defaults, or leaves what is there") {
  const std::string toml = std::string(small) + "[variant.felt.feelings]\n[variant.same.house]\n";
  CHECK(variant(toml, "felt").scenario->feelings == Feelings{});
  CHECK_FALSE(variant(toml, "same").scenario->feelings);
  const std::string told = std::string(small) + "[house]\ntold_share = 0.3\n[variant.same.house]\n";
  CHECK(variant(told, "same").scenario->house.told == 0.3);
}

TEST_CASE("what is set for one call goes over the variant") {
  const ReadScenario both =
      parse_scenario(with_variants, "test.toml", ".", {"house.told_share=0.7"}, "quick");
  REQUIRE(both.scenario);
  CHECK(both.scenario->house.told == 0.7);
}

TEST_CASE("faults of a variant are told at their places, and unknown ones by name") {
  const auto only_fault = [](const ReadScenario& read) {
    REQUIRE(read.faults.size() == 1);
    return read.faults[0].message + " | " + read.faults[0].hint;
  };
  CHECK(only_fault(variant(with_variants, "awya")) ==
        "there is no variant 'awya' | did you mean 'away'?");
  CHECK(only_fault(variant(with_variants + "case.phon.rule = \"hold\"\n", "later")) ==
        "there is no case 'phon' to change (in variant 'later') | did you mean 'phone'?");
  CHECK(variant(with_variants + "case.phon.rule = \"hold\"\n", "away").scenario);
  const ReadScenario misspelt = variant(with_variants + "house.tld_share = 1\n", "later");
  REQUIRE(misspelt.faults.size() == 1);
  CHECK(misspelt.faults[0].line > 20);
  CHECK(only_fault(variant(std::string(small) + "[variant.base]\nhouse.told_share = 1\n", "")) ==
        "'base' is the file itself | give the variant another name");
  CHECK(only_fault(variant(std::string(small) + "[variant.\"\"]\nhouse.told_share = 1\n", "")) ==
        "a variant has a name, on one line | ");
  CHECK(only_fault(variant(std::string(small) + "[variant.a]\nvariant.b.house.told_share = 1\n",
                           "")) == "a variant has no variants of its own | ");
  CHECK(only_fault(variant(std::string(small) + "[variant]\na = 3\n", "")) ==
        "expected a table, found 3 | ");
}

}  // namespace
}  // namespace gateflow
