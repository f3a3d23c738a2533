#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

namespace gateflow {
namespace {

TEST_CASE("the small scenario of these tests has no fault") {
  CHECK(faults_in(small).empty());
}

TEST_CASE("an unknown key is told with the nearest right one") {
  CHECK(faults_with("lnaes = 3\n") ==
        Told{"8:1 unknown key 'lnaes' in station.scan; did you mean 'lanes'?"});
  CHECK(faults_with("[gaols]\n") == Told{"8:2 unknown key 'gaols'; did you mean 'goals'?"});
  CHECK(faults_with("weather = \"rain\"\n") == Told{"8:1 unknown key 'weather' in station.scan"});
}

TEST_CASE("a key that is there already is no suggestion") {
  CHECK(faults_with("servce_s = 3\n") == Told{"8:1 unknown key 'servce_s' in station.scan"});
}

TEST_CASE("a misspelt key is not missing as well") {
  CHECK(faults_with_line(7, "servce_s = 3") ==
        Told{"7:1 unknown key 'servce_s' in station.scan; did you mean 'service_s'?"});
  CHECK(faults_with_line(2, "strat = 20:00:00") ==
        Told{"2:1 unknown key 'strat' in evening; did you mean 'start'?"});
}

TEST_CASE("a missing key is told where its table begins") {
  CHECK(faults_with_line(7, "") == Told{"6:10 'service_s' is missing in station.scan"});
  CHECK(faults_with_line(2, "") == Told{"1:2 'start' is missing in evening"});
  CHECK(faults_with("[[scripted]]\nperson = 1\n") == Told{"8:1 'case' is missing in scripted[0]"});
  CHECK(faults_in("[evening]\nstart = 20:00:00\n[crowd]\narrivals = { rate_per_hour = 5, to = "
                  "20:00:00 }\n[station.scan]\nservice_s = 3\n") ==
        Told{"4:12 'from' is missing in crowd.arrivals"});
}

TEST_CASE("a file without anything in it lacks what every scenario has") {
  CHECK(faults_in("") == Told{"1:1 'evening' is missing", "1:1 'station' is missing",
                              "1:1 nothing says how people arrive; give crowd.arrivals"});
}

TEST_CASE("what is of the wrong kind is told with what was expected") {
  CHECK(faults_with("lanes = \"two\"\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found text 'two'"});
  CHECK(faults_with("lanes = 2.0\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found 2.0"});
  CHECK(faults_with("desk = 1\n") == Told{"8:8 expected true or false, found 1"});
  CHECK(faults_with("zone = []\n") == Told{"8:8 expected text in quotes, found a list"});
  CHECK(faults_with("gates = \"A\"\n") == Told{"8:9 expected a list, found text 'A'"});
  CHECK(faults_with("breakdowns = 4\n") == Told{"8:14 expected a table, found 4"});
  CHECK(faults_with("spacing_m = {}\n") ==
        Told{"8:13 expected a number above 0 up to 100, found a table"});
  CHECK(faults_with("lanes_for = true\n") ==
        Told{"8:13 expected a table with a key for each class, found true"});
  CHECK(faults_with_line(2, "start = \"20:00\"") ==
        Told{"2:9 expected a time of day like 18:30:00, found text '20:00'"});
  CHECK(faults_with_line(1, "evening = 3\n[crowd2]") ==
        Told{"1:11 expected a table, found 3", "2:2 unknown key 'crowd2'"});
}

TEST_CASE("a date where a time of day is meant is told how the day is known") {
  CHECK(faults_with_line(2, "start = 2019-05-11T20:00:00") ==
        Told{"2:9 expected a time of day like 18:30:00, found a date with a time; leave out the "
             "date: an early hour after a late evening is taken as the next day's"});
  CHECK(faults_with_line(2, "start = 2019-05-11") ==
        Told{"2:9 expected a time of day like 18:30:00, found the date 2019-05-11; leave out the "
             "date: an early hour after a late evening is taken as the next day's"});
}

TEST_CASE("numbers outside their range are told with it") {
  CHECK(faults_with("lanes = 0\n") == Told{"8:9 expected a whole number from 1 to 1000, found 0"});
  CHECK(faults_with("lanes = -3\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found -3"});
  CHECK(faults_with("lanes = 1001\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found 1001"});
  CHECK(faults_with("lanes = 9223372036854775807\n") ==
        Told{"8:9 expected a whole number from 1 to 1000, found 9223372036854775807"});
  CHECK(faults_with("walk_s = -1\n") == Told{"8:10 expected a number from 0 to 1036800, found -1"});
  CHECK(faults_with("spacing_m = 0\n") ==
        Told{"8:13 expected a number above 0 up to 100, found 0"});
  CHECK(faults_with_line(4, "people = 20000001") ==
        Told{"4:10 expected a whole number from 1 to 20000000, found 20000001"});
}

TEST_CASE("what is no number at all is refused where one is meant") {
  CHECK(faults_with("walk_s = nan\n") ==
        Told{"8:10 expected a number from 0 to 1036800, found nan"});
  CHECK(faults_with("walk_s = inf\n") ==
        Told{"8:10 expected a number from 0 to 1036800, found inf"});
  CHECK(faults_with("walk_s = -inf\n") ==
        Told{"8:10 expected a number from 0 to 1036800, found -inf"});
}

TEST_CASE("a word outside its few is told all of them and the nearest") {
  CHECK(faults_with("layout = \"serpentin\"\n") ==
        Told{"8:10 expected 'lanes' or 'serpentine', found 'serpentin'; did you mean "
             "'serpentine'?"});
  CHECK(faults_with("layout = 3\n") == Told{"8:10 expected 'lanes' or 'serpentine', found 3"});
}

TEST_CASE("empty and endless text is refused") {
  CHECK(faults_with("zone = \"\"\n") == Told{"8:8 expected text in quotes, found an empty one"});
  CHECK(faults_with("zone = \"" + std::string(201, 'z') + "\"\n") ==
        Told{"8:8 this text is longer than 200 bytes"});
}

TEST_CASE("lists have their lengths") {
  CHECK(faults_with("gates = []\n") == Told{"8:9 expected at least 1 value in this list, found 0"});
  CHECK(faults_with("lanes_for = { general = [1, 2, 3] }\n") ==
        Told{"8:25 expected 2 values in this list, found 3"});
}

TEST_CASE("one law is told from another by its name") {
  CHECK(faults_with_line(7, "service_s = { law = \"lognorml\", mean = 3 }") ==
        Told{"7:21 expected 'constant', 'exponential', 'uniform', 'triangular', 'lognormal', "
             "'gamma', 'erlang', 'weibull', 'hyperexponential', 'lomax' or 'geometric', found "
             "'lognorml'; did you mean 'lognormal'?"});
  CHECK(
      faults_with_line(7, "service_s = { law = 3 }")[0].starts_with("7:21 expected 'constant', "));
  CHECK(faults_with_line(7, "service_s = { lwa = \"gamma\" }") ==
        Told{"7:15 unknown key 'lwa' in station.scan.service_s; did you mean 'law'?"});
  CHECK(faults_with_line(7, "service_s = { mean = 3 }") ==
        Told{"7:13 expected a table like { law = \"exponential\", mean = 6 }: with 'law', 'values' "
             "or 'csv'"});
  CHECK(faults_with_line(7, "service_s = \"6\"") ==
        Told{"7:13 expected a number from 0 up or a table like { law = \"exponential\", mean = 6 "
             "}, found text '6'"});
}

TEST_CASE("a key of another law is told to be of another") {
  CHECK(faults_with_line(7, "service_s = { law = \"exponential\", mean = 3, cv = 1 }") ==
        Told{"7:46 'cv' does not go with law = 'exponential' in station.scan.service_s"});
  CHECK(faults_with_line(5, "arrivals = { profile = \"concert\", csv = \"a.csv\" }") ==
        Told{"5:35 'csv' does not go with 'profile' in crowd.arrivals"});
}

TEST_CASE("all faults of a file are told at once, in order") {
  CHECK(faults_in("[evening]\n"
                  "start = 8\n"
                  "[crowd]\n"
                  "peple = 10\n"
                  "arrivals = { profile = \"concrt\" }\n"
                  "[station.scan]\n"
                  "service_s = -3\n"
                  "lanes = 0\n"
                  "[class.vip]\n"
                  "route = [\"scna\"]\n") ==
        Told{"2:9 expected a time of day like 18:30:00, found 8",
             "4:1 unknown key 'peple' in crowd; did you mean 'people'?",
             "5:24 expected 'concert', 'football', 'conference' or 'festival', found 'concrt'; did "
             "you mean 'concert'?",
             "7:13 expected a number from 0 up, found -3",
             "8:9 expected a whole number from 1 to 1000, found 0",
             "10:10 there is no station 'scna'; did you mean 'scan'?"});
}

TEST_CASE("more of a kind than can be told apart are refused") {
  std::string gates;
  for (int i = 0; i < 201; ++i) gates += "[gate.g" + std::to_string(i) + "]\n";
  CHECK(faults_with(gates) == Told{"208:7 201 names of a gate; at most 200 can be told apart"});
}

TEST_CASE("a format of another time is refused") {
  CHECK(faults_in("format = 2\n" + std::string(small)) == Told{"1:10 expected 1, found 2"});
}

}  // namespace
}  // namespace gateflow
