#include "sim/cli/commands.hpp"
#include "sim/cli/streams.hpp"
#include "sim/io/schema.hpp"

namespace gateflow {

ExitCode schema_command(const Arguments&) {
  print(scenario_schema());
  return ExitCode::Done;
}

}  // namespace gateflow
