#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/arguments.hpp"
#include "sim/cli/exit_code.hpp"

namespace gateflow {

/// The whole program: what is asked for, done, and told. Never throws.
ExitCode gateflow_command(const std::vector<std::string>& arguments);

// The verbs. They throw UsageError, CannotWrite and NobodyReads.
ExitCode run_command(const Arguments& arguments);
ExitCode holdups_command(const Arguments& arguments);
ExitCode price_command(const Arguments& arguments);
ExitCode compare_command(const Arguments& arguments);
ExitCode season_command(const Arguments& arguments);
ExitCode check_command(const Arguments& arguments);
ExitCode cases_command(const Arguments& arguments);
ExitCode schema_command(const Arguments& arguments);
ExitCode completion_command(const Arguments& arguments);

/// The completion script for that shell, from the table of options.
std::string completion_script(std::string_view shell);

/// What `gateflow --help` prints, and `gateflow VERB --help`.
std::string_view help();
std::string_view help_of(std::string_view verb);

/// Version of the program: "0.1.0".
std::string_view version();

}  // namespace gateflow
