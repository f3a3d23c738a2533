#include "sim/io/csv.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

using Row = std::vector<std::string>;

/// A file read to its end.
struct Csv {
  FaultList list;
  Row header;
  std::vector<Row> rows;
  std::vector<Place> first_cells;

  explicit Csv(std::string text) {
    CsvReader reader(list.add_file("t.csv", std::move(text)), list);
    for (const CsvCell& cell : reader.header()) header.push_back(cell.text);
    CsvRow row;
    while (reader.next(row)) {
      rows.emplace_back();
      for (const CsvCell& cell : row) rows.back().push_back(cell.text);
      first_cells.push_back(row[0].at);
    }
  }

  std::vector<std::string> faults() const {
    std::vector<std::string> out;
    for (const Diagnostic& fault : list.in_order())
      out.push_back(std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' +
                    fault.message);
    return out;
  }
};

TEST_CASE("cells are what stands between commas, without the space around it") {
  const Csv csv("hour,people\n0600 - 0700, 319\n\n0700 - 0800,460");
  CHECK(csv.header == Row{"hour", "people"});
  CHECK(csv.rows == std::vector<Row>{{"0600 - 0700", "319"}, {"0700 - 0800", "460"}});
  CHECK(csv.first_cells == std::vector<Place>{{0, 2, 1}, {0, 4, 1}});
  CHECK(csv.faults().empty());
}

TEST_CASE("a quoted cell holds commas, quotes and line ends") {
  const Csv csv("a,b\n\"1,5\",\"he said \"\"no\"\"\"\n\"two\nlines\",x\n");
  CHECK(csv.rows == std::vector<Row>{{"1,5", "he said \"no\""}, {"two\nlines", "x"}});
}

TEST_CASE("a byte order mark and Windows line ends are no part of the cells") {
  const Csv csv("\xEF\xBB\xBFгород,b\r\nx,y\r\n");
  CHECK(csv.header == Row{"город", "b"});
  CHECK(csv.rows == std::vector<Row>{{"x", "y"}});
}

TEST_CASE("semicolons and tabs separate where the header has them") {
  CHECK(Csv("a;b\n1,5;2\n").rows == std::vector<Row>{{"1,5", "2"}});
  CHECK(Csv("a\tb\n1,5\t2\n").rows == std::vector<Row>{{"1,5", "2"}});
}

TEST_CASE("empty cells are cells") {
  CHECK(Csv("a,b,c\n,,\n1,,3\n").rows == std::vector<Row>{{"", "", ""}, {"1", "", "3"}});
}

TEST_CASE("a row of another length is a fault, and the rows after it are read") {
  const Csv csv("a,b\n1\n2,3\n4,5,6\n");
  CHECK(csv.rows == std::vector<Row>{{"2", "3"}});
  CHECK(csv.faults() == Row{"2:1 this row has 1 cell, the header has 2",
                            "4:1 this row has 3 cells, the header has 2"});
}

TEST_CASE("a quote that is never closed is told where it opens") {
  CHECK(Csv("a,b\nЖж,\"x\ny\n").faults() == Row{"2:4 this quote is never closed"});
}

TEST_CASE("text after a closing quote is told where it begins") {
  CHECK(Csv("a,b\n\"x\"y,1\n").faults() ==
        Row{"2:4 a quoted cell goes on after its closing quote"});
}

TEST_CASE("a file without a header row is a fault") {
  CHECK(Csv("").faults() == Row{"1:1 this file has no header row"});
  CHECK(Csv("\n\r\n").faults() == Row{"1:1 this file has no header row"});
}

TEST_CASE("rows without end are not kept") {
  const Csv csv(std::string(100'000, ','));
  CHECK(csv.header.size() == 1000);
  CHECK(csv.faults() == Row{"1:1000 more than 1000 columns"});
}

}  // namespace
}  // namespace gateflow
