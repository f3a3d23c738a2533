#include <fmt/format.h>

#include "sim/cli/commands.hpp"
#include "sim/cli/streams.hpp"

namespace gateflow {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

std::string verb_names() {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  return joined(names);
}

std::string option_names(const Verb& verb) {
  std::string text;
  for (const Option& option : verb.options) text += fmt::format(" --{}", option.name);
  return text.substr(1);
}

// ---- bash ----

/// What may follow an option that takes something: its words, files, or nothing we know.
std::string bash_values(const Verb& verb) {
  std::string cases;
  for (const Option& option : verb.options) {
    if (option.value.empty()) continue;
    const std::string reply =
        !option.words.empty() ? fmt::format("compgen -W \"{}\" -- \"$word\"", joined(option.words))
        : option.value == "FILE" ? "compgen -f -- \"$word\""
                                 : "true";
    cases += fmt::format("        {}:--{}) mapfile -t COMPREPLY < <({}); return ;;\n", verb.name,
                         option.name, reply);
  }
  return cases;
}

std::string bash_operands(const Verb& verb) {
  if (!verb.operand_words.empty())
    return fmt::format("compgen -W \"{}\" -- \"$word\"", joined(verb.operand_words));
  return verb.takes_files() ? "compgen -f -X '!*.toml' -- \"$word\"; compgen -d -- \"$word\""
                            : "true";
}

std::string bash_script() {
  std::string values, options, operands;
  for (const Verb& verb : verbs()) {
    values += bash_values(verb);
    options += fmt::format("        {}) options=\"{}\" ;;\n", verb.name, option_names(verb));
    operands += fmt::format("        {}) mapfile -t COMPREPLY < <({}) ;;\n", verb.name,
                            bash_operands(verb));
  }
  return fmt::format(R"(# bash completion for gateflow
_gateflow() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verb=${{COMP_WORDS[1]}}
    local options=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "{} --help --version" -- "$word")
        return
    fi
    case "$verb:$before" in
{}    esac
    case "$verb" in
{}    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi
    case "$verb" in
{}    esac
}}
complete -o filenames -F _gateflow gateflow
)",
                     verb_names(), values, options, operands);
}

// ---- zsh ----

std::string zsh_quoted(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\'') {
      out += "'\\''";
      continue;
    }
    if (letter == '[' || letter == ']' || letter == ':') out += '\\';
    out += letter;
  }
  return out;
}

std::string zsh_option(const Option& option) {
  std::string spec = fmt::format("--{}[{}]", option.name, zsh_quoted(option.about));
  if (!option.words.empty())
    spec += fmt::format(":{}:({})", option.value, joined(option.words));
  else if (option.value == "FILE")
    spec += ":file:_files";
  else if (!option.value.empty())
    spec += fmt::format(":{}:", option.value);
  return fmt::format("            '{}'", spec);
}

std::string zsh_operand(const Verb& verb) {
  const char* place = verb.takes_many() ? "*" : "1";
  if (!verb.operand_words.empty())
    return fmt::format(" \\\n            '{}:{}:({})'", place, verb.operand,
                       joined(verb.operand_words));
  if (verb.takes_files())
    return fmt::format(" \\\n            '{}:scenario:_files -g \"*.toml\"'", place);
  return {};
}

std::string zsh_script() {
  std::string names, cases;
  for (const Verb& verb : verbs()) {
    names += fmt::format("        '{}:{}'\n", verb.name, zsh_quoted(verb.about));
    std::string specs;
    for (const Option& option : verb.options)
      specs += (specs.empty() ? "" : " \\\n") + zsh_option(option);
    cases += fmt::format("        {})\n          _arguments \\\n{}{} ;;\n", verb.name, specs,
                         zsh_operand(verb));
  }
  return fmt::format(R"(#compdef gateflow
# zsh completion for gateflow
_gateflow() {{
    local -a verbs
    verbs=(
{}    )
    if (( CURRENT == 2 )); then
        _describe 'verb' verbs
        return
    fi
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
{}    esac
}}
compdef _gateflow gateflow
)",
                     names, cases);
}

// ---- fish ----

std::string fish_quoted(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') out += '\\';
    out += letter;
  }
  return out;
}

std::string fish_option(const Verb& verb, const Option& option) {
  std::string line =
      fmt::format("complete -c gateflow -n '__fish_seen_subcommand_from {}' -l {} -d '{}'",
                  verb.name, option.name, fish_quoted(option.about));
  if (!option.words.empty())
    line += fmt::format(" -x -a '{}'", joined(option.words));
  else if (option.value == "FILE")
    line += " -r -F";
  else if (!option.value.empty())
    line += " -x";
  return line + '\n';
}

std::string fish_script() {
  std::string text = "# fish completion for gateflow\ncomplete -c gateflow -f\n";
  for (const Verb& verb : verbs()) {
    text += fmt::format("complete -c gateflow -n __fish_use_subcommand -a {} -d '{}'\n", verb.name,
                        fish_quoted(verb.about));
    for (const Option& option : verb.options) text += fish_option(verb, option);
    const std::string seen =
        fmt::format("complete -c gateflow -n '__fish_seen_subcommand_from {}'", verb.name);
    if (!verb.operand_words.empty())
      text += fmt::format("{} -a '{}'\n", seen, joined(verb.operand_words));
    if (verb.takes_files())
      text += fmt::format("{} -k -a '(__fish_complete_suffix .toml)'\n", seen);
  }
  return text;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  return shell == "zsh" ? zsh_script() : fish_script();
}

ExitCode completion_command(const Arguments& arguments) {
  print(completion_script(arguments.operands().front()));
  return ExitCode::Done;
}

}  // namespace gateflow
