#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

/// Arrivals that are written down somewhere, and for whom.
struct Origin {
  const Said<ArrivalsEntry>& arrivals;
  std::string path;  ///< "crowd.arrivals"
  std::string name;
  std::vector<ClassId> classes;
  std::optional<unsigned> people;  ///< for those kinds that need a number
  bool people_meant = false;       ///< a number is there, with a fault of its own
  bool used = false;               ///< the number was
};

template <class Entry>
constexpr bool has_size = requires(const Entry& entry) {
  entry.people;
};

std::optional<unsigned> part(std::optional<unsigned> people, double share) {
  if (!people) return std::nullopt;
  return static_cast<unsigned>(std::floor(share * *people + 0.5));
}

/// How many come by a table of arrivals: as it says itself, or all of its origin's people.
std::optional<unsigned> people_of(const ArrivalsTable& table, Place at, Origin& origin, bool in_mix,
                                  const std::string& path, Assembly& assembly) {
  return std::visit(
      [&]<class Entry>(const Entry& entry) -> std::optional<unsigned> {
        if constexpr (!has_size<Entry>) {
          return std::nullopt;
        } else {
          if (entry.people && entry.share.said())
            assembly.fault(path, entry.share.at, "either people or share, not both");
          if (entry.people.said()) return entry.people.value;
          // A curve may be by rate alone, a profile has nothing but its shape.
          const bool number = origin.people || origin.people_meant;
          const bool by_rate = std::is_same_v<Entry, CurveEntry> && (in_mix || !number);
          if (by_rate && !entry.share.said()) return std::nullopt;
          if (in_mix && !entry.share.said()) {
            assembly.fault(path, at, "in a mix, say how many come this way: people or share");
            return std::nullopt;
          }
          if (!origin.people && !origin.people_meant)
            assembly.fault(path, entry.share.said() ? entry.share.at : at,
                           "these arrivals need a number of people", "give crowd.people");
          origin.used = true;
          return part(origin.people, entry.share.value_or(1));
        }
      },
      table);
}

Said<std::string> name_of(const ArrivalsTable& table) {
  return std::visit([](const auto& entry) { return entry.name; }, table);
}

void assemble_table(const ArrivalsTable& table, Place at, Origin& origin, bool in_mix,
                    const std::string& path, const std::string& usual_name, Assembly& assembly) {
  const auto people = people_of(table, at, origin, in_mix, path, assembly);
  auto found = arrivals(table, at, people, path, assembly);
  const Said<std::string> own = name_of(table);
  std::string name = own.value_or(usual_name);
  const auto has_name = [&](const Source& source) { return source.name == name; };
  if (std::ranges::any_of(assembly.scenario.sources, has_name))
    assembly.fault(path, own.said() ? own.at : at,
                   fmt::format("there is another source called {}", in_quotes(name)));
  if (!found) return;
  assembly.aliases["source." + name] = path;
  assembly.scenario.sources.push_back({std::move(name), std::move(*found), origin.classes});
}

void assemble_origin(Origin& origin, Assembly& assembly) {
  if (!origin.arrivals) return;
  if (const auto* table = std::get_if<ArrivalsTable>(&*origin.arrivals)) {
    assemble_table(*table, origin.arrivals.at, origin, false, origin.path, origin.name, assembly);
    return;
  }
  const auto& mix = std::get<std::vector<Said<ArrivalsTable>>>(*origin.arrivals);
  for (std::size_t i = 0; i < mix.size(); ++i)
    if (mix[i])
      assemble_table(*mix[i], mix[i].at, origin, true, fmt::format("{}[{}]", origin.path, i),
                     fmt::format("{} {}", origin.name, i + 1), assembly);
}

/// The class's part of crowd.people: what its share is of all shares of classes that have none of
/// their own.
std::vector<std::optional<unsigned>> people_by_class(const PerName<ClassEntry>& classes,
                                                     std::optional<unsigned> people) {
  double shares = 0;
  for (const auto& named : classes)
    if (named.value && !named.value->people) shares += named.value->share.value_or(1);
  std::vector<std::optional<unsigned>> out;
  for (const auto& named : classes) {
    if (named.value && named.value->people)
      out.push_back(named.value->people.value);
    else
      out.push_back(
          part(people, named.value && shares > 0 ? named.value->share.value_or(1) / shares : 0));
  }
  return out;
}

void complain_of_unused_number(Place at, const std::string& path, Assembly& assembly) {
  assembly.fault(path, at, "this number is not used: the arrivals bring their own",
                 "leave one of them out");
}

}  // namespace

void assemble_sources(Assembly& assembly) {
  static const CrowdEntry nobody;
  const CrowdEntry& crowd = assembly.said.crowd ? *assembly.said.crowd : nobody;
  static const PerName<ClassEntry> none;
  const PerName<ClassEntry>& classes = assembly.said.classes ? *assembly.said.classes : none;

  const bool people_meant =
      (crowd.people.said() && !crowd.people) || assembly.reading.meant.contains("crowd.people");
  Origin common{crowd.arrivals, "crowd.arrivals", "crowd", {}, crowd.people.value, people_meant};
  if (classes.empty()) common.classes.push_back(ClassId{0});
  bool number_used = false;
  const auto by_class = people_by_class(classes, crowd.people.value);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const Named<ClassEntry>& named = classes[i];
    const bool own = named.value && named.value->arrivals.said();
    if (!own) {
      common.classes.push_back(ClassId{i});
      if (named.value && named.value->people.said())
        assembly.fault("class." + named.name, named.value->people.at,
                       "people goes with arrivals of its own; share says which part of the crowd "
                       "it is");
      continue;
    }
    Origin origin{named.value->arrivals,
                  "class." + named.name + ".arrivals",
                  "class " + named.name,
                  {ClassId{i}},
                  by_class[i],
                  people_meant || (named.value->people.said() && !named.value->people)};
    assemble_origin(origin, assembly);
    const bool counts_itself = named.value->people.said();
    if (counts_itself && !origin.used && origin.arrivals)
      complain_of_unused_number(named.value->people.at, "class." + named.name, assembly);
    if (!counts_itself && origin.used) {
      number_used = true;
      if (common.people && by_class[i]) *common.people -= std::min(*common.people, *by_class[i]);
    }
  }

  if (common.classes.empty() && crowd.arrivals.said())
    assembly.fault("crowd", crowd.arrivals.at,
                   "nobody comes this way: every class has arrivals of its own");
  if (!common.classes.empty() && !crowd.arrivals.said() &&
      !assembly.reading.meant.contains("crowd.arrivals"))
    assembly.fault("crowd", assembly.said.crowd.said() ? assembly.said.crowd.at : Place{0, 1, 1},
                   "nothing says how people arrive", "give crowd.arrivals");
  assemble_origin(common, assembly);
  if (crowd.people.said() && crowd.arrivals && !number_used && !common.used)
    complain_of_unused_number(crowd.people.at, "crowd", assembly);
}

}  // namespace gateflow
