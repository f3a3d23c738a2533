#include "sim/io/scenario/time_cell.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

TimeCell at(Time from) {
  return {from, std::nullopt, std::nullopt};
}
TimeCell between(Time from, Time to) {
  return {from, to, std::nullopt};
}

TEST_CASE("a cell can hold a time of day in the ways that people write it") {
  CHECK(read_time_cell("06:00") == at(6h));
  CHECK(read_time_cell("6:05") == at(6h + 5min));
  CHECK(read_time_cell("0630") == at(6h + 30min));
  CHECK(read_time_cell("7") == at(7h));
  CHECK(read_time_cell(" 18:30:05 ") == at(18h + 30min + 5s));
  CHECK(read_time_cell("18:30:05.25") == at(18h + 30min + 5s + 250ms));
  CHECK(read_time_cell("18:30:05.1234567") == at(18h + 30min + 5s + 123456us));
  CHECK(read_time_cell("6:30 pm") == at(18h + 30min));
  CHECK(read_time_cell("12:15 AM") == at(15min));
  CHECK(read_time_cell("12 pm") == at(12h));
  CHECK(read_time_cell("24:00") == at(24h));
}

TEST_CASE("a cell can hold an interval") {
  CHECK(read_time_cell("0600 - 0700") == between(6h, 7h));
  CHECK(read_time_cell("6:00-7:00") == between(6h, 7h));
  CHECK(read_time_cell("06:00 – 06:15") == between(6h, 6h + 15min));
  CHECK(read_time_cell("2300 - 2400") == between(23h, 24h));
  CHECK(read_time_cell("6 to 7") == between(6h, 7h));
}

TEST_CASE("a date goes before the time") {
  CHECK(read_time_cell("1970-01-02 06:00") == TimeCell{6h, std::nullopt, 1});
  CHECK(read_time_cell("2019-05-11T06:00") == TimeCell{6h, std::nullopt, 18027});
  CHECK(read_time_cell("2019-05-11 06:00 - 07:00") == TimeCell{6h, 7h, 18027});
}

TEST_CASE("what is no time is none") {
  for (const char* cell : {"", " ", "noon", "25:00", "6:60", "6:5", "630", "24:01", "06:00 -",
                           "6:00x", "13 pm", "0 am", "2019-05-11", "2019-02-30 06:00", "19:00:61",
                           "-6:00", "99999999999999999999", "6:00-7:00-8:00"})
    CHECK_FALSE(read_time_cell(cell));
}

}  // namespace
}  // namespace gateflow
