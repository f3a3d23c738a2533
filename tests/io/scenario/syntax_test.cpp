#include <catch2/catch.hpp>

#include "tests/io/scenario/reading.hpp"

namespace gateflow {
namespace {

TEST_CASE("an offence against the syntax is told with its place, and alone") {
  const Told told = faults_in("[evening]\nstart = \n[crowd]\npeople = x\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("2:9 parsing key-value pair: expected value"));
}

TEST_CASE("a key that is given twice is told at the second place") {
  const Told told = faults_in("[evening]\nstart = 20:00:00\nstart = 21:00:00\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("3:"));
  CHECK(told[0].find("start") != std::string::npos);
}

TEST_CASE("a name in other letters without quotes is told what it lacks") {
  const Told told = faults_in("[class.Гости]\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("1:8 "));
}

TEST_CASE("a byte order mark and Windows line ends change no place") {
  const std::string bom = "\xEF\xBB\xBF";
  CHECK(faults_in(bom + "ends = 1\r\n[evening]\r\nstart = 8\r\n[station.x]\r\nservice_s = 1\r\n"
                        "[crowd]\r\narrivals = 1\r\n") ==
        Told{"1:1 unknown key 'ends'", "3:9 expected a time of day like 18:30:00, found 8",
             "7:12 expected a table like { profile = \"concert\" } or a list, found 1"});
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(faults_with("[goals]\n\"цель\" = 1\n") == Told{"9:1 unknown key 'цель' in goals"});
  CHECK(faults_with_line(5, "arrivals = { name = \"Поезд\", profile = 3 }") ==
        Told{"5:40 expected 'concert', 'football', 'conference' or 'festival', found 3"});
}

TEST_CASE("text that is no UTF-8 is a fault with a place, and nothing broken is printed") {
  const ReadScenario found = parse_scenario("name = \"\xFF\"\n", "bad.toml", ".");
  REQUIRE(found.faults.size() == 1);
  CHECK(found.faults[0].line == 1);
  CHECK(found.faults[0].source_line == "name = \"\uFFFD\"");
}

TEST_CASE("keys with very many parts are refused before they are built") {
  std::string key = "a";
  for (int i = 0; i < 100'000; ++i) key += ".a";
  CHECK(faults_in(key + " = 1\n") == Told{"1:32 this key has too many parts"});
  CHECK(faults_in("\n[" + key + "]\n") == Told{"2:33 this key has too many parts"});
  CHECK(faults_in("x = { y = \"\"\"a\"\"\"\", " + key + " = 1 }")[0].find("too many parts") !=
        std::string::npos);
}

TEST_CASE("dots in text and comments are no parts of keys") {
  CHECK(faults_with("# a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v\n").empty());
  CHECK(scenario_in("about = \"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t \\\" u.v.w\"\n" +
                    std::string(small))
            .about.ends_with("u.v.w"));
  CHECK(scenario_in("about = '''\n....................'\n'''\n" + std::string(small))
            .about.starts_with("...................."));
}

TEST_CASE("values nested without end are refused") {
  CHECK(faults_in("a = " + std::string(100'000, '['))[0].find("nested") != std::string::npos);
}

TEST_CASE("a file that is too large is refused unread") {
  const std::string large(2'000'000, '#');
  const ReadScenario found = parse_scenario(large, "big.toml", ".");
  REQUIRE(found.faults.size() == 1);
  CHECK(in_words(found.faults[0]) ==
        "big.toml: error: it is larger than 1 MiB; large tables belong into CSV files\n");
}

TEST_CASE("a file that is not there, or no file, is told as such") {
  const auto only_fault = [](const char* path) {
    const ReadScenario found = read_scenario(path);
    REQUIRE(found.faults.size() == 1);
    return in_words(found.faults[0]);
  };
  CHECK(only_fault("no/such.toml") ==
        "no/such.toml: error: it cannot be read: No such file or directory\n");
  CHECK(only_fault("/") == "/: error: it is not a regular file\n");
  CHECK(only_fault("/dev/zero") == "/dev/zero: error: it is not a regular file\n");
}

}  // namespace
}  // namespace gateflow
