#include "sim/io/people_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "sim/analysis/aftermath_report.hpp"
#include "sim/analysis/felt_wait.hpp"
#include "sim/io/csv_writer.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/endings.hpp"
#include "sim/trace/visits.hpp"

namespace gateflow {
namespace {

constexpr std::string_view columns =
    "person,class,gate,group,arrived,visit,station,lane,came,waited_s,called,case,blocked_s,left,"
    "visit_end,outcome,ended,in_by_start,late_s";
/// Where the scenario asks how it felt.
constexpr std::string_view columns_of_feelings = ",felt_wait_s,offended,satisfaction,value_lost";
/// And what came after it.
constexpr std::string_view column_of_aftermath = ",complaint";
/// Where it counts money.
constexpr std::string_view columns_of_money = ",brought,cost_to_serve";

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

/// What everyone makes of a recorded evening, and who complains.
struct Felt {
  Floor floor;
  Experience experience;
  Opinions opinions;
  std::vector<Complaint> complaints;  ///< by person

  Felt(const Scenario& scenario, const Crowd& crowd, const Trace& trace, Time cut)
      : floor(scenario), experience(floor, crowd), opinions(scenario, crowd, experience, cut) {
    replay(trace, experience);
    experience.close(cut);
    if (scenario.aftermath)
      complaints = AftermathReport(scenario, crowd, experience, opinions).complaints();
  }
  Felt(const Felt&) = delete;  // its parts know one another by address
  Felt& operator=(const Felt&) = delete;
  ~Felt() = default;
};

class PeopleWriter {
 public:
  /// Without `felt` nobody asks how it felt.
  PeopleWriter(const Scenario& scenario, const Crowd& crowd, const Endings& endings,
               const Felt* felt, Time cut, const Table<PersonId, PersonMoney>& money,
               WholeFile& file)
      : crowd_(crowd),
        endings_(endings),
        felt_(felt),
        tells_complaints_(scenario.aftermath.has_value()),
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
    if (felt_ != nullptr) tell_opinion(person, came);
    if (tells_complaints_) csv_.cell(complaint_of(person));
    if (!money_.empty())
      csv_.cell(fmt::format("{:.4f}", money_[person].brought))
          .cell(fmt::format("{:.4f}", money_[person].cost));
    csv_.end_row();
  }

  void tell_opinion(PersonId person, bool came) {
    if (!came) {
      csv_.cell().cell().cell().cell();
      return;
    }
    const Opinion opinion = felt_->opinions.of(person);
    csv_.seconds(opinion.felt)
        .cell(opinion.offended ? "yes" : "no")
        .cell(fmt::format("{:.4f}", opinion.satisfaction))
        .cell(fmt::format("{:.2f}", opinion.value_lost));
  }

  std::string_view complaint_of(PersonId person) const {
    const auto found = std::ranges::lower_bound(felt_->complaints, person, {}, &Complaint::person);
    if (found == felt_->complaints.end() || found->person != person) return {};
    return found->in_public ? "public" : found->turned_public ? "turned-public" : "closed";
  }

  const Crowd& crowd_;
  const Endings& endings_;
  const Felt* felt_;
  bool tells_complaints_;
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
  std::optional<Felt> felt;
  if (scenario.feelings) felt.emplace(scenario, crowd, trace, cut);

  file.write(columns);
  if (felt) file.write(columns_of_feelings);
  if (scenario.aftermath) file.write(column_of_aftermath);
  if (!money.empty()) file.write(columns_of_money);
  file.write("\n");
  PeopleWriter writer(scenario, crowd, endings, felt ? &*felt : nullptr, cut, money, file);
  for (const PersonId person : keys_of(crowd.arrival)) {
    unsigned number = 0;
    by_person.each(person, [&](const Visit& visit) { writer.row(person, ++number, visit); });
    if (number == 0) writer.row_without_visit(person);
  }
}

}  // namespace gateflow
