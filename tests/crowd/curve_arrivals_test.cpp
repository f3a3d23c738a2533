#include "sim/crowd/curve_arrivals.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/crowd/cohort.hpp"

using namespace gateflow;

namespace {

const std::vector<Knot> a_minute{{0s, 1}, {60s, 1}};
const Stream stream{Luck{}, 1};

}  // namespace

TEST_CASE("a Poisson process stops at its limit") {
  Table<PersonId, Time> all, some;
  const std::size_t came = add_poisson_along(a_minute, 1, 1'000'000, stream, all);
  REQUIRE(came > 20);
  CHECK(all.size() == came);
  CHECK(add_poisson_along(a_minute, 1, 20, stream, some) == 20);
  CHECK(std::ranges::equal(some, std::span(all.data(), 20)));
  CHECK(add_poisson_along(a_minute, 1, 0, stream, some) == 0);
  CHECK(some.size() == 20);
}

TEST_CASE("instants are appended to those of earlier sources") {
  Table<PersonId, Time> arrival{7h};
  add_spread_along(a_minute, 3, stream, arrival);
  CHECK(arrival.size() == 4);
  CHECK(arrival[PersonId{0}] == 7h);
  CHECK(arrival[PersonId{1}] < arrival[PersonId{2}]);
}

TEST_CASE("a column longer than a block is one column") {
  Table<PersonId, Time> arrival;
  const std::size_t people = 2 * block_size + 17;
  add_spread_along(a_minute, people, stream, arrival);
  CHECK(arrival.size() == people);
  CHECK(std::ranges::is_sorted(arrival));
  CHECK(arrival[PersonId{0}] < 1s);
  CHECK(arrival.back() > 59s);
  CHECK(arrival.back() <= 60s);
}
