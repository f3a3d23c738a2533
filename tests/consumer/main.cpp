// A program of somebody else's, on the installed engine alone: how many get in?
#include <cstdio>

#include "sim/crowd/crowd.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/model/evening.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const gateflow::ReadScenario read = gateflow::read_scenario(argv[1]);
  for (const gateflow::Diagnostic& fault : read.faults) std::puts(in_words(fault).c_str());
  if (!read.scenario) return 3;

  const gateflow::Crowd crowd = draw_crowd(*read.scenario, {.seed = 1, .replication = 0});
  const gateflow::Floor floor(*read.scenario);
  std::size_t admitted = 0;
  auto count = [&](const gateflow::Happening& happening) {
    if (happening.what == gateflow::What::Admitted) ++admitted;
  };
  run_evening(floor, crowd, count);

  std::printf("= %zu of %zu admitted\n", admitted, crowd.size());
  return admitted > 0 ? 0 : 1;
}
