#include "sim/analysis/season.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "sim/analysis/seasons.hpp"
#include "sim/analysis/summarize.hpp"
#include "sim/crowd/staying_away.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/model/evening.hpp"

using namespace gateflow;

namespace {

constexpr CaseId favour{0};  ///< not within the rules
constexpr CaseId phone{1};   ///< within them

Season nothing_carried() {
  Season season;
  season.giving_in_teaches = season.refusing_teaches = season.try_again = 0;
  season.stay_away = season.come_back = season.word_of_mouth = 0;
  return season;
}

/// A scenario of a single kind in the wrong and a single one in the right, where nothing is
/// carried over.
Scenario two_kinds() {
  Scenario scenario;
  scenario.season = nothing_carried();
  Case kind;
  kind.name = "favour";
  kind.share = {0.02};
  kind.within_rules = false;
  scenario.cases.push_back(kind);
  kind.name = "phone";
  kind.share = {0.01};
  kind.within_rules = true;
  scenario.cases.push_back(kind);
  return scenario;
}

/// A hundred tickets; ten favours were asked, four of them granted.
Summary four_of_ten() {
  Summary evening;
  evening.all.outcomes.tickets = 100;
  evening.cases.push_back({.name = "favour", .arose = 10, .let_on = 4, .turned_away = 6});
  evening.cases.push_back({.name = "phone", .arose = 5, .let_on = 5});
  return evening;
}

Carried after(const Scenario& scenario, const Summary& evening) {
  return next(first_evening(scenario), scenario, evening);
}

Scenario small_season() {
  const ReadScenario read = read_scenario(GATEFLOW_ROOT "/scenarios/season-of-favours.toml",
                                          {"crowd.people=300", "station.scan.lanes=1"});
  REQUIRE(read.scenario);
  return *read.scenario;
}

}  // namespace

TEST_CASE("with all coefficients at 0 every evening has the scenario's own shares") {
  const Scenario scenario = two_kinds();
  Summary evening = four_of_ten();
  evening.cases[1].turned_away = 5;
  evening.all.outcomes.gave_up = 50;
  const Carried carried = after(scenario, evening);
  CHECK(carried == first_evening(scenario));
  CHECK(with(scenario, carried) == scenario);

  Scenario whole = small_season();
  whole.season = nothing_carried();
  const auto seasons = seasons_of(whole, {.evenings = 4});
  for (const SeasonEvening& each : seasons.front()) CHECK(with(whole, each.carried) == whole);
}

TEST_CASE("what is granted is asked for by more people") {
  Scenario scenario = two_kinds();
  scenario.season.giving_in_teaches = 0.5;
  const Carried carried = after(scenario, four_of_ten());
  CHECK(carried.learned[favour] == Approx(1.2));  // 1 + 0.5 * 4/10
  CHECK(carried.learned[phone] == 1);
  CHECK(with(scenario, carried).cases[favour].share[ClassId{0}] == Approx(0.024));
  CHECK(with(scenario, carried).cases[phone].share[ClassId{0}] == 0.01);
}

TEST_CASE("what is refused is asked for by fewer, more so where the rules were told") {
  Scenario scenario = two_kinds();
  scenario.season.refusing_teaches = 0.5;
  scenario.season.told_factor = 3;
  CHECK(after(scenario, four_of_ten()).learned[favour] == Approx(0.7));  // 1 - 0.5 * 6/10
  scenario.house.told = 0.5;                                             // twice as much
  CHECK(after(scenario, four_of_ten()).learned[favour] == Approx(0.4));
  scenario.house.told = 1;  // 1 - 0.9, and no less than the floor
  CHECK(after(scenario, four_of_ten()).learned[favour] == 0.2);
}

TEST_CASE("some of those who were refused try again, once") {
  Scenario scenario = two_kinds();
  scenario.season.try_again = 0.5;
  const Carried carried = after(scenario, four_of_ten());
  CHECK(carried.learned[favour] == 1);
  CHECK(carried.again[favour] == Approx(0.3));  // half of the six for every ten
  CHECK(with(scenario, carried).cases[favour].share[ClassId{0}] == Approx(0.026));
  Summary quiet = four_of_ten();
  quiet.cases[0] = {.name = "favour"};
  CHECK(next(carried, scenario, quiet).again[favour] == 0);
}

TEST_CASE("a favour to somebody with a right is one that was granted, not the way in") {
  Scenario scenario = two_kinds();
  scenario.season.giving_in_teaches = 1;
  scenario.cases[phone].favour = true;
  Summary evening = four_of_ten();
  CHECK(after(scenario, evening).learned[phone] == 1);
  evening.cases[1].granted = 2;
  CHECK(after(scenario, evening).learned[phone] == Approx(1.4));
  scenario.cases[favour].favour = false;
  CHECK(after(scenario, evening).learned[favour] == 1);
}

TEST_CASE("those in the right who were turned away stay away, and some come back") {
  Scenario scenario = two_kinds();
  scenario.season.stay_away = 0.5;
  Summary evening = four_of_ten();
  CHECK(after(scenario, evening).away == 0);
  evening.cases[1] = {.name = "phone", .arose = 5, .let_on = 1, .turned_away = 4};
  evening.all.outcomes.gave_up = 6;  // in line
  Carried carried = after(scenario, evening);
  CHECK(carried.away == Approx(0.05));  // half of ten in a hundred

  scenario.season.word_of_mouth = 2;
  CHECK(after(scenario, evening).away == Approx(0.15));
  scenario.season.stay_away = 0;
  scenario.season.come_back = 0.2;
  CHECK(next(carried, scenario, evening).away == Approx(0.04));
}

TEST_CASE("those in the wrong who give up at the desk do not count as wronged") {
  Summary evening = four_of_ten();
  evening.cases[0] = {.name = "favour", .arose = 10, .let_on = 4, .gave_up = 6};
  evening.all.outcomes.gave_up = 7;
  CHECK(wronged_in(two_kinds(), evening) == 1);
  CHECK(favours_of(two_kinds(), evening) == Favours{10, 4, 6});
}

TEST_CASE("shares and tickets stay within their bounds, whatever an evening was like") {
  std::mt19937_64 luck(7);
  const auto up_to = [&](double most) {
    return std::uniform_real_distribution<double>(0, most)(luck);
  };
  const auto people = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(luck);
  };
  for (int round = 0; round < 2000; ++round) {
    Scenario scenario = two_kinds();
    scenario.cases[favour].share = {up_to(1)};
    scenario.house.told = up_to(1);
    scenario.season = {.giving_in_teaches = up_to(10),
                       .refusing_teaches = up_to(10),
                       .told_factor = up_to(100),
                       .try_again = up_to(1),
                       .stay_away = up_to(1),
                       .come_back = up_to(1),
                       .word_of_mouth = up_to(1000),
                       .least_factor = up_to(1),
                       .most_factor = 1 + up_to(20)};
    Carried carried = first_evening(scenario);
    for (int e = 0; e < 20; ++e) {
      Summary evening = four_of_ten();
      evening.cases[0].let_on = people(20);
      evening.cases[0].turned_away = people(20);
      evening.cases[1].turned_away = people(50);
      evening.all.outcomes.gave_up = people(50);
      carried = next(carried, scenario, evening);
      const double factor = carried.learned[favour] + carried.again[favour];
      CHECK(carried.learned[favour] >= scenario.season.least_factor);
      CHECK(factor <= scenario.season.most_factor * (1 + 1e-12));
      CHECK((carried.again[favour] >= 0 && carried.away >= 0 && carried.away <= 1));
      const double share = with(scenario, carried).cases[favour].share[ClassId{0}];
      CHECK((share >= 0 && share <= 1));
    }
  }
}

TEST_CASE("who stays away does so whole group by group, and nobody else's luck shifts") {
  Scenario scenario = small_season();
  scenario.classes[ClassId{0}].group_size = Geometric{2.5};
  const Crowd all = draw_crowd(scenario, {5, 2});
  CHECK(without_those_who_stay_away(all, 0) == all);
  CHECK(without_those_who_stay_away(all, 1).size() == 0);
  const Crowd some = without_those_who_stay_away(all, 0.3);
  CHECK(some.size() < all.size() * 85 / 100);
  CHECK(some.size() > all.size() * 55 / 100);
  // Who comes at 0.3 comes at 0.1 as well, as the same person.
  const Crowd more = without_those_who_stay_away(all, 0.1);
  PersonId among_more{0};
  for (const PersonId person : keys_of(some.arrival)) {
    while (more.arrival[among_more] != some.arrival[person] ||
           more.effort[TouchpointId{0}][among_more] != some.effort[TouchpointId{0}][person]) {
      ++among_more.value;
      REQUIRE(among_more.index() < more.size());
    }
    ++among_more.value;
  }
}

TEST_CASE("a season is the same with any number of threads, and as far as it goes") {
  const Scenario scenario = small_season();
  const auto one = seasons_of(scenario, {.seed = 3, .replications = 5, .evenings = 6});
  REQUIRE(one.size() == 5);
  CHECK(seasons_of(scenario, {.seed = 3, .replications = 5, .evenings = 6, .threads = 3}) == one);
  auto shorter = seasons_of(scenario, {.seed = 3, .first = 2, .evenings = 4}).front();
  CHECK(std::equal(shorter.begin(), shorter.end(), one[2].begin()));
}

TEST_CASE("the first evening of a season is that of the scenario, the next ones have other luck") {
  const Scenario scenario = small_season();
  const SeasonRun season = seasons_of(scenario, {.seed = 3, .first = 1, .evenings = 3}).front();
  const Floor floor(scenario);
  const Crowd crowd = draw_crowd(scenario, {3, 1});
  Tally tally(floor, crowd);
  run_evening(floor, crowd, tally);
  Summary alone = summarize(floor, crowd, std::move(tally));
  alone.curves = {};
  CHECK(season[0].summary == alone);
  CHECK(season[1].summary.luck == Luck{3, 100'001});
  CHECK(season[1].summary.all.waits != season[2].summary.all.waits);
}

TEST_CASE("a season that is stopped keeps the replications that are finished") {
  const Scenario scenario = small_season();
  int evenings = 0;
  const auto kept = seasons_of(scenario, {.replications = 4, .evenings = 3},
                               [&](double) { return ++evenings < 7; });
  CHECK(kept.size() == 2);
}

TEST_CASE("the figures of a season are means over its replications, and paired changes") {
  const Scenario scenario = small_season();
  const auto seasons = seasons_of(scenario, {.replications = 3, .evenings = 2});
  for (const SeasonFigure& figure : season_figures(scenario, seasons)) {
    if (figure.figure.key != "favours_asked") continue;
    REQUIRE(figure.by_evening.size() == 2);
    CHECK(figure.by_evening[0].n == 3);
    const double sum = figure.values[0][0] + figure.values[0][1] + figure.values[0][2];
    CHECK(figure.by_evening[0].mean == Approx(sum / 3));
    CHECK(figure.change.mean == Approx(figure.by_evening[1].mean - figure.by_evening[0].mean));
    CHECK(figure.change.half_width);
  }
}
