#include "sim/analysis/season.hpp"

#include <algorithm>

#include "sim/crowd/staying_away.hpp"

namespace gateflow {
namespace {

double part_of_whole(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// How much refusing teaches where that share of the people was told the rules.
double lesson_of_refusing(const Season& season, double told) {
  return season.refusing_teaches * (1 + told * (season.told_factor - 1));
}

void learn(CaseId id, const Scenario& scenario, const CaseFigures& figures, Carried& carried) {
  const Season& season = scenario.season;
  const Favours favours = favours_of(scenario.cases[id], figures);
  double& learned = carried.learned[id];
  double& again = carried.again[id];
  const std::size_t ended = favours.got + favours.refused;
  if (ended == 0) {
    again = 0;
    return;
  }
  const double got = part_of_whole(favours.got, ended);
  const double refused = part_of_whole(favours.refused, ended);
  const double now = learned + again;
  const double step = 1 + season.giving_in_teaches * got -
                      lesson_of_refusing(season, scenario.house.told) * refused;
  learned = std::clamp(learned * step, season.least_factor, season.most_factor);
  again = std::min(season.try_again * refused * now, season.most_factor - learned);
}

}  // namespace

Carried first_evening(const Scenario& scenario) {
  return {.learned = Table<CaseId, double>(scenario.cases.size(), 1.0),
          .again = Table<CaseId, double>(scenario.cases.size(), 0.0)};
}

Carried next(const Carried& carried, const Scenario& scenario, const Summary& evening) {
  Carried out = carried;
  for (const CaseId id : keys_of(scenario.cases))
    if (scenario.cases[id].asks_a_favour()) learn(id, scenario, evening.cases[id.index()], out);

  const Season& season = scenario.season;
  const double wronged = part_of_whole(wronged_in(scenario, evening), evening.all.outcomes.tickets);
  const double lost = std::min(1.0, wronged * season.stay_away * (1 + season.word_of_mouth));
  out.away = carried.away * (1 - season.come_back) + (1 - carried.away) * lost;
  out.away = std::clamp(out.away, 0.0, 1.0);
  return out;
}

Scenario with(const Scenario& scenario, const Carried& carried) {
  Scenario out = scenario;
  for (const CaseId id : keys_of(out.cases)) {
    const double factor = carried.learned[id] + carried.again[id];
    if (factor == 1) continue;
    for (double& share : out.cases[id].share) share = std::min(1.0, share * factor);
  }
  return out;
}

Crowd crowd_of(const Scenario& evening, const Carried& carried, Luck luck) {
  return without_those_who_stay_away(draw_crowd(evening, luck), carried.away);
}

Favours favours_of(const Case& kind, const CaseFigures& figures) {
  if (!kind.asks_a_favour()) return {};
  const std::size_t ended = figures.let_on + figures.turned_away + figures.gave_up;
  const std::size_t got = std::min(ended, kind.within_rules ? figures.granted : figures.let_on);
  return {figures.arose, got, ended - got};
}

Favours favours_of(const Scenario& scenario, const Summary& evening) {
  Favours sum;
  for (const CaseId id : keys_of(scenario.cases)) {
    const Favours own = favours_of(scenario.cases[id], evening.cases[id.index()]);
    sum.asked += own.asked;
    sum.got += own.got;
    sum.refused += own.refused;
  }
  return sum;
}

std::size_t wronged_in(const Scenario& scenario, const Summary& evening) {
  std::size_t in_the_wrong = 0, turned_away = 0;
  for (const CaseId id : keys_of(scenario.cases)) {
    const CaseFigures& figures = evening.cases[id.index()];
    if (scenario.cases[id].within_rules)
      turned_away += figures.turned_away;
    else
      in_the_wrong += figures.gave_up;
  }
  return turned_away + evening.all.outcomes.gave_up - in_the_wrong;
}

std::vector<Figure> season_figures(const Scenario& scenario, const SeasonEvening& evening) {
  const Summary& summary = evening.summary;
  const Outcomes& outcomes = summary.all.outcomes;
  std::vector<Figure> figures;
  const auto add = [&](std::string_view key, Unit unit, std::optional<double> value) {
    figures.push_back({"season", {}, key, unit, value});
  };
  const auto count = [&](std::string_view key, std::size_t people) {
    add(key, Unit::Count, static_cast<double>(people));
  };
  const Favours favours = favours_of(scenario, summary);
  count("tickets", outcomes.tickets);
  count("came", outcomes.came());
  count("admitted", outcomes.admitted);
  add("away_share", Unit::Share, evening.carried.away);
  count("favours_asked", favours.asked);
  count("favours_granted", favours.got);
  count("favours_refused", favours.refused);
  count("wronged", wronged_in(scenario, summary));
  count("gave_up", outcomes.gave_up);
  const auto seconds = [](Time span) { return static_cast<double>(span.count()) / 1e6; };
  add("wait_mean_s", Unit::Seconds, seconds(summary.all.waits.mean));
  add("wait_p95_s", Unit::Seconds, seconds(summary.all.waits.p95));
  if (summary.all.punctuality)
    add("in_by_start_share", Unit::Share,
        outcomes.came() == 0
            ? std::nullopt
            : std::optional(part_of_whole(summary.all.punctuality->in_by_start, outcomes.came())));
  if (summary.money) {
    add("brought", Unit::Money, summary.money->brought());
    add("costs", Unit::Money, summary.money->costs());
    add("result", Unit::Money, summary.money->result());
  }
  for (const CaseId id : keys_of(scenario.cases)) {
    if (!scenario.cases[id].asks_a_favour()) continue;
    const Favours own = favours_of(scenario.cases[id], summary.cases[id.index()]);
    const auto of_kind = [&](std::string_view key, Unit unit, double value) {
      figures.push_back({"kinds", scenario.cases[id].name, key, unit, value});
    };
    of_kind("factor", Unit::Factor, evening.carried.learned[id] + evening.carried.again[id]);
    of_kind("asked", Unit::Count, static_cast<double>(own.asked));
    of_kind("granted", Unit::Count, static_cast<double>(own.got));
    of_kind("refused", Unit::Count, static_cast<double>(own.refused));
  }
  return figures;
}

std::vector<SeasonFigure> season_figures(const Scenario& scenario,
                                         const std::vector<SeasonRun>& seasons) {
  const std::size_t evenings = seasons.front().size();
  std::vector<SeasonFigure> out;
  std::vector<std::vector<double>> changes;
  for (const SeasonRun& season : seasons) {
    std::vector<std::optional<double>> first;
    for (std::size_t e = 0; e < evenings; ++e) {
      const std::vector<Figure> figures = season_figures(scenario, season[e]);
      for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = figures[i];
        if (i == out.size()) {
          SeasonFigure& fresh = out.emplace_back();
          fresh.figure = figure;
          fresh.figure.value.reset();
          fresh.values.resize(evenings);
          changes.emplace_back();
        }
        if (figure.value) out[i].values[e].push_back(*figure.value);
        if (e == 0) first.push_back(figure.value);
        if (e + 1 == evenings && figure.value && first[i])
          changes[i].push_back(*figure.value - *first[i]);
      }
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const std::vector<double>& values : out[i].values)
      out[i].by_evening.push_back(estimate(values));
    out[i].change = estimate(changes[i]);
  }
  return out;
}

}  // namespace gateflow
