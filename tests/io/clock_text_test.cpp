#include "sim/io/clock_text.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

TEST_CASE("instants are written as times of day that go on past midnight") {
  CHECK(exact_clock(19h + 32min + 5s + Time{250'000}) == "19:32:05.250000");
  CHECK(exact_clock(0s) == "00:00:00.000000");
  CHECK(exact_clock(25h + Time{1}) == "25:00:00.000001");
  CHECK(exact_clock(horizon) == "960:00:00.000000");
  CHECK(clock_with_seconds(19h + 32min + 5s + 999ms) == "19:32:05");
}

TEST_CASE("spans are written in seconds, exactly") {
  std::string text;
  append_seconds(text, 2s + Time{5});
  CHECK(text == "2.000005");
  text.clear();
  append_seconds(text, 0s);
  CHECK(text == "0.000000");
  text.clear();
  append_seconds(text, horizon);
  CHECK(text == "3456000.000000");
}

TEST_CASE("an instant is read as it was written") {
  for (const Time at : {Time{0}, Time{1}, Time{19h + 59min + 59s + 999'999us}, Time{30h}, horizon})
    CHECK(read_exact_clock(exact_clock(at)) == at);
}

TEST_CASE("anything else is no instant") {
  for (const char* text :
       {"", "19:32", "19:32:05", "19:32:05.25", "9:32:05.250000", "19:60:05.250000",
        "19:32:61.250000", "19:32:05,250000", "19-32:05.250000", "x9:32:05.250000",
        "19:32:05.25000x", "1999:32:05.250000", " 19:32:05.250000", "19:32:05.2500000"})
    CHECK_FALSE(read_exact_clock(text));
}
