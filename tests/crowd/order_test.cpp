#include "sim/crowd/order.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

using namespace gateflow;

namespace {

std::vector<std::size_t> rows_of(const Table<PersonId, Time>& arrival) {
  const ArrivalOrder order(arrival);
  std::vector<std::size_t> rows;
  for (const PersonId person : keys_of(arrival)) rows.push_back(order.row(person));
  return rows;
}

using Rows = std::vector<std::size_t>;

}  // namespace

TEST_CASE("who comes in order already stays") {
  CHECK(ArrivalOrder(Table<PersonId, Time>{}).is_kept());
  CHECK(ArrivalOrder({1s, 1s, 2s}).is_kept());
  CHECK(rows_of({1s, 1s, 2s}) == Rows{0, 1, 2});
}

TEST_CASE("others are put in order of arrival, and of rows at one instant") {
  CHECK(rows_of({2s, 1s, 2s, 1s}) == Rows{1, 3, 0, 2});
  CHECK(rows_of({288h, 0s, 288h - Time{1}, Time{1}}) == Rows{1, 3, 2, 0});
}

TEST_CASE("large crowds are put in order as a stable sort would") {
  std::mt19937 random(1);
  for (const unsigned span : {1u, 3u, 1000u, 4'000'000'000u}) {
    Table<PersonId, Time> arrival;
    for (int i = 0; i < 5000; ++i) arrival.push_back(Time{1'000'000 + random() % span});
    arrival.push_back(Time{0});
    Rows rows(arrival.size());
    std::iota(rows.begin(), rows.end(), 0u);
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return arrival[PersonId{row}]; });
    CHECK(rows_of(arrival) == rows);
  }
}

TEST_CASE("a column follows, and an empty one stays empty") {
  const ArrivalOrder order({3s, 1s, 2s});
  Table<PersonId, int> column{30, 10, 20}, none;
  order.apply(column);
  order.apply(none);
  CHECK(column == Table<PersonId, int>{10, 20, 30});
  CHECK(none.empty());
}
