#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "sim/crowd/crowd.hpp"
#include "tests/crowd/people.hpp"
#include "tests/crowd/worlds.hpp"

using namespace gateflow;
using namespace gateflow::crowds;

namespace {

/// Whatever a scenario may say about its people, picked by a seed.
class Picker {
 public:
  explicit Picker(unsigned seed) : engine_(seed) {}

  Scenario scenario() {
    Scenario picked = one_gate(arrivals());
    for (unsigned more = up_to(3); more > 0; --more) add_gate(picked, name("gate"), up_to(2));
    for (unsigned more = up_to(2); more > 0; --more)
      add_touchpoint(picked, name("check"), span_s());
    for (unsigned more = up_to(3); more > 0; --more)
      vary(picked, add_class(picked, name("class"), 1));
    for (unsigned more = up_to(3); more > 0; --more) {
      const CaseId added = add_case(picked, name("case"), up_to(4) / 8.0);
      picked.cases[added].touchpoint = TouchpointId{up_to(unsigned(picked.touchpoints.size()) - 1)};
    }
    for (unsigned more = up_to(3); more > 0; --more) add_source(picked, name("source"), arrivals());
    for (Source& source : picked.sources)
      for (std::size_t id = 1; id < picked.classes.size(); ++id)
        if (up_to(1) == 1) source.classes.push_back(ClassId{id});
    if (!picked.cases.empty()) picked.scripted.push_back({CaseId{0}, {}, ByNumber{1}, {}, {}});
    return picked;
  }

 private:
  unsigned up_to(unsigned most) { return static_cast<unsigned>(engine_() % (most + 1)); }
  std::string name(std::string kind) { return kind + std::to_string(names_++); }

  Distribution span_s() {
    switch (up_to(2)) {
      case 0:
        return Constant{1.0 + up_to(20)};
      case 1:
        return Exponential{1.0 + up_to(100)};
      default:
        return Uniform{1, 2.0 + up_to(30)};
    }
  }

  void vary(Scenario& picked, ClassId id) {
    TicketClass& each = picked.classes[id];
    each.share = 0.5 + up_to(4);
    if (up_to(1) == 1) each.patience_s = span_s();
    if (up_to(1) == 1) each.baulk_at = span_s();
    if (up_to(1) == 1) each.no_show = 0.2;
    if (up_to(2) == 0) each.group_size = Uniform{0.5, 4.5};
    for (const TouchpointId touchpoint : keys_of(picked.touchpoints))
      picked.touchpoints[touchpoint].service_s[id] = span_s();
    for (GateId gate{1}; gate.index() < each.route.size(); ++gate.value)
      if (up_to(3) == 0) each.route[gate].clear();
  }

  Arrivals arrivals() {
    const auto at = [&] { return std::chrono::seconds{up_to(3600)}; };
    switch (up_to(4)) {
      case 0:
        return ArrivalCurve{{{0s, 0.1}, {600s, 0.3}, {600s, 0.0}, {900s, 0.8}}, {}};
      case 1:
        return ArrivalCurve{{{100s, 1}, {100s, 3}, {4000s, 0}}, 1 + up_to(5000)};
      case 2: {
        ArrivalCounts counts{.intervals = {}, .batch_spread_s = span_s()};
        for (unsigned more = 1 + up_to(4); more > 0; --more) {
          const auto from = at();
          counts.intervals.push_back({from, from + 1s + at(), 1 + up_to(200), up_to(3)});
        }
        return counts;
      }
      case 3: {
        ArrivalStamps stamps;
        for (unsigned more = 1 + up_to(200); more > 0; --more) stamps.at.push_back(at());
        return stamps;
      }
      default:
        return ArrivalPulses{.first = at(),
                             .last = 3600s,
                             .every = 300s,
                             .size = span_s(),
                             .delay_s = span_s(),
                             .spread_s = span_s()};
    }
  }

  std::mt19937 engine_;
  unsigned names_ = 0;
};

bool stands_behind_the_first(const Crowd& crowd, PersonId id, const Person& person) {
  const PersonId first{id.index() - person.behind_first};
  return crowd.group[first] == first && crowd.group[PersonId{id.index() - 1}] == first &&
         crowd.arrival[first] == person.arrival && crowd.class_of(first) == person.ticket_class &&
         crowd.gate_of(first) == person.gate;
}

bool has_one_case_a_touchpoint(const Scenario& scenario, const Person& person) {
  std::vector<TouchpointId> with_case;
  for (const CaseRow& row : person.cases) with_case.push_back(scenario.cases[row.kind].touchpoint);
  std::ranges::sort(with_case);
  return std::ranges::adjacent_find(with_case) == with_case.end();
}

/// What the description of a crowd promises about each of its people, and does not hold here.
std::string broken_promise(const Scenario& scenario, const Crowd& crowd, PersonId id,
                           const Person& person) {
  if (scenario.gates[person.gate].share <= 0) return "comes to a gate without tickets";
  if (scenario.classes[person.ticket_class].route[person.gate].empty()) return "has no route";
  if (person.behind_first > 0 && !stands_behind_the_first(crowd, id, person))
    return "is not with their group";
  if (!has_one_case_a_touchpoint(scenario, person)) return "has two cases at one touchpoint";
  if (!std::ranges::is_sorted(person.cases, {}, &CaseRow::kind)) return "has cases out of order";
  return {};
}

}  // namespace

TEST_CASE("whatever the scenario, its crowd is whole, in order, and drawn source by source") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const Scenario scenario = Picker(seed).scenario();
    for (const Fault& fault : faults_of(scenario)) FAIL(fault.where + ": " + fault.what);
    const Luck luck{.seed = seed, .replication = 5};
    const Crowd crowd = draw_crowd(scenario, luck);
    REQUIRE(std::ranges::is_sorted(crowd.arrival));
    const std::vector<Person> people = people_of(crowd);
    for (const PersonId id : keys_of(crowd.arrival))
      if (const auto broken = broken_promise(scenario, crowd, id, people[id.index()]);
          !broken.empty())
        FAIL("person " << id.index() << ' ' << broken);
    std::size_t rows = 0;
    for (const Person& person : people) rows += person.cases.size();
    REQUIRE(rows == crowd.cases.size());

    Scenario unscripted = scenario;
    unscripted.scripted.clear();
    std::vector<Person> one_by_one;
    for (const Source& source : scenario.sources) {
      unscripted.sources = {source};
      one_by_one = merged(one_by_one, people_of(draw_crowd(unscripted, luck)));
    }
    unscripted.sources = scenario.sources;
    REQUIRE(people_of(draw_crowd(unscripted, luck)) == one_by_one);
  }
}
