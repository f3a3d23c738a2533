#include "sim/cli/commands.hpp"
#include "sim/cli/streams.hpp"
#include "sim/io/scenario/catalogue.hpp"

namespace gateflow {

ExitCode cases_command(const Arguments&) {
  print(std::string(catalogue_text()));
  return ExitCode::Done;
}

}  // namespace gateflow
