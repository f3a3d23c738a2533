#include "sim/io/wording.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("a slip of the finger leads to the nearest name") {
  const Words keys{"service_s", "staff", "lanes", "lanes_for", "zone"};
  CHECK(nearest("servce_s", keys) == "service_s");
  CHECK(nearest("lnaes", keys) == "lanes");
  CHECK(nearest("lane_for", keys) == "lanes_for");
  CHECK(nearest("Zone", keys) == "zone");
  CHECK(nearest("service-s", keys) == "service_s");
}

TEST_CASE("a word that is far from all has no nearest name") {
  CHECK(nearest("weather", Words{"lanes", "zone"}).empty());
  CHECK(nearest("a", Words{"b"}).empty());
  CHECK(nearest("", Words{"b"}).empty());
  CHECK(nearest("lanes", Words{}).empty());
}

TEST_CASE("of two names equally near the first is meant") {
  CHECK(nearest("gate", Words{"gateA", "gateB"}) == "gateA");
}

TEST_CASE("slips are counted in characters, not in bytes") {
  CHECK(nearest("Всрота", Words{"Ворота", "Касса"}) == "Ворота");
}

TEST_CASE("what has no near name is told all that there are") {
  const Words gates{"north", "south"};
  CHECK(nearest_or_all("nort", gates) == "did you mean 'north'?");
  CHECK(nearest_or_all("A", gates) == "there are 'north' and 'south'");
  CHECK(nearest_or_all("A", Words{"main"}) == "there is 'main'");
  CHECK(nearest_or_all("A", Words{}).empty());
}

TEST_CASE("long lists and long names are cut") {
  const Words many(15, "x");
  CHECK(listed(many) == "'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x' and 3 more");
  CHECK(in_quotes(std::string(61, 'y')) == "'" + std::string(60, 'y') + "...'");
  CHECK(in_quotes(std::string(60, 'y')) == "'" + std::string(60, 'y') + "'");
}

TEST_CASE("characters are counted as a reader does") {
  CHECK(characters("Всё") == 3);
  CHECK(characters("a\xFF\xC3") == 3);
  CHECK(characters("\xF0\x9F\x8E\xAB") == 1);
}

TEST_CASE("broken bytes and control characters are shown as one mark each") {
  CHECK(printable("a\x1b[31m") == "a\uFFFD[31m");
  CHECK(printable("\xFF\xFE") == "\uFFFD\uFFFD");
  CHECK(printable("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(printable("tab\tand Ворота stay") == "tab\tand Ворота stay");
}

TEST_CASE("numbers read as one would type them") {
  CHECK(number_in_words(3) == "3");
  CHECK(number_in_words(0.1) == "0.1");
  CHECK(number_in_words(1'000'000) == "1000000");
}

}  // namespace
}  // namespace gateflow
