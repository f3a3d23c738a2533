#include "sim/io/people_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "sim/io/csv_writer.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/endings.hpp"
#include "sim/trace/visits.hpp"

namespace gateflow {
namespace {

constexpr std::string_view columns =
    "person,class,gate,group,arrived,visit,station,lane,came,waited_s,called,case,blocked_s,left,"
    "visit_end,outcome,ended,in_by_start,late_s";
constexpr std::string_view money_columns = ",brought,cost_to_serve";

std::string_view outcome_of(const Ending& ending) {
  return ending.how == What::Arrived ? "still-waiting" : word_of(ending.how);
}

/// Names as cells, quoted once and for all.
template <class Key, class Row>
Table<Key, std::string> name_cells(const Table<Key, Row>& rows) {
  Table<Key, std::string> cells;
  for (const Row& row : rows) cells.push_back(csv_quoted(row.name));
  return cells;
}

class PeopleWriter {
 public:
  PeopleWriter(const Scenario& scenario, const Crowd& crowd, const Endings& endings, Time cut,
               const Table<PersonId, PersonMoney>& money, WholeFile& file)
      : crowd_(crowd),
        endings_(endings),
        money_(money),
        start_(scenario.start),
        cut_(cut),
        lanes_(scenario),
        classes_(name_cells(scenario.classes)),
        gates_(name_cells(scenario.gates)),
        stations_(name_cells(scenario.stations)),
        cases_(name_cells(scenario.cases)),
        csv_(file) {}

  void row(PersonId person, unsigned number, const Visit& visit) {
    begin(person);
    csv_.cell(number).cell(stations_[visit.station]);
    visit.lane ? csv_.cell(lanes_.number(visit.lane) + std::uint64_t{1}) : csv_.cell();
    csv_.clock(visit.came).seconds(visit.waited(cut_)).clock(visit.called);
    visit.kind ? csv_.cell(cases_[visit.kind]) : csv_.cell();
    csv_.seconds(visit.stood_blocked(cut_)).clock(visit.left).cell(word_of(visit.end));
    end(person);
  }

  void row_without_visit(PersonId person) {
    begin(person);
    constexpr int visit_columns = 10;
    for (int i = 0; i < visit_columns; ++i) csv_.cell();
    end(person);
  }

 private:
  void begin(PersonId person) {
    const PersonId first = crowd_.group.empty() ? person : crowd_.group[person];
    csv_.cell(person.value + std::uint64_t{1})
        .cell(classes_[crowd_.class_of(person)])
        .cell(gates_[crowd_.gate_of(person)])
        .cell(first.value + std::uint64_t{1});
    endings_[person].how == What::NeverCame ? csv_.cell() : csv_.clock(crowd_.arrival[person]);
  }

  void end(PersonId person) {
    const Ending& ending = endings_[person];
    const bool came = ending.how != What::NeverCame;
    csv_.cell(outcome_of(ending)).clock(came ? ending.at : never);
    const bool judged = start_ > Time{} && came;
    const bool admitted = ending.how == What::Admitted;
    judged ? csv_.cell(admitted && ending.at <= start_ ? "yes" : "no") : csv_.cell();
    judged&& admitted ? csv_.seconds(std::max(ending.at - start_, Time{})) : csv_.cell();
    if (!money_.empty())
      csv_.cell(fmt::format("{:.4f}", money_[person].brought))
          .cell(fmt::format("{:.4f}", money_[person].cost));
    csv_.end_row();
  }

  const Crowd& crowd_;
  const Endings& endings_;
  const Table<PersonId, PersonMoney>& money_;
  Time start_, cut_;
  Lanes lanes_;
  Table<ClassId, std::string> classes_;
  Table<GateId, std::string> gates_;
  Table<StationId, std::string> stations_;
  Table<CaseId, std::string> cases_;
  CsvWriter csv_;
};

}  // namespace

void write_people(const Scenario& scenario, const Crowd& crowd, const Trace& trace, Time cut,
                  const Table<PersonId, PersonMoney>& money, WholeFile& file) {
  Visits visits(crowd.size());
  Endings endings(crowd.size());
  Several both(visits, endings);
  replay(trace, both);
  const VisitsByPerson by_person(visits.all(), crowd.size());

  file.write(columns);
  if (!money.empty()) file.write(money_columns);
  file.write("\n");
  PeopleWriter writer(scenario, crowd, endings, cut, money, file);
  for (const PersonId person : keys_of(crowd.arrival)) {
    unsigned number = 0;
    by_person.each(person, [&](const Visit& visit) { writer.row(person, ++number, visit); });
    if (number == 0) writer.row_without_visit(person);
  }
}

}  // namespace gateflow
