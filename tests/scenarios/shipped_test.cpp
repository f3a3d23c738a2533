#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/crowd/crowd.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/signature.hpp"
#include "tests/cli/program.hpp"

using namespace gateflow;

namespace {

const std::filesystem::path folder = std::filesystem::path(GATEFLOW_ROOT) / "scenarios";

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Compares with the file, or, with GATEFLOW_UPDATE_GOLDEN set, writes it to be reviewed as a diff.
void check_golden(const std::filesystem::path& golden, const std::string& found) {
  if (std::getenv("GATEFLOW_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << found;
  INFO(golden << ": GATEFLOW_UPDATE_GOLDEN=1 writes it anew");
  CHECK(program::content_of(golden) == found);
}

}  // namespace

TEST_CASE("every shipped scenario has the summary that stands beside it") {
  REQUIRE(shipped().size() >= 6);
  for (const auto& file : shipped()) {
    CAPTURE(file.string());
    const auto finished = program::run_as(
        {.arguments = {"run", file.filename().string(), "--width", "80", "--color", "never"},
         .folder = folder});
    CHECK((finished.exit_code == 0 || finished.exit_code == 99));
    check_golden(std::filesystem::path(file).replace_extension(".expected.txt"), finished.out);
  }
}

TEST_CASE("the traces of all shipped scenarios have the signature that is kept", "[digest]") {
  std::ostringstream found;
  for (const auto& file : shipped()) {
    const ReadScenario read = read_scenario(file);
    REQUIRE(read.scenario.has_value());
    const Floor floor(*read.scenario);
    Signature signature;
    run_evening(floor, draw_crowd(*read.scenario, {read.scenario->seed, 0}), signature);
    found << file.stem().string() << ' ' << std::hex << signature.value() << std::dec << '\n';
  }
  check_golden(std::filesystem::path(GATEFLOW_ROOT) / "tests/scenarios/signatures.txt",
               found.str());
}
