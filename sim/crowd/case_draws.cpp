#include "sim/crowd/case_draws.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

#include "sim/crowd/people_with_cases.hpp"
#include "sim/crowd/purpose.hpp"

namespace gateflow {
namespace {

/// All draws of one kind of case, for the people of one source.
class CaseDraws {
 public:
  CaseDraws(CaseId kind, const Scenario& scenario, const Cohort& cohort, Luck luck)
      : kind_(kind),
        what_(scenario.cases[kind]),
        people_(scenario, kind, cohort.source->name, luck),
        first_(cohort.first),
        happens_(stream_of(luck, cohort.source->name, "case", what_.name)),
        in_lane_(stream_of(luck, cohort.source->name, "handling", what_.name)),
        by_supervisor_(stream_of(luck, cohort.source->name, "supervisor", what_.name)),
        at_desk_(stream_of(luck, cohort.source->name, "desk", what_.name)),
        admitted_(stream_of(luck, cohort.source->name, "admitted", what_.name)),
        admitted_by_supervisor_(
            stream_of(luck, cohort.source->name, "admitted-by-supervisor", what_.name)),
        admitted_at_desk_(stream_of(luck, cohort.source->name, "admitted-at-desk", what_.name)) {}

  const Case& what() const { return what_; }
  const Stream& happens() const { return happens_; }

  double share(ClassId ticket_class) const {
    return what_.share.has(ticket_class) ? what_.share[ticket_class] : 0;
  }

  /// Of the people told beforehand some do not come to it.
  double share(ClassId ticket_class, std::size_t row) const {
    const double usual = share(ticket_class);
    return what_.prevented > 0 && people_.is_told(row - first_) ? usual * (1 - what_.prevented)
                                                                : usual;
  }

  CaseRow row(std::size_t row) const {
    const std::size_t ordinal = row - first_;
    const TemperId temper = people_.temper(ordinal);
    const auto span = [&](const Distribution& law, const Stream& luck) {
      return from_seconds(people_.seconds(law, luck(ordinal), temper));
    };
    return {
        .person = PersonId{row},
        .kind = kind_,
        .in_lane = span(what_.in_lane_s, in_lane_),
        .by_supervisor = span(what_.supervisor_s, by_supervisor_),
        .at_desk = span(what_.at_desk_s, at_desk_),
        .admitted = admitted_(ordinal) < what_.admitted,
        .admitted_by_supervisor = admitted_by_supervisor_(ordinal) < what_.admitted_by_supervisor,
        .admitted_at_desk = admitted_at_desk_(ordinal) < what_.admitted_at_desk,
        .told = people_.is_told(ordinal),
        .temper = temper,
        .taken_for = people_.taken_for(ordinal)};
  }

 private:
  CaseId kind_;
  const Case& what_;
  PeopleWithCases people_;
  std::size_t first_;
  Stream happens_, in_lane_, by_supervisor_, at_desk_;
  Stream admitted_, admitted_by_supervisor_, admitted_at_desk_;
};

/// Those that may happen to people of the cohort, in the scenario's order.
std::vector<CaseDraws> possible_cases(const Scenario& scenario, const Cohort& cohort, Luck luck) {
  std::vector<CaseDraws> possible;
  for (const CaseId id : keys_of(scenario.cases)) {
    const CaseDraws draws(id, scenario, cohort, luck);
    if (std::ranges::any_of(cohort.source->classes,
                            [&](ClassId each) { return draws.share(each) > 0; }))
      possible.push_back(draws);
  }
  return possible;
}

double highest_share(const CaseDraws& draws, const Source& source) {
  double highest = 0;
  for (const ClassId each : source.classes) highest = std::max(highest, draws.share(each));
  return highest;
}

/// To whom it happens, among `people` from ordinal `from` on.
template <class Visit>
void for_each_hit(const CaseDraws& draws, const Routes& routes, const Cohort& cohort,
                  std::size_t from, std::size_t people, const Crowd& crowd, Visit visit) {
  const double highest = highest_share(draws, *cohort.source);
  for_each_block(draws.happens(), from, people, [&](std::size_t offset, auto uniforms) {
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
      if (uniforms[i] >= highest) continue;  // nearly always
      const PersonId person{cohort.first + from + offset + i};
      const ClassId ticket_class = crowd.class_of(person);
      if (uniforms[i] < draws.share(ticket_class, person.index()) &&
          routes.pass(ticket_class, crowd.gate_of(person), draws.what().touchpoint))
        visit(person);
    }
  });
}

/// A person, and which of the possible cases happens to them.
struct Hit {
  PersonId person;
  std::size_t which;
  auto operator<=>(const Hit&) const = default;
};

/// Has the person whose rows come last a case at that touchpoint?
bool has_case_at(TouchpointId touchpoint, PersonId person, const Scenario& scenario,
                 const std::vector<CaseRow>& rows) {
  for (auto row = rows.rbegin(); row != rows.rend() && row->person == person; ++row)
    if (scenario.cases[row->kind].touchpoint == touchpoint) return true;
  return false;
}

void draw_cases_of(const Cohort& cohort, const Scenario& scenario, const Routes& routes,
                   Crowd& crowd) {
  const std::vector<CaseDraws> possible = possible_cases(scenario, cohort, crowd.luck);
  if (possible.empty()) return;
  std::vector<Hit> hits;
  for (std::size_t from = 0; from < cohort.people; from += block_size) {
    const std::size_t people = std::min(block_size, cohort.people - from);
    hits.clear();
    for (std::size_t which = 0; which < possible.size(); ++which)
      for_each_hit(possible[which], routes, cohort, from, people, crowd, [&](PersonId person) {
        hits.push_back({person, which});
      });
    std::ranges::sort(hits);
    for (const auto& [person, which] : hits)
      if (!has_case_at(possible[which].what().touchpoint, person, scenario, crowd.cases))
        crowd.cases.push_back(possible[which].row(person.index()));
  }
}

const Cohort& cohort_of(std::size_t row, std::span<const Cohort> cohorts) {
  const auto after = std::ranges::upper_bound(cohorts, row, {}, &Cohort::first);
  return *std::prev(after);
}

CaseRow scripted_row(const ScriptedCase& script, std::size_t row, const Scenario& scenario,
                     std::span<const Cohort> cohorts, Luck luck) {
  const CaseDraws draws(script.kind, scenario, cohort_of(row, cohorts), luck);
  CaseRow scripted = draws.row(row);
  if (script.in_lane) scripted.in_lane = *script.in_lane;
  if (script.at_desk) scripted.at_desk = *script.at_desk;
  return scripted;
}

/// Keeps the order; the new row replaces those of its person at its touchpoint.
void put_in(const CaseRow& scripted, const Scenario& scenario, std::vector<CaseRow>& rows) {
  const TouchpointId touchpoint = scenario.cases[scripted.kind].touchpoint;
  const auto begin = std::ranges::lower_bound(rows, scripted.person, {}, &CaseRow::person);
  const auto end = std::ranges::upper_bound(rows, scripted.person, {}, &CaseRow::person);
  const auto replaced = std::remove_if(begin, end, [&](const CaseRow& row) {
    return scenario.cases[row.kind].touchpoint == touchpoint;
  });
  rows.erase(replaced, end);
  const auto before = [](const CaseRow& a, const CaseRow& b) {
    return std::tie(a.person, a.kind) < std::tie(b.person, b.kind);
  };
  rows.insert(std::ranges::upper_bound(rows, scripted, before), scripted);
}

/// Requires cases by row.
void index_cases(Crowd& crowd) {
  crowd.first_case = {};
  if (crowd.cases.empty()) return;
  const auto none = static_cast<std::uint32_t>(crowd.cases.size());
  crowd.first_case = Table<PersonId, std::uint32_t>(crowd.size(), none);
  for (std::uint32_t row = none; row-- > 0;) crowd.first_case[crowd.cases[row].person] = row;
}

}  // namespace

void draw_cases(const Scenario& scenario, const Routes& routes, std::span<const Cohort> cohorts,
                Crowd& crowd) {
  for (const Cohort& cohort : cohorts) draw_cases_of(cohort, scenario, routes, crowd);
}

void add_scripted_cases(const Scenario& scenario, std::span<const Cohort> cohorts,
                        const ArrivalOrder& order, Crowd& crowd) {
  for (const ScriptedCase& script : scenario.scripted) {
    const auto* who = std::get_if<ByNumber>(&script.who);
    if (who == nullptr || who->person > crowd.size()) continue;
    const std::size_t row = order.row(PersonId{who->person - std::size_t{1}});
    put_in(scripted_row(script, row, scenario, cohorts, crowd.luck), scenario, crowd.cases);
  }
}

void order_cases(const ArrivalOrder& order, Crowd& crowd) {
  index_cases(crowd);
  if (order.is_kept() || crowd.cases.empty()) return;
  std::vector<CaseRow> ordered;
  ordered.reserve(crowd.cases.size());
  for (const PersonId person : keys_of(crowd.arrival)) {
    for (CaseRow row : crowd.cases_of(PersonId{order.row(person)})) {
      row.person = person;
      ordered.push_back(row);
    }
  }
  crowd.cases = std::move(ordered);
  index_cases(crowd);
}

}  // namespace gateflow
