#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateflow {

/// An option of a verb: what is parsed, suggested for slips, and completed in shells.
struct Option {
  std::string_view name;   ///< without dashes
  std::string_view value;  ///< what it takes, as in "FILE"; empty: nothing
  std::string_view about;
  std::vector<std::string_view> words = {};  ///< the only values it takes; empty: any
  bool many = false;                         ///< may be given more than once
};

struct Verb {
  std::string_view name;
  std::string_view operand;  ///< "SCENARIO", "SCENARIO...", "SHELL"; empty: none
  std::string_view about;
  std::vector<Option> options;
  std::vector<std::string_view> operand_words = {};

  bool takes_files() const { return operand.starts_with("SCENARIO"); }
  bool takes_many() const { return operand.ends_with("..."); }
};

/// Every verb of the command, in the order of its help.
std::span<const Verb> verbs();

/// Null where there is none of that name.
const Verb* find_verb(std::string_view name);
const Option* find_option(const Verb& verb, std::string_view name);

}  // namespace gateflow
