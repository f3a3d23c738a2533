#include "sim/scenario/profiles.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

constexpr Profile all[] = {Profile::Concert, Profile::Football, Profile::Conference,
                           Profile::Festival};

/// Share of the people who come between two instants.
double share(const std::vector<Knot>& knots, Time from, Time to) {
  double sum = 0;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Time begin = std::max(knots[i - 1].at, from), end = std::min(knots[i].at, to);
    if (begin < end) sum += in_seconds(end - begin) * knots[i - 1].rate;
  }
  return sum;
}

TEST_CASE("everybody comes by a profile, in order of time") {
  for (const Profile profile : all) {
    const auto knots = knots_of(profile, std::nullopt, 20h);
    CHECK(share(knots, 0h, 48h) == Approx(1));
    CHECK(std::ranges::is_sorted(knots, {}, &Knot::at));
  }
}

TEST_CASE("at stadiums and arenas 60 to 70 % come in the last 45 minutes") {
  for (const Profile profile : {Profile::Concert, Profile::Football}) {
    CHECK(share(knots_of(profile, std::nullopt, 20h), 19h + 15min, 20h) == Approx(0.65));
    CHECK(share(knots_of(profile, 17h, 20h), 19h + 15min, 20h) == Approx(0.65));
  }
}

TEST_CASE("at conferences 60 to 70 % come in the half hour after the doors") {
  CHECK(share(knots_of(Profile::Conference, 8h, 9h), 8h, 8h + 30min) == Approx(0.65));
}

TEST_CASE("at festivals a surge of 90 minutes follows the opening") {
  const auto knots = knots_of(Profile::Festival, 12h, 21h);
  CHECK(share(knots, 12h, 13h + 30min) == Approx(0.35));
  CHECK(share(knots, 19h + 30min, 21h) == Approx(0.30));
}

TEST_CASE("doors that open late press everything together") {
  const auto knots = knots_of(Profile::Concert, 19h + 45min, 20h);
  CHECK(share(knots, 0h, 48h) == Approx(1));
  CHECK(share(knots, 20h, 21h) == Approx(0.05));
  CHECK(knots.front().at == 19h + 40min);
}

TEST_CASE("nobody comes before midnight") {
  for (const Profile profile : all) {
    const auto knots = knots_of(profile, std::nullopt, 10min);
    CHECK(knots.front().at == 0h);
    CHECK(share(knots, 0h, 48h) > 0);
  }
}

}  // namespace
}  // namespace gateflow
