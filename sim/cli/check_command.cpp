#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "sim/cli/commands.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/words.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/wording.hpp"
#include "sim/scenario/lanes.hpp"

namespace gateflow {
namespace {

using Json = nlohmann::ordered_json;

struct Sizes {
  std::size_t people = 0, lanes = 0;
};

/// People as drawn with the scenario's seed.
Sizes sizes_of(const Scenario& scenario) {
  return {draw_crowd(scenario, {scenario.seed, 0}).size(), Lanes(scenario).size()};
}

/// Neither by chance, nor scripted, nor copied from others.
bool never_happens(const Scenario& scenario, CaseId id) {
  const Case& kind = scenario.cases[id];
  return kind.copied == 0 &&
         std::ranges::all_of(kind.share, [](double share) { return share == 0; }) &&
         std::ranges::find(scenario.scripted, id, &ScriptedCase::kind) == scenario.scripted.end();
}

std::string notes_on(const Scenario& scenario) {
  std::string text;
  for (const CaseId id : keys_of(scenario.cases))
    if (never_happens(scenario, id))
      text += fmt::format(
          "  case {} never happens: its share is 0 and nothing scripts it; `like` takes what it "
          "does "
          "not say from the catalogue\n",
          scenario.cases[id].name);
  return text;
}

void tell_text(const std::string& file, const ReadScenario& read) {
  if (read.scenario) {
    const Sizes sizes = sizes_of(*read.scenario);
    return print(fmt::format("{}: fine, {}, {}\n{}", file, people(sizes.people),
                             several(sizes.lanes, "lane"), notes_on(*read.scenario)));
  }
  for (const Diagnostic& fault : read.faults) tell(in_words(fault));
}

Json fault_json(const Diagnostic& fault) {
  Json json{{"file", fault.file}};
  json["line"] = fault.line > 0 ? Json(fault.line) : Json();
  json["column"] = fault.line > 0 ? Json(fault.column) : Json();
  json["message"] = fault.message;
  json["hint"] = fault.hint.empty() ? Json() : Json(fault.hint);
  return json;
}

Json file_json(const std::string& file, const ReadScenario& read) {
  Json json{{"file", file}, {"fine", read.scenario.has_value()}};
  if (read.scenario) {
    const Sizes sizes = sizes_of(*read.scenario);
    json["people"] = sizes.people;
    json["lanes"] = sizes.lanes;
  }
  json["errors"] = Json::array();
  for (const Diagnostic& fault : read.faults) json["errors"].push_back(fault_json(fault));
  return json;
}

/// The file, and, where it is fine, the faults of each of its variants.
ReadScenario read_with_variants(const std::string& file) {
  ReadScenario read = read_scenario(file);
  for (const std::string& name : read.variants)
    for (Diagnostic& fault : read_scenario(file, {}, name).faults)
      read.faults.push_back(std::move(fault));
  if (!read.faults.empty()) read.scenario.reset();
  return read;
}

}  // namespace

ExitCode check_command(const Arguments& arguments) {
  const bool as_json = arguments.has("json");
  Json files = Json::array();
  std::size_t faults = 0;
  for (const std::string& file : arguments.operands()) {
    const ReadScenario read = read_with_variants(file);
    faults += read.faults.size();
    if (as_json)
      files.push_back(file_json(file, read));
    else
      tell_text(file, read);
  }
  if (as_json)
    print(Json{{"schema_version", 1}, {"files", files}}.dump(2, ' ', false,
                                                             Json::error_handler_t::replace) +
          '\n');
  if (faults == 0) return ExitCode::Done;
  if (!as_json) tell(counted(faults, "error") + '\n');
  return ExitCode::InvalidInput;
}

}  // namespace gateflow
