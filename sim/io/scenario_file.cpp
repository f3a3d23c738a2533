#include "sim/io/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/scenario/catalogue.hpp"
#include "sim/io/scenario/keys.hpp"
#include "sim/io/scenario/override.hpp"
#include "sim/io/scenario/toml_tree.hpp"
#include "sim/io/scenario/variants.hpp"
#include "sim/io/text_file.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

/// A scenario is a few pages of text; large tables belong into CSV files.
constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 20;

/// Paths that hold others but are no thing of their own: a fault below them makes none of the
/// others doubtful.
bool is_container(std::string_view path) {
  for (const std::string_view container :
       {"", "zone", "gate", "class", "station", "case", "rule", "temper", "scripted"})
    if (path == container) return true;
  return false;
}

/// The path without its last step; empty at the root.
std::string_view parent(std::string_view path) {
  const std::size_t end = path.find_last_of(".[");
  return path.substr(0, end == std::string_view::npos ? 0 : end);
}

/// A part of the scenario, in the file.
struct Subject {
  std::string path;
  std::string name;          ///< what the scenario calls it, where the file has another name
  std::size_t siblings = 0;  ///< parts of the scenario that come from the same place in the file
};

class Lookup {
 public:
  explicit Lookup(const Assembly& assembly) : assembly_(assembly) {
    for (const auto& [path, in_file] : assembly.aliases) ++siblings_[in_file];
  }

  /// What stands in the file for a path in the scenario.
  Subject subject(std::string_view path) const {
    Subject out{std::string(path), {}, 0};
    bool renamed = false;
    for (std::string_view start = path; !start.empty(); start = parent(start)) {
      const auto alias = assembly_.aliases.find(start);
      if (alias == assembly_.aliases.end()) continue;
      if (!renamed) out.path = alias->second + std::string(path.substr(start.size()));
      renamed = true;
      out.name = start.substr(start.find('.') + 1);
      out.siblings = siblings_.at(alias->second);
    }
    return out;
  }

  /// Of what stands there, or of the nearest thing around it.
  Place place(std::string_view path) const {
    for (; !path.empty(); path = parent(path)) {
      const auto found = assembly_.reading.places.find(path);
      if (found != assembly_.reading.places.end() && found->second) return found->second;
    }
    return {};
  }

  /// Something there, around it or below it has a fault of its own.
  bool follows_from_a_fault(std::string_view path) const {
    const auto& faulty = assembly_.reading.faulty;
    for (const char step : {'.', '['}) {
      const std::string start = std::string(path) + step;
      const auto below = faulty.lower_bound(start);
      if (below != faulty.end() && below->starts_with(start)) return true;
    }
    for (; !path.empty(); path = parent(path))
      if (!is_container(path) && faulty.contains(path)) return true;
    return false;
  }

 private:
  const Assembly& assembly_;
  std::map<std::string, std::size_t> siblings_;
};

/// One place in the file can stand for several parts of the scenario (a station at each gate):
/// where only some of these have a fault, it says which.
void add_faults_of_meaning(Assembly& assembly) {
  const Lookup lookup(assembly);
  struct Those {
    std::vector<std::string> names;
    std::size_t siblings = 0;
  };
  std::map<std::pair<std::string, std::string>, Those> found;
  for (const Fault& fault : faults_of(assembly.scenario)) {
    const Subject subject = lookup.subject(fault.where);
    if (lookup.follows_from_a_fault(subject.path)) continue;
    Those& those = found[{subject.path, fault.what}];
    those.names.push_back(subject.name);
    those.siblings = subject.siblings;
  }
  for (const auto& [fault, those] : found) {
    const auto& [path, what] = fault;
    const bool all = those.names.size() >= those.siblings;
    assembly.reading.faults.add(lookup.place(path),
                                all ? what : fmt::format("{} (at {})", what, listed(those.names)));
  }
}

/// The evening's times; a show at eight where the file's own start cannot be read.
EveningEntry times_of(const ScenarioEntry& said) {
  EveningEntry out = said.evening.value_or({});
  if (!out.start) out.start.value = 20h;
  return out;
}

Scenario frame_of(const ScenarioEntry& said, const std::string& file_name,
                  const EveningClock& clock) {
  Scenario out;
  out.name = said.name.value_or(std::filesystem::path(file_name).stem().string());
  out.about = said.about.value_or("");
  out.start = clock.instant(*said.evening->start);
  if (said.evening->until) out.until = clock.instant(*said.evening->until);
  out.seed = said.evening->seed.value_or(1);
  if (!said.goals) return out;
  if (said.goals->p95_wait_min) out.goals.p95_wait = from_seconds(*said.goals->p95_wait_min * 60);
  out.goals.in_by_start = said.goals->in_by_start_share.value;
  out.goals.density_per_m2 = said.goals->density_per_m2.value;
  return out;
}

void check_doors(Assembly& assembly) {
  const EveningEntry& evening = *assembly.said.evening;
  if (evening.doors && assembly.clock.instant(*evening.doors) >= assembly.scenario.start)
    assembly.fault("evening", evening.doors.at, "the doors have to open before the start");
}

std::optional<Scenario> scenario_of(ScenarioEntry said, const std::string& name,
                                    const std::filesystem::path& folder, Reading& reading) {
  const bool start_known = said.evening && said.evening->start;
  said.evening.value = times_of(said);
  const EveningClock clock(said.evening->doors.value, *said.evening->start);
  Scenario scenario = frame_of(said, name, clock);
  CsvFiles csv(folder, reading.faults);
  Assembly assembly{
      .said = said, .scenario = scenario, .reading = reading, .csv = csv, .clock = clock};
  check_doors(assembly);
  assemble_names(assembly);
  assemble_venue(assembly);
  assemble_classes(assembly);
  assemble_sources(assembly);
  assemble_house(assembly);
  assemble_feelings(assembly);
  assemble_cases(assembly);
  assemble_season(assembly);
  if (start_known && !reading.faulty.contains("evening")) add_faults_of_meaning(assembly);
  return scenario;
}

std::vector<std::string> names_of(const std::vector<VariantText>& variants) {
  std::vector<std::string> names;
  for (const VariantText& variant : variants) names.push_back(variant.name);
  return names;
}

/// Without a name there is nothing to lay over. None: there is no variant of that name.
std::optional<std::vector<Overlay>> overlays_of(const std::string& name,
                                                const std::vector<VariantText>& variants,
                                                FaultList& faults, std::uint32_t file) {
  if (name.empty()) return std::vector<Overlay>{};
  const auto found = std::ranges::find(variants, name, &VariantText::name);
  if (found != variants.end()) return found->overlays;
  faults.add({file, 0, 0}, "there is no variant " + in_quotes(name),
             variants.empty() ? "the file has none" : nearest_or_all(name, names_of(variants)));
  return std::nullopt;
}

std::vector<Diagnostic> told_of(const std::string& variant, std::vector<Diagnostic> faults) {
  for (Diagnostic& fault : faults)
    if (!variant.empty()) fault.message += " (in variant " + in_quotes(variant) + ')';
  return faults;
}

/// What is said beside the file: values laid over its own, and what it takes from the catalogue.
bool fill_in(Node& tree, std::vector<Overlay> overlays, const Overrides& overrides,
             FaultList& faults) {
  for (const std::string& each : overrides) {
    auto overlay = read_overlay(each, faults);
    if (!overlay) return false;
    overlays.push_back(std::move(*overlay));
  }
  const auto lay_those = [&](bool choosing) {
    return std::ranges::all_of(overlays, [&](const Overlay& each) {
      return each.chooses_from_catalogue() != choosing || lay_over(tree, each, faults);
    });
  };
  return lay_those(true) && fill_from_catalogue(tree, faults) && lay_those(false);
}

}  // namespace

ReadScenario parse_scenario(std::string_view text, const std::string& name,
                            const std::filesystem::path& folder, const Overrides& overrides,
                            const std::string& variant) {
  FaultList faults;
  const bool too_large = text.size() > most_bytes;
  const std::uint32_t file = faults.add_file(name, std::string(too_large ? "" : text));
  if (too_large) {
    faults.add({file, 0, 0}, "it is larger than 1 MiB", "large tables belong into CSV files");
    return {std::nullopt, faults.in_order()};
  }
  auto tree = parse_toml(file, faults);
  if (!tree) return {std::nullopt, faults.in_order()};

  const std::vector<VariantText> variants = take_variants(*tree, faults);
  auto overlays = overlays_of(variant, variants, faults, file);
  if (!overlays || faults.size() > 0) return {std::nullopt, faults.in_order()};
  if (!fill_in(*tree, std::move(*overlays), overrides, faults))
    return {std::nullopt, told_of(variant, faults.in_order())};

  Reading reading{faults, {}, {}, {}, {}};
  const auto said = read(Keyed<ScenarioEntry>{}, *tree, reading);
  auto scenario = scenario_of(*said, name, folder, reading);
  if (faults.size() > 0) return {std::nullopt, told_of(variant, faults.in_order())};
  return {std::move(scenario), {}, names_of(variants)};
}

ReadScenario read_scenario(const std::filesystem::path& file, const Overrides& overrides,
                           const std::string& variant) {
  TextFile found = read_text_file(file, most_bytes);
  if (!found.fault.empty()) return {std::nullopt, {{file.string(), 0, 0, found.fault, "", ""}}};
  return parse_scenario(found.text, file.string(), file.parent_path(), overrides, variant);
}

}  // namespace gateflow
