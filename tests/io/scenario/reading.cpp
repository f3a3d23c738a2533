#include "tests/io/scenario/reading.hpp"

#include <catch2/catch.hpp>

namespace gateflow {
namespace {

/// CSV files of the tests lie beside them.
ReadScenario parsed(std::string_view toml) {
  return parse_scenario(toml, "test.toml", GATEFLOW_ROOT "/tests/io/scenario");
}

std::string small_with_line(std::size_t number, std::string_view line) {
  std::string out;
  std::string_view rest = small;
  for (std::size_t at = 1; !rest.empty(); ++at) {
    const std::size_t end = rest.find('\n');
    out += at == number ? line : rest.substr(0, end);
    out += '\n';
    rest.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

Told faults_in(std::string_view toml) {
  Told out;
  const ReadScenario found = parsed(toml);
  CHECK(found.scenario.has_value() == found.faults.empty());
  for (const Diagnostic& fault : found.faults) {
    std::string told;
    if (fault.file != "test.toml")
      told = std::filesystem::path(fault.file).filename().string() + ':';
    told += std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + fault.message;
    if (!fault.hint.empty()) told += "; " + fault.hint;
    out.push_back(std::move(told));
  }
  return out;
}

Told faults_with(std::string_view more) {
  return faults_in(std::string(small) + std::string(more));
}

Told faults_with_line(std::size_t number, std::string_view line) {
  return faults_in(small_with_line(number, line));
}

Scenario scenario_in(std::string_view toml) {
  const ReadScenario found = parsed(toml);
  for (const Diagnostic& fault : found.faults) UNSCOPED_INFO(in_words(fault));
  REQUIRE(found.scenario);
  return *found.scenario;
}

Scenario scenario_with(std::string_view more) {
  return scenario_in(std::string(small) + std::string(more));
}

Scenario scenario_with_line(std::size_t number, std::string_view line) {
  return scenario_in(small_with_line(number, line));
}

}  // namespace gateflow
