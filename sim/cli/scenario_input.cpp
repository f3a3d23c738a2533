#include "sim/cli/scenario_input.hpp"

#include <fmt/format.h>

#include "sim/cli/streams.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {

std::optional<Scenario> scenario_from(const std::string& file,
                                      const std::vector<std::string>& overrides,
                                      const std::string& variant, std::vector<std::string>* names) {
  ReadScenario read = read_scenario(file, overrides, variant);
  std::string text;
  for (const Diagnostic& fault : read.faults) text += in_words(fault);
  if (!read.faults.empty()) tell(fmt::format("{}{}\n", text, counted(read.faults.size(), "error")));
  if (names != nullptr) *names = std::move(read.variants);
  return std::move(read.scenario);
}

}  // namespace gateflow
