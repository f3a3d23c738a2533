#include "sim/io/diagnostic.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

TEST_CASE("a fault reads as a compiler's, with the line and a caret") {
  CHECK(in_words({"club.toml", 3, 5, "expected a number", "x = \"six\"", "leave out the quotes"}) ==
        "club.toml:3:5: error: expected a number; leave out the quotes\n"
        "  x = \"six\"\n"
        "      ^\n");
}

TEST_CASE("the caret stands below its character after tabs and letters of more than one byte") {
  CHECK(in_words({"a.toml", 1, 4, "no", "\tЩx?", ""}) ==
        "a.toml:1:4: error: no\n"
        "  \tЩx?\n"
        "  \t  ^\n");
}

TEST_CASE("a caret may stand right after the end of its line") {
  CHECK(in_words({"a.toml", 1, 5, "no", "x =", ""}) ==
        "a.toml:1:5: error: no\n"
        "  x =\n"
        "      ^\n");
}

TEST_CASE("a fault of the file as a whole has no place") {
  CHECK(in_words({.file = "a.toml", .message = "it is not there"}) ==
        "a.toml: error: it is not there\n");
}

}  // namespace
}  // namespace gateflow
