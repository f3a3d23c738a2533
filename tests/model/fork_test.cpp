#include <catch2/catch.hpp>

#include "tests/model/random_evening.hpp"
#include "tests/model/tiny.hpp"

using namespace gateflow;

namespace {

struct Record {
  std::vector<Happening> all;
  void operator()(const Happening& happening) { all.push_back(happening); }
};

}  // namespace

TEST_CASE("a copied world goes on exactly like the one it was copied from") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const tiny::World evening = random_evening(seed);
    const Floor floor(evening.scenario);
    Record whole;
    run_evening(floor, evening.crowd, whole);

    Record first, second;
    World world = empty_world(floor);
    Evening<Record> original(floor, evening.crowd, world, first);
    original.open();
    original.run_until(evening.crowd.arrival[PersonId{evening.crowd.size() / 2}]);
    World copy = world;
    second = first;
    original.run_until(std::min(evening.scenario.until, horizon));
    Evening<Record> fork(floor, evening.crowd, copy, second);
    fork.run_until(std::min(evening.scenario.until, horizon));

    CHECK(first.all == whole.all);
    CHECK(second.all == whole.all);
  }
}
