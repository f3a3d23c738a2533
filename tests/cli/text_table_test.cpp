#include "sim/cli/text_table.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

namespace {

TextTable gates() {
  TextTable table("Gates");
  table.add("", Align::Left, 0, {"North", "Süd"});
  table.add("people", Align::Right, 0, {"1,204", "9"});
  table.add("note", Align::Left, 1, {"busy", ""});
  table.add("at", Align::Right, 2, {"19:32", "-"});
  return table;
}

}  // namespace

TEST_CASE("columns are aligned by characters") {
  CHECK(gates().text({}) ==
        "Gates  people  note     at\n"
        "North   1,204  busy  19:32\n"
        "Süd         9            -\n");
}

TEST_CASE("a table that is too wide loses the columns that are worth least") {
  Look narrow;
  narrow.width = 20;
  CHECK(gates().text(narrow) ==
        "Gates  people  note\n"
        "North   1,204  busy\n"
        "Süd         9\n");
  narrow.width = 5;
  CHECK(gates().text(narrow) ==
        "Gates  people\n"
        "North   1,204\n"
        "Süd         9\n");
}

TEST_CASE("colours do not move anything") {
  Look coloured;
  coloured.colour = true;
  CHECK(gates().text(coloured) ==
        "\x1b[1mGates  people  note     at\x1b[0m\n"
        "North   1,204  busy  19:32\n"
        "Süd         9            -\n");
}
