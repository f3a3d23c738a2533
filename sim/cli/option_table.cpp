#include "sim/cli/option_table.hpp"

#include <algorithm>

namespace gateflow {
namespace {

const Option help{"help", "", "how to use it"};

/// The options of a verb that runs evenings: its own, and those common to all.
std::vector<Option> with_common(std::vector<Option> own) {
  const std::vector<Option> common{
      {"variant", "NAME", "one of the file's variants"},
      {"set", "KEY=VALUE", "another value for this evening: case.NAME.rule=hold", {}, true},
      {"seed", "N", "of the draws, instead of the scenario's"},
      {"replications", "N", "so many evenings of the same kind, with intervals"},
      {"replication", "K", "the evening with the luck of that replication"},
      {"threads", "N", "how many to use"},
      {"json", "", "all figures for programs"},
      {"quiet", "", "no progress"},
      {"color", "WHEN", "colours", {"auto", "always", "never"}},
      {"progress", "HOW", "progress on stderr", {"auto", "plain", "none"}},
      {"width", "N", "columns of the text"},
      help};
  own.insert(own.end(), common.begin(), common.end());
  return own;
}

std::vector<Option> without(std::vector<std::string_view> names, std::vector<Option> options) {
  std::erase_if(options, [&](const Option& option) {
    return std::ranges::find(names, option.name) != names.end();
  });
  return options;
}

std::vector<Verb> make_verbs() {
  return {
      {"run", "SCENARIO", "one evening: how it went, for whom, and where",
       with_common({{"trace", "FILE", "everything that happened, in order"},
                    {"people", "FILE", "a table with a row a person and visit"},
                    {"without-case", "N", "as if that case had not come up"}})},
      {"holdups", "SCENARIO", "what each hold-up cost, and whom",
       with_common({{"top", "N", "how many of the costliest to show"},
                    {"case", "N", "the story of one case"},
                    {"person", "N", "whose fault one person's wait was"},
                    {"advice", "", "how long to hold a lane before stepping aside pays"},
                    {"aside-cost", "TIME", "what stepping aside costs the one, for --advice"},
                    {"csv", "FILE", "a row a hold-up"}})},
      {"price", "SCENARIO", "what a hold-up costs, where and when",
       with_common({{"hold", "TIME", "how long each hold-up lasts; 60s"},
                    {"every", "TIME", "how far apart they are; 5min"},
                    {"csv", "FILE", "a row a station and time"}})},
      {"compare", "SCENARIO", "the variants of a scenario on the same crowds",
       without({"variant", "replication"},
               with_common({{"by", "FIGURE", "rank by it: wait_mean_s, in_by_start_share"},
                            {"base", "NAME", "the variant that others are held against"},
                            {"csv", "FILE", "a row a variant and figure"}}))},
      {"season", "SCENARIO", "what evening after evening teaches the crowd",
       with_common({{"evenings", "N", "how many; 20"},
                    {"csv", "FILE", "a row an evening of each season"}})},
      {"check",
       "SCENARIO...",
       "reads scenarios and reports every fault at once",
       {{"json", "", "for programs"}, help}},
      {"cases", "", "the kinds of case and tempers that are shipped", {help}},
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
