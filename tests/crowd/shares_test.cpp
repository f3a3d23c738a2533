#include "sim/crowd/shares.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

TEST_CASE("shares cut the unit interval in the order given") {
  const std::vector<Shares::Choice> choices{{7, 1}, {3, 2}, {5, 1}};
  const Shares shares(choices);
  CHECK(shares(0.0) == 7);
  CHECK(shares(0.2499999999) == 7);
  CHECK(shares(0.25) == 3);
  CHECK(shares(0.7499999999) == 3);
  CHECK(shares(0.75) == 5);
  CHECK(shares(0x1.fffffffffffffp-1) == 5);
  CHECK_FALSE(shares.is_certain());
}

TEST_CASE("who has no share is never picked") {
  const std::vector<Shares::Choice> choices{{0, 0}, {1, 3}, {2, 0}};
  const Shares shares(choices);
  CHECK(shares.is_certain());
  for (const double u : {1e-300, 0.5, 0x1.fffffffffffffp-1}) CHECK(shares(u) == 1);
}

TEST_CASE("many small shares are told apart") {
  std::vector<Shares::Choice> choices;
  for (std::uint8_t i = 0; i < 200; ++i) choices.push_back({i, i % 2 == 0 ? 1.0 : 1e-3});
  const Shares shares(choices);
  double sum = 0;
  for (const auto& choice : choices) sum += choice.share;
  double below = 0;
  for (const auto& choice : choices) {
    CHECK(shares((below + choice.share / 2) / sum) == choice.which);
    below += choice.share;
  }
}
