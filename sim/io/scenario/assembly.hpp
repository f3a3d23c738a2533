#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/io/scenario/csv_files.hpp"
#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/evening_clock.hpp"
#include "sim/io/scenario/form_reader.hpp"
#include "sim/scenario/scenario.hpp"

namespace gateflow {

/// The names of one kind of thing, in the order of their ids.
template <class Id>
class Roll {
 public:
  explicit Roll(std::string_view kind) : kind_(kind) {}

  Id add(std::string name) {
    names_.push_back(std::move(name));
    return Id{names_.size() - 1};
  }

  /// None, without a fault, where there is no such name.
  Id find(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (names_[i] == name) return Id{i};
    return Id{};
  }

  const std::string& kind() const { return kind_; }
  const std::vector<std::string>& names() const { return names_; }
  std::size_t size() const { return names_.size(); }

 private:
  std::string kind_;
  std::vector<std::string> names_;
};

/// Builds a Scenario from what a file says: looks names up, reads tables, fills in defaults.
struct Assembly {
  const ScenarioEntry& said;
  Scenario& scenario;
  Reading& reading;
  CsvFiles& csv;
  EveningClock clock;

  Roll<ZoneId> zones{"zone"};
  Roll<GateId> gates{"gate"};
  Roll<ClassId> classes{"class"};
  Roll<TouchpointId> stations{"station"};
  Roll<CaseId> cases{"case"};
  Roll<RuleId> rules{"rule"};
  Roll<TemperId> tempers{"temper"};

  /// Walk to each station, and which of them are desks.
  Table<TouchpointId, Time> walk{};
  Table<TouchpointId, char> is_desk{};

  /// Rules of classes and stations, where they have one of their own, and of the house.
  Table<ClassId, RuleId> rule_of_class{};
  Table<TouchpointId, RuleId> rule_of_station{};
  RuleId rule_of_house{};

  /// Parts of the scenario under other paths than in the file: "station.scan A" is "station.scan".
  std::map<std::string, std::string, std::less<>> aliases{};

  /// Rows and values of tables that were kept, copies included.
  std::size_t kept{};

  /// Whether there is room for so many more; the first time there is not, a fault.
  bool keep(std::size_t more, const std::string& path, Place at);

  void fault(const std::string& path, Place at, std::string message, std::string hint = {}) {
    reading.faults.add(at, std::move(message), std::move(hint));
    mark_faulty(path);
  }

  /// What follows from a fault there is not told.
  void mark_faulty(const std::string& path) { reading.faulty.insert(path); }

  /// The id of a name that was given there, or none and a fault.
  template <class Id>
  Id find(const Roll<Id>& roll, const std::string& name, Place at, const std::string& path) {
    const Id id = roll.find(name);
    if (!id)
      fault(path, at, "there is no " + roll.kind() + ' ' + in_quotes(name),
            nearest_or_all(name, roll.names()));
    return id;
  }
  template <class Id>
  Id find(const Roll<Id>& roll, const Said<std::string>& name, const std::string& path) {
    return name ? find(roll, *name, name.at, path) : Id{};
  }
};

/// What one unit of a key is in the scenario's: 60 for minutes, where the scenario has seconds.
enum class Unit : std::uint16_t { AsIs = 1, Minutes = 60, Hours = 3600 };

/// The law that is said there; where it has a fault, some law. Requires it to be said.
Distribution distribution(const Said<Law>& law, Unit unit, const std::string& path,
                          Assembly& assembly);

/// In this order; each needs what the one before it filled in.
void assemble_names(Assembly& assembly);
void assemble_venue(Assembly& assembly);
void assemble_classes(Assembly& assembly);
void assemble_sources(Assembly& assembly);
void assemble_house(Assembly& assembly);
void assemble_feelings(Assembly& assembly);
void assemble_cases(Assembly& assembly);
void assemble_season(Assembly& assembly);

/// Staffing as a table or a CSV file says it, in the order of the file.
std::vector<StaffChange> staffing(const Said<StaffEntry>& staff, const std::string& path,
                                  Assembly& assembly);

/// Arrivals of one source; none where they have a fault. `people`: for those that need a number.
std::optional<Arrivals> arrivals(const ArrivalsTable& table, Place at,
                                 std::optional<unsigned> people, const std::string& path,
                                 Assembly& assembly);

}  // namespace gateflow
