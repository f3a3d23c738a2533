#include "sim/cli/option_table.hpp"

#include <algorithm>

namespace gateflow {
namespace {

const Option help{"help", "", "how to use it"};

std::vector<Verb> make_verbs() {
  const std::vector<std::string_view> when{"auto", "always", "never"};
  return {
      {"run",
       "SCENARIO",
       "one evening: how it went, for whom, and where",
       {{"seed", "N", "of the draws, instead of the scenario's"},
        {"replications", "N", "so many evenings of the same kind, with intervals"},
        {"replication", "K", "which evening: of its luck, or for --trace and --people"},
        {"threads", "N", "evenings at a time"},
        {"json", "", "all figures for programs"},
        {"trace", "FILE", "everything that happened, in order"},
        {"people", "FILE", "a table with a row a person and visit"},
        {"quiet", "", "no progress"},
        {"color", "WHEN", "colours", when},
        {"progress", "HOW", "progress on stderr", {"auto", "plain", "none"}},
        {"width", "N", "columns of the text"},
        help}},
      {"check",
       "SCENARIO...",
       "reads scenarios and reports every fault at once",
       {{"json", "", "for programs"}, help}},
      {"schema", "", "the JSON Schema of scenario files, for editors", {help}},
      {"completion",
       "SHELL",
       "a completion script for your shell",
       {help},
       {"bash", "zsh", "fish"}},
  };
}

}  // namespace

std::span<const Verb> verbs() {
  static const std::vector<Verb> table = make_verbs();
  return table;
}

const Verb* find_verb(std::string_view name) {
  const auto verb = std::ranges::find(verbs(), name, &Verb::name);
  return verb == verbs().end() ? nullptr : &*verb;
}

const Option* find_option(const Verb& verb, std::string_view name) {
  const auto option = std::ranges::find(verb.options, name, &Option::name);
  return option == verb.options.end() ? nullptr : &*option;
}

}  // namespace gateflow
