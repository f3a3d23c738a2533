#include "sim/cli/words.hpp"

#include <catch2/catch.hpp>

#include "sim/cli/progress.hpp"

using namespace gateflow;

TEST_CASE("amounts without a unit of their own") {
  CHECK(amount(0) == "0");
  CHECK(amount(1.467) == "1.47");
  CHECK(amount(4948.4) == "4,948");
  CHECK(amount(3.2e18) == "3.2e+18");
}

TEST_CASE("numbers are grouped by thousands") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(80'000) == "80,000");
  CHECK(grouped(1'234'567) == "1,234,567");
  CHECK(people(1) == "1 person");
  CHECK(people(1'204) == "1,204 people");
  CHECK(several(1, "lane") == "1 lane");
  CHECK(several(0, "lane") == "0 lanes");
}

TEST_CASE("a share is all or nothing only when it is") {
  CHECK(percent(0.982) == "98.2 %");
  CHECK(percent(1) == "100.0 %");
  CHECK(percent(0.99999) == "over 99.9 %");
  CHECK(percent(0) == "0.0 %");
  CHECK(percent(0.00001) == "under 0.1 %");
  CHECK(short_percent(0.00001) == "<0.1 %");
}

TEST_CASE("times of day are told as people tell them") {
  CHECK(clock(19h + 32min + 59s) == "19:32");
  CHECK(clock(9h + 5min) == "9:05");
  CHECK(clock(24h + 10min) == "0:10 (+1)");
}

TEST_CASE("spans are as exact as they are short") {
  CHECK(span_in_words(0s) == "0 s");
  CHECK(span_in_words(4'230ms) == "4.2 s");
  CHECK(span_in_words(9'960ms) == "10 s");
  CHECK(span_in_words(59'499ms) == "59 s");
  CHECK(span_in_words(59'500ms) == "1 min");
  CHECK(span_in_words(14min + 5s) == "14 min 5 s");
  CHECK(span_in_words(59min + 59s + 600ms) == "1 h 0 min");
  CHECK(span_in_words(65min + 31s) == "1 h 6 min");
  CHECK(short_span(4'230ms) == "4.2s");
  CHECK(short_span(14min + 5s) == "14m05s");
  CHECK(short_span(65min) == "1h05m");
}

TEST_CASE("text is broken at blanks, by characters") {
  CHECK(wrapped("one two three", 7) == "one two\nthree\n");
  CHECK(wrapped("größe größe größe", 11) == "größe größe\ngröße\n");
  CHECK(wrapped("unbreakable", 5) == "unbreakable\n");
}

TEST_CASE("a file name is one word to a shell") {
  CHECK(shell_word("scenarios/stadium.toml") == "scenarios/stadium.toml");
  CHECK(shell_word("my evening.toml") == "'my evening.toml'");
  CHECK(shell_word("it's.toml") == "'it'\\''s.toml'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("the time that is left is rounded up") {
  using seconds = std::chrono::duration<double>;
  CHECK(time_left(seconds(0.2)) == "0:01");
  CHECK(time_left(seconds(65)) == "1:05");
  CHECK(time_left(seconds(7200)) == "2:00:00");
}
