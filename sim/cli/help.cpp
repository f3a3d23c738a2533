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
  gateflow holdups scenarios/one-for-a-thousand.toml     who held up whom, and what it cost
  gateflow price scenarios/club-night.toml               what a minute costs, where and when
  gateflow compare scenarios/one-for-a-thousand.toml     which house rule is best?
  gateflow season scenarios/season-of-favours.toml       is kindness tonight a queue next month?
  gateflow check my-evening.toml                         is the scenario in order?

gateflow VERB ...
  run SCENARIO        one evening: how it went, for whom, and where
  holdups SCENARIO    what each hold-up cost, whom, and where all the waiting came from
  price SCENARIO      what a hold-up would cost, at every station and time
  compare SCENARIO    its variants on the same crowds: which is best, and is that chance?
  season SCENARIO     what evening after evening teaches the same crowd
  check SCENARIO...   reads scenarios and reports every fault at once
  cases               the kinds of case and tempers that are shipped, to build scenarios from
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
  --variant NAME      one of the file's variants, [variant.NAME]
  --set KEY=VALUE     another value for this call: case.dead-phone.rule=hold; may be repeated
  --seed N            of the draws, instead of the scenario's; the same seed, the same evening
  --replications N    so many evenings of the same kind: means with 95 % intervals
  --replication K     the evening with the luck of replication K, counted from 0; with
                      --replications the one that --trace and --people tell
  --threads N         evenings at a time; default: one a core. Results do not depend on it

Output:
  --json              all figures, for programs (docs/json.md)
  --trace FILE        everything that happened, in order, as CSV
  --people FILE       a row a person and visit, as CSV
  --without-case N    the evening as if case N of `gateflow holdups` had not come up
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once a run takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this

Files are written whole or not at all. The exit code is 99 if a goal that the scenario states was
missed; over several evenings the mean decides. Ctrl-C keeps the evenings that are finished.
)";

constexpr std::string_view holdups =
    R"(gateflow holdups SCENARIO: what each hold-up cost, and whom

Examples:
  gateflow holdups scenarios/one-for-a-thousand.toml
  gateflow holdups scenarios/stadium.toml --top 50 --csv holdups.csv
  gateflow holdups scenarios/one-for-a-thousand.toml --case 1
  gateflow holdups scenarios/club-night.toml --replications 100
  gateflow holdups scenarios/club-night.toml --advice --aside-cost 5min

Each case is taken away by itself and the evening run again from there, as far as that differs: what
all others then wait less is what it cost. docs/ledger.md says what is exact.

What to tell:
  --top N             how many of the costliest to show; 20
  --case N            the story of one case: who was behind, and what each lost
  --person N          whose fault one person's wait was; numbered by arrival
  --advice            how long to hold a lane before stepping aside pays; over 10 evenings, or
                      --replications
  --aside-cost TIME   what stepping aside costs the one, for --advice; default: what the
                      scenario's help desk takes on average

Luck:
  --variant NAME      one of the file's variants, [variant.NAME]
  --set KEY=VALUE     another value for this call: case.dead-phone.rule=hold; may be repeated
  --seed N            of the draws, instead of the scenario's; the same seed, the same evening
  --replications N    so many evenings: means by kind of case, with 95 % intervals
  --replication K     the evening with the luck of replication K, counted from 0
  --threads N         default: one a core. Results do not depend on it

Output:
  --json              every case and every cause, for programs (docs/json.md)
  --csv FILE          a row a hold-up
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once it takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this
)";

constexpr std::string_view price =
    R"(gateflow price SCENARIO: what a hold-up costs, where and when

Examples:
  gateflow price scenarios/club-night.toml
  gateflow price scenarios/stadium.toml --hold 30s --every 10min --replications 20
  gateflow price scenarios/conference.toml --csv prices.csv

At every station and at every time of the grid, one lane is held for so long: one by luck, of
those in which somebody is, else of those that are open. What all others then wait more is the
price.

What to ask:
  --hold TIME         how long each hold-up lasts, such as 30s or 2min; default: 60s
  --every TIME        how far apart they are; default: 5min

Luck:
  --variant NAME      one of the file's variants, [variant.NAME]
  --set KEY=VALUE     another value for this call: case.dead-phone.rule=hold; may be repeated
  --seed N            of the draws, instead of the scenario's; the same seed, the same evening
  --replications N    so many evenings: means with 95 % intervals
  --replication K     the evening with the luck of replication K, counted from 0
  --threads N         default: one a core. Results do not depend on it

Output:
  --json              every point, for programs (docs/json.md)
  --csv FILE          a row a station and time
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once it takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this
)";

constexpr std::string_view compare =
    R"(gateflow compare SCENARIO: the variants of a scenario on the same crowds

Examples:
  gateflow compare scenarios/one-for-a-thousand.toml
  gateflow compare scenarios/one-for-a-thousand.toml --by cases_own_time_mean_s
  gateflow compare my-evening.toml --replications 100 --csv variants.csv

A [variant.NAME] in the file says what is otherwise in it: case.dead-phone.rule = "step-aside". Each
variant, and the file itself (called base), meets the same people with the same luck, evening by
evening; a change is told as more than chance where its interval leaves out 0. The intervals of one
figure hold together with 95 %, however many variants there are.

What to ask:
  --by FIGURE         of the evening, to rank by; default: wait_mean_s. --json lists them
  --base NAME         the variant that the others are held against; default: base, the file itself

Luck:
  --set KEY=VALUE     another value for this call, in every variant; may be repeated
  --seed N            of the draws in every variant, instead of the file's
  --replications N    evenings of each variant, 2 or more; 20
  --threads N         evenings at a time; default: one a core. Results do not depend on it

Output:
  --json              every figure of every variant, for programs (docs/json.md)
  --csv FILE          a row a variant and figure
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once it takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this
)";

constexpr std::string_view season =
    R"(gateflow season SCENARIO: what evening after evening teaches the same crowd

Examples:
  gateflow season scenarios/season-of-favours.toml
  gateflow season scenarios/season-of-favours.toml --set house.rule=firm --replications 20
  gateflow season scenarios/season-of-favours.toml --evenings 40 --csv season.csv

The same crowd comes again. Giving in raises the share of those who ask for what is not theirs,
refusing lowers it, more so where people were told the rules; some of those refused try again; some
of those in the right who were turned away or gave up stay away. [season] in the scenario says how
much of each, docs/seasons.md what is assumed.

What to ask:
  --evenings N        how many, 1 to 1000; 20

Luck:
  --variant NAME      one of the file's variants, [variant.NAME]
  --set KEY=VALUE     another value for this call: season.try_again_share=0; may be repeated
  --seed N            of the draws, instead of the scenario's; the same seed, the same season
  --replications N    so many seasons: means with 95 % intervals
  --replication K     the season with the luck of replication K, counted from 0; its first evening
                      is that of `gateflow run` with the same
  --threads N         seasons at a time; default: one a core. Results do not depend on it

Output:
  --json              every evening, for programs (docs/json.md)
  --csv FILE          a row an evening of each season
  --width N           columns of the text, 60 to 200; default: the terminal's
  --color WHEN        auto, always or never; auto heeds NO_COLOR
  --progress HOW      on stderr, once it takes a second: auto, plain (lines) or none
  --quiet             no progress
  --help              this

The luck of an evening does not depend on the rule: two rules meet the same people. Ctrl-C keeps
the seasons that are finished.
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

constexpr std::string_view cases = R"(gateflow cases: the kinds of case and tempers that are shipped

Example:
  gateflow cases | less

In a scenario, `like = "dead-phone"` in a [case.NAME] takes everything from there that it does not
say itself; crowd.roughness brings in the tempers. Each says where its figures come from.

  --help              this
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
  if (verb == "holdups") return holdups;
  if (verb == "price") return price;
  if (verb == "compare") return compare;
  if (verb == "season") return season;
  if (verb == "check") return check;
  if (verb == "cases") return cases;
  if (verb == "schema") return schema;
  return completion;
}

}  // namespace gateflow
