#include <fmt/format.h>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

/// What is printed in tables and used in paths has to be readable there.
bool is_fair(const std::string& name) {
  constexpr std::size_t longest = 60;
  return !name.empty() && characters(name) <= longest && printable(name) == name &&
         name.find('\t') == std::string::npos && name.front() != ' ' && name.back() != ' ';
}

template <class Id, class Entry>
void enrol(Roll<Id>& roll, const Said<PerName<Entry>>& said, Assembly& assembly) {
  for (const Named<Entry>& entry : said.value_or({})) {
    if (!is_fair(entry.name))
      assembly.fault(roll.kind() + '.' + entry.name, entry.at,
                     fmt::format("the name of a {} is 1 to 60 characters that can be printed, "
                                 "without space around them",
                                 roll.kind()));
    roll.add(entry.name);
  }
}

}  // namespace

bool Assembly::keep(std::size_t more, const std::string& path, Place at) {
  constexpr std::size_t most = 50'000'000;  // about a gigabyte of rows
  const bool had_room = kept <= most;
  kept += more;
  if (kept > most && had_room)
    fault(path, at, fmt::format("more than {} rows and values in all tables together", most));
  return kept <= most;
}

void assemble_names(Assembly& assembly) {
  const ScenarioEntry& said = assembly.said;
  enrol(assembly.zones, said.zones, assembly);
  enrol(assembly.gates, said.gates, assembly);
  enrol(assembly.classes, said.classes, assembly);
  enrol(assembly.stations, said.stations, assembly);
  enrol(assembly.cases, said.cases, assembly);
  enrol(assembly.rules, said.rules, assembly);
  enrol(assembly.tempers, said.tempers, assembly);

  if (assembly.gates.size() == 0) assembly.gates.add("main");
  if (assembly.classes.size() == 0) assembly.classes.add("general");
}

}  // namespace gateflow
