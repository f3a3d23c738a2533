#include "sim/crowd/purpose.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

TEST_CASE("FNV-1a gives its published values") {
  CHECK(fnv1a("") == 0x811c9dc5u);
  CHECK(fnv1a("a") == 0xe40c292cu);
  CHECK(fnv1a("foobar") == 0xbf9cf968u);
  CHECK(fnv1a("bar", fnv1a("foo")) == fnv1a("foobar"));
}

TEST_CASE("owner, purpose and object each have luck of their own") {
  const auto first = [](auto... names) { return stream_of(Luck{}, names...)(0); };
  CHECK(first("street", "service", "scan") == first("street", "service", "scan"));
  CHECK(first("street", "service", "scan") != first("street", "service", "bag-check"));
  CHECK(first("street", "service", "scan") != first("train", "service", "scan"));
  CHECK(first("street", "arrival") != first("street", "class"));
  CHECK(first("streeta", "rrival") != first("street", "arrival"));
}
