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
        copies_(stream_of(luck, cohort.source->name, "copies", what_.name)),
        in_lane_(stream_of(luck, cohort.source->name, "handling", what_.name)),
        by_supervisor_(stream_of(luck, cohort.source->name, "supervisor", what_.name)),
        at_desk_(stream_of(luck, cohort.source->name, "desk", what_.name)),
        admitted_(stream_of(luck, cohort.source->name, "admitted", what_.name)),
        admitted_by_supervisor_(
            stream_of(luck, cohort.source->name, "admitted-by-supervisor", what_.name)),
        admitted_at_desk_(stream_of(luck, cohort.source->name, "admitted-at-desk", what_.name)) {}

  const Case& what() const { return what_; }
  const Stream& happens() const { return happens_; }
  const Stream& copies() const { return copies_; }

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
  Stream happens_, copies_, in_lane_, by_supervisor_, at_desk_;
  Stream admitted_, admitted_by_supervisor_, admitted_at_desk_;
};

/// One of its classes at least comes to it, by itself or led by others.
bool may_happen(const CaseDraws& draws, const Source& source) {
  return draws.what().copied > 0 ||
         std::ranges::any_of(source.classes, [&](ClassId each) { return draws.share(each) > 0; });
}

/// Those that may happen to people of the cohort, in the scenario's order.
std::vector<CaseDraws> possible_cases(const Scenario& scenario, const Cohort& cohort, Luck luck) {
  std::vector<CaseDraws> possible;
  for (const CaseId id : keys_of(scenario.cases)) {
    const CaseDraws draws(id, scenario, cohort, luck);
    if (may_happen(draws, *cohort.source)) possible.push_back(draws);
  }
  return possible;
}

double highest_share(const CaseDraws& draws, const Source& source) {
  double highest = 0;
  for (const ClassId each : source.classes) highest = std::max(highest, draws.share(each));
  return highest;
}

/// A person, and which of the possible cases happens to them, or would, led by others.
struct Hit {
  PersonId person;
  bool copied = false;
  std::size_t which = 0;
  std::uint8_t after_examples = 0;
  auto operator<=>(const Hit&) const = default;
};

/// The hits of a block of people, by one kind of case after the other.
class Block {
 public:
  Block(const Cohort& cohort, std::size_t from, const Routes& routes, const Crowd& crowd)
      : cohort_(cohort),
        from_(from),
        people_(std::min(block_size, cohort.people - from)),
        routes_(routes),
        crowd_(crowd) {}

  void add_own(const CaseDraws& draws, std::size_t which) {
    const double highest = highest_share(draws, *cohort_.source);
    if (highest == 0) return;
    for_each_below(highest, draws, draws.happens(), [&](PersonId person, double u) {
      if (u < draws.share(crowd_.class_of(person), person.index()))
        hits_.push_back({.person = person, .which = which});
    });
  }

  /// Each example adds the share `copied` of the people to those who are led by it.
  void add_copied(const CaseDraws& draws, std::size_t which) {
    const double share = draws.what().copied;
    if (share == 0) return;
    for_each_below(share * most_examples, draws, draws.copies(), [&](PersonId person, double u) {
      hits_.push_back({.person = person,
                       .copied = true,
                       .which = which,
                       .after_examples = examples_for(u / share)});
    });
  }

  const std::vector<Hit>& in_order() {
    std::ranges::sort(hits_);
    return hits_;
  }

 private:
  static std::uint8_t examples_for(double shares) {
    return static_cast<std::uint8_t>(std::min<double>(shares + 1, most_examples));
  }

  template <class Visit>
  void for_each_below(double highest, const CaseDraws& draws, const Stream& luck, Visit visit) {
    for_each_block(luck, from_, people_, [&](std::size_t offset, auto uniforms) {
      for (std::size_t i = 0; i < uniforms.size(); ++i) {
        if (uniforms[i] >= highest) continue;  // nearly always
        const PersonId person{cohort_.first + from_ + offset + i};
        if (routes_.pass(crowd_.class_of(person), crowd_.gate_of(person), draws.what().touchpoint))
          visit(person, uniforms[i]);
      }
    });
  }

  const Cohort& cohort_;
  std::size_t from_, people_;
  const Routes& routes_;
  const Crowd& crowd_;
  std::vector<Hit> hits_;
};

/// Has the person whose rows come last a case of their own at that touchpoint?
bool has_case_at(TouchpointId touchpoint, PersonId person, const Scenario& scenario,
                 const std::vector<CaseRow>& rows) {
  for (auto row = rows.rbegin(); row != rows.rend() && row->person == person; ++row)
    if (row->after_examples == 0 && scenario.cases[row->kind].touchpoint == touchpoint) return true;
  return false;
}

void draw_cases_of(const Cohort& cohort, const Scenario& scenario, const Routes& routes,
                   Crowd& crowd) {
  const std::vector<CaseDraws> possible = possible_cases(scenario, cohort, crowd.luck);
  if (possible.empty()) return;
  for (std::size_t from = 0; from < cohort.people; from += block_size) {
    Block block(cohort, from, routes, crowd);
    for (std::size_t which = 0; which < possible.size(); ++which) {
      block.add_own(possible[which], which);
      block.add_copied(possible[which], which);
    }
    for (const Hit& hit : block.in_order()) {
      const CaseDraws& draws = possible[hit.which];
      if (has_case_at(draws.what().touchpoint, hit.person, scenario, crowd.cases)) continue;
      crowd.cases.push_back(draws.row(hit.person.index()));
      crowd.cases.back().after_examples = hit.after_examples;
    }
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
    const auto rank = [](const CaseRow& row) {
      return std::tuple{row.person, row.after_examples > 0, row.kind};
    };
    return rank(a) < rank(b);
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
