#include "sim/cli/option_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>

#include "sim/cli/commands.hpp"
#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;

TEST_CASE("the help of a verb tells exactly the options that it has") {
  for (const Verb& verb : verbs()) {
    const std::string text(help_of(verb.name));
    CHECK_THAT(text, Catch::StartsWith("gateflow " + std::string(verb.name)));
    CHECK_THAT(std::string(help()), Contains("\n  " + std::string(verb.name) + " "));
    for (const Option& option : verb.options) {
      const std::string told = "--" + std::string(option.name);
      CHECK_THAT(text, Contains("\n  " + told +
                                (option.value.empty() ? " " : " " + std::string(option.value))));
    }
    const std::regex any_option("\n  --([a-z-]+)");
    for (auto it = std::sregex_iterator(text.begin(), text.end(), any_option);
         it != std::sregex_iterator(); ++it)
      CHECK(find_option(verb, (*it)[1].str()) != nullptr);
  }
}

TEST_CASE("help fits a terminal") {
  std::vector<std::string_view> texts{help()};
  for (const Verb& verb : verbs()) texts.push_back(help_of(verb.name));
  for (std::string_view text : texts)
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      CHECK(end <= 100);
      text.remove_prefix(end + 1);
    }
}

TEST_CASE("bash completes verbs, options, words and files") {
  const program::TempFolder folder;
  const std::string script = folder.file("completion.bash", completion_script("bash"));
  folder.file("evening.toml", "");
  folder.file("notes.txt", "");
  const auto completions = [&](const std::string& words, int at) {
    const std::string answer = (folder / "answer").string();
    const std::string command = "cd " + folder.path().string() + " && bash -c 'source " + script +
                                "; COMP_WORDS=(" + words + "); COMP_CWORD=" + std::to_string(at) +
                                "; _gateflow; printf \"%s \" \"${COMPREPLY[@]}\"' > " + answer;
    REQUIRE(std::system(command.c_str()) == 0);
    return program::content_of(answer);
  };
  CHECK(completions("gateflow r", 1) == "run ");
  CHECK(completions("gateflow run --repl", 2) == "--replications --replication ");
  CHECK(completions("gateflow run --color a", 3) == "auto always ");
  CHECK(completions("gateflow run e", 2) == "evening.toml ");
  CHECK(completions("gateflow run --trace no", 3) == "notes.txt ");
  CHECK(completions("gateflow completion z", 2) == "zsh ");
}

TEST_CASE("every shell's completion knows every verb and option") {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = completion_script(shell);
    for (const Verb& verb : verbs()) {
      CHECK_THAT(script, Contains(std::string(verb.name)));
      for (const Option& option : verb.options)
        CHECK_THAT(script, Contains(std::string(option.name)));
    }
  }
}
