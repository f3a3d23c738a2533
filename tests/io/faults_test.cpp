#include "sim/io/faults.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

TEST_CASE("faults come in the order of files, lines and columns, each once") {
  FaultList faults;
  faults.add_file("a.toml", "one\ntwo\n");
  const auto csv = faults.add_file("b.csv", "x,y\n");
  faults.add({csv, 1, 3}, "in the table");
  faults.add({0, 2, 1}, "later");
  faults.add({0, 1, 2}, "second");
  faults.add({0, 1, 1}, "first");
  faults.add({0, 2, 1}, "later");
  CHECK(faults.size() == 4);
  CHECK(faults.in_order() == std::vector<Diagnostic>{{"a.toml", 1, 1, "first", "one", ""},
                                                     {"a.toml", 1, 2, "second", "one", ""},
                                                     {"a.toml", 2, 1, "later", "two", ""},
                                                     {"b.csv", 1, 3, "in the table", "x,y", ""}});
}

TEST_CASE("source lines are shown without their ends and without a byte order mark") {
  FaultList faults;
  faults.add_file("a.toml", "\xEF\xBB\xBFone\r\ntwo");
  faults.add({0, 1, 1}, "x");
  faults.add({0, 2, 1}, "y");
  faults.add({0, 3, 5}, "past the end");
  const auto told = faults.in_order();
  CHECK(told[0].source_line == "one");
  CHECK(told[1].source_line == "two");
  CHECK(told[2].source_line.empty());
  CHECK(told[2].column == 1);
}

TEST_CASE("a line that nobody could read is not shown") {
  FaultList faults;
  faults.add_file("a.toml", std::string(10'000, 'x'));
  faults.add({0, 1, 9'000}, "far out");
  CHECK(faults.in_order()[0].source_line.empty());
}

TEST_CASE("of very many faults the first are told, and how many more there are") {
  FaultList faults;
  faults.add_file("a.csv", "x\n");
  for (std::uint32_t line = 1; line <= 5'000; ++line) faults.add({0, line, 1}, "bad");
  const auto told = faults.in_order();
  REQUIRE(told.size() == 51);
  CHECK(told[49].line == 50);
  CHECK(told[50].message == "and 4950 faults more");
}

}  // namespace
}  // namespace gateflow
