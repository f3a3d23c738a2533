#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

// Arrivals, staffing and measured values from the CSV files in tests/io/scenario/tables.
namespace gateflow {
namespace {

/// The evening of these tests, with arrivals from a table.
std::string evening(const std::string& arrivals, const std::string& station = "service_s = 3") {
  return "[evening]\nstart = 12:00:00\n[crowd]\narrivals = { " + arrivals + " }\n[station.scan]\n" +
         station + "\n";
}

Arrivals arrivals_of(const std::string& arrivals) {
  return scenario_in(evening(arrivals)).sources.at(0).arrivals;
}

Told faults_of_arrivals(const std::string& arrivals) {
  return faults_in(evening(arrivals));
}

TEST_CASE(
    "counts an interval come from the columns that are named, of the rows that are asked for") {
  const auto counts = std::get<ArrivalCounts>(arrivals_of(
      "csv = \"tables/counts.csv\", where = { day = 1 }, time = \"hour\", count = \"all people\", "
      "batches = \"flights\", batch_spread_s = 60"));
  CHECK(counts.intervals == std::vector<CountedInterval>{{6h, 7h, 100, 2}, {7h, 8h, 50, 1}});
  CHECK(counts.batch_spread_s == Distribution{Constant{60}});
}

TEST_CASE("intervals last as the file says, else to the next row") {
  CHECK(std::get<ArrivalCounts>(
            arrivals_of("csv = \"tables/open_intervals.csv\", time = \"time\", count = \"people\", "
                        "interval_min = 15"))
            .intervals == std::vector<CountedInterval>{{18h, 18h + 15min, 10, 0},
                                                       {18h + 30min, 18h + 45min, 20, 0},
                                                       {20h, 20h + 15min, 5, 0}});
  CHECK(faults_of_arrivals(
            "csv = \"tables/open_intervals.csv\", time = \"time\", count = \"people\"") ==
        Told{"open_intervals.csv:4:1 nothing says how long this last interval is; give "
             "interval_min"});
}

TEST_CASE("without counts each row is one person, at that time to the microsecond") {
  CHECK(
      std::get<ArrivalStamps>(arrivals_of("csv = \"tables/stamps.csv\", time = \"arrived\"")).at ==
      std::vector<Time>{18h + 29min, 18h + 30min + 250ms, 19h});
}

TEST_CASE("plain numbers count from an origin") {
  CHECK(std::get<ArrivalStamps>(arrivals_of("csv = \"tables/stamps.csv\", time = \"second\", "
                                            "time_unit = \"s\", origin = 18:00:00"))
            .at == std::vector<Time>{18h, 18h + 12s + 500ms, 18h + 1min});
  CHECK(std::get<ArrivalStamps>(
            arrivals_of("csv = \"tables/stamps.csv\", time = \"second\", time_unit = \"min\""))
            .at == std::vector<Time>{0h, 12min + 30s, 1h});
}

TEST_CASE("dates after the first are later days") {
  CHECK(std::get<ArrivalStamps>(arrivals_of("csv = \"tables/midnight.csv\", time = \"when\"")).at ==
        std::vector<Time>{22h, 23h, 24h + 30min});
}

TEST_CASE("staffing comes from a table in the same way, and says how many lanes there are") {
  const Scenario scenario = scenario_in(evening(
      "rate_per_hour = 5, from = 11:00:00, to = 12:00:00",
      "service_s = 3\nstaff = { csv = \"tables/counts.csv\", where = { day = \"1\" }, time = "
      "\"hour\", lanes = \"booths\" }"));
  const Station& station = scenario.stations[StationId{0}];
  CHECK(station.staffing == std::vector<StaffChange>{{6h, 3}, {7h, 4}});
  CHECK(station.lanes == 4);
}

TEST_CASE("measured values make a law, whatever the marks and line ends of their file") {
  const Scenario scenario = scenario_in(
      evening("rate_per_hour = 5, from = 11:00:00, to = 12:00:00",
              "service_s = { csv = \"tables/measured.csv\", column = \"секунды\", where = { "
              "\"служба\" = \"досмотр\" } }"));
  CHECK(scenario.touchpoints[TouchpointId{0}].service_s[ClassId{0}] ==
        Distribution{Empirical{{2.5, 4}}});
}

TEST_CASE("a file that is not there is told with the nearest that is") {
  CHECK(faults_of_arrivals("csv = \"tables/count.csv\", time = \"hour\"") ==
        Told{"4:20 'tables/count.csv': it cannot be read: No such file or directory; did you mean "
             "'counts.csv'?"});
  CHECK(faults_of_arrivals("csv = \"tables\", time = \"hour\"") ==
        Told{"4:20 'tables': it is not a regular file"});
}

TEST_CASE("a column that is not there is told with the nearest that is") {
  const Told told = faults_of_arrivals(
      "csv = \"tables/counts.csv\", time = \"hours\", count = \"people\", where = { dya = 1 }");
  REQUIRE(told.size() == 3);
  CHECK(told[0].starts_with("4:48 "));
  CHECK(told[0].ends_with("counts.csv has no column 'hours'; did you mean 'hour'?"));
  CHECK(told[1].starts_with("4:65 "));
  CHECK(
      told[1].ends_with("has no column 'people'; there are 'day', 'hour', 'all people', 'flights' "
                        "and 'booths'"));
  CHECK(told[2].starts_with("4:85 "));
  CHECK(told[2].ends_with("has no column 'dya'; did you mean 'day'?"));
}

TEST_CASE("a column that is not named is missing, and no row is read") {
  CHECK(faults_of_arrivals("csv = \"tables/faulty.csv\"") ==
        Told{"4:12 'time' is missing in crowd.arrivals"});
}

TEST_CASE("a filter that lets nothing through is told with what there is") {
  const Told told = faults_of_arrivals(
      "csv = \"tables/counts.csv\", time = \"hour\", where = { day = 3, flights = 2 }");
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("4:72 no row of "));
  CHECK(told[0].ends_with("counts.csv has '3' in column 'day'; there are '1' and '2'"));
  const Told both = faults_of_arrivals(
      "csv = \"tables/counts.csv\", time = \"hour\", where = { day = 2, flights = 2 }");
  REQUIRE(both.size() == 1);
  CHECK(both[0].ends_with("counts.csv has all of these values at once"));
}

TEST_CASE("faults in a table point into it") {
  CHECK(faults_of_arrivals("csv = \"tables/faulty.csv\", time = \"hour\", count = \"people\", "
                           "interval_min = 60") ==
        Told{"faulty.csv:2:7 expected a whole number from 0 to 20000000, found 'many'",
             "faulty.csv:3:1 expected a time like 18:30, 0600 - 0700 or 2019-05-11 06:00, found "
             "'noon'",
             "faulty.csv:4:7 expected a whole number from 0 to 20000000, found an empty cell",
             "faulty.csv:5:1 this quote is never closed",
             "faulty.csv:5:1 this row has 1 cell, the header has 3"});
}

TEST_CASE("faults of staffing from a table point into it, too") {
  CHECK(faults_in(evening("rate_per_hour = 5, from = 11:00:00, to = 12:00:00",
                          "service_s = 3\nlanes = 4\nstaff = { csv = \"tables/staff.csv\", time = "
                          "\"from\", lanes = \"lanes\" }")) ==
        Told{"staff.csv:3:1 this time is not later than the one before it; after midnight is the "
             "next day only from six hours before the doors on",
             "staff.csv:3:7 9 lanes are staffed, the station has 4"});
}

TEST_CASE("keys that only counts have are refused with time stamps") {
  CHECK(faults_of_arrivals("csv = \"tables/stamps.csv\", time = \"arrived\", interval_min = 5") ==
        Told{"4:74 'interval_min' goes with 'count' only"});
}

TEST_CASE("numbers with a comma are understood where semicolons separate") {
  const Scenario scenario =
      scenario_in(evening("rate_per_hour = 5, from = 11:00:00, to = 12:00:00",
                          "service_s = { csv = \"tables/commas.csv\", column = \"s\" }"));
  CHECK(scenario.touchpoints[TouchpointId{0}].service_s[ClassId{0}] ==
        Distribution{Empirical{{1.5, 3}}});
}

TEST_CASE("measured values are numbers from 0 up") {
  CHECK(faults_in(evening("rate_per_hour = 5, from = 11:00:00, to = 12:00:00",
                          "service_s = { csv = \"tables/negative.csv\", column = \"s\" }")) ==
        Told{"negative.csv:3:3 expected a number from 0 up, found a negative one",
             "negative.csv:4:3 expected a number, found 'nan'",
             "negative.csv:5:3 expected a number, found '1e999'"});
}

}  // namespace
}  // namespace gateflow
