#include <string_view>

#include "sim/cli/commands.hpp"

namespace gateflow {
namespace {

constexpr std::string_view general =
    R"(gateflow: how thousands of people get in, and what holds them up

Examples:
  gateflow run scenarios/stadium.toml                    one evening, for people
  gateflow run scenarios/stadium.toml --json             the same, for programs
  gateflow run scenarios/stadium.toml --replications 20  how sure the figures are
  gateflow check my-evening.toml                         is the scenario in order?

gateflow VERB ...
  run SCENARIO        one evening: how it went, for whom, and where
  check SCENARIO...   reads scenarios and reports every fault at once
  schema              the JSON Schema of scenario files, for editors
  completion SHELL    a completion script for bash, zsh or fish

gateflow VERB --help  more about a verb
gateflow --version

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 internal error, 2 usage,
3 scenario invalid, 4 output not writable, 99 a stated goal was missed, 130 interrupted.
)";

constexpr std::string_view run =
    R"(gateflow run SCENARIO: one evening, how it went, for whom, and where

Examples:
  gateflow run scenarios/club-night.toml
  gateflow run scenarios/club-night.toml --seed 7
  gateflow run scenarios/club-night.toml --replications 100 --json > figures.json
  gateflow run scenarios/club-night.toml --people people.csv --trace trace.csv

Luck:
  --seed N            of the draws, instead of the scenario's; the same seed, the same evening
  --replications N    so many evenings of the same kind: means with 95 % intervals
  --replication K     the evening with the luck of replication K, counted from 0; with
                      --replications the one that --trace and --people tell
  --threads N         evenings at a time; default: one a core. Results do not depend on it

Output:
  --json              all figures, for programs (docs/json.md)
  --trace FILE        everything that happened, in order, as CSV
  --people FILE       a row a person and visit, as CSV
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once a run takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this

Files are written whole or not at all. The exit code is 99 if a goal that the scenario states was
missed; over several evenings the mean decides. Ctrl-C keeps the evenings that are finished.
)";

constexpr std::string_view check =
    R"(gateflow check SCENARIO...: reads scenarios and reports every fault at once

Examples:
  gateflow check my-evening.toml
  gateflow check scenarios/*.toml --json

  --json              faults with file, line and column, for programs
  --help              this

Faults go to stderr as file:line:column: error: ..., so that editors can jump to them. The exit
code is 3 if there are any.
)";

constexpr std::string_view schema = R"(gateflow schema: the JSON Schema (draft 4) of scenario files

Example:
  gateflow schema > scenario.schema.json

A scenario whose first line is `#:schema ./scenario.schema.json` is then completed and checked by
editors that know TOML schemas.

  --help              this
)";

constexpr std::string_view completion =
    R"(gateflow completion SHELL: a completion script for bash, zsh or fish

Examples:
  source <(gateflow completion bash)
  gateflow completion zsh > ~/.zfunc/_gateflow
  gateflow completion fish > ~/.config/fish/completions/gateflow.fish

  --help              this
)";

}  // namespace

std::string_view help() {
  return general;
}

std::string_view help_of(std::string_view verb) {
  if (verb == "run") return run;
  if (verb == "check") return check;
  if (verb == "schema") return schema;
  return completion;
}

}  // namespace gateflow
