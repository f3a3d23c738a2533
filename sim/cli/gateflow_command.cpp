#include <fmt/format.h>

#include <exception>
#include <new>

#include "sim/cli/commands.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/usage_error.hpp"
#include "sim/io/whole_file.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

[[noreturn]] void refuse_verb(const std::string& word) {
  std::vector<std::string> candidates{"--help", "--version"};
  for (const Verb& verb : verbs()) candidates.emplace_back(verb.name);
  throw UsageError(
      fmt::format("there is no verb {}; {}", in_quotes(word), nearest_or_all(word, candidates)));
}

ExitCode carry_out(const Verb& verb, const Arguments& arguments) {
  if (arguments.has("help")) {
    print(help_of(verb.name));
    return ExitCode::Done;
  }
  if (verb.name == "run") return run_command(arguments);
  if (verb.name == "holdups") return holdups_command(arguments);
  if (verb.name == "price") return price_command(arguments);
  if (verb.name == "compare") return compare_command(arguments);
  if (verb.name == "season") return season_command(arguments);
  if (verb.name == "check") return check_command(arguments);
  if (verb.name == "cases") return cases_command(arguments);
  if (verb.name == "schema") return schema_command(arguments);
  return completion_command(arguments);
}

ExitCode carry_out(const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError("what is to be done? See gateflow --help");
  const std::string& first = words.front();
  if (first == "--help" || first == "-h") {
    print(help());
    return ExitCode::Done;
  }
  if (first == "--version") {
    print(fmt::format("gateflow {}\n", version()));
    return ExitCode::Done;
  }
  const Verb* verb = find_verb(first);
  if (verb == nullptr) refuse_verb(first);
  return carry_out(*verb, Arguments(*verb, {words.begin() + 1, words.end()}));
}

}  // namespace

ExitCode gateflow_command(const std::vector<std::string>& words) {
  guard_streams();
  try {
    return carry_out(words);
  } catch (const UsageError& error) {
    tell_error(error.what());
    return ExitCode::Usage;
  } catch (const CannotWrite& error) {
    tell_error(error.what());
    return ExitCode::CannotWrite;
  } catch (const NobodyReads&) {
    return ExitCode::Done;
  } catch (const std::bad_alloc&) {
    tell_error("there is not enough memory for this");
    return ExitCode::InternalError;
  } catch (const std::exception& error) {
    tell_error(fmt::format("internal error: {}", error.what()));
    return ExitCode::InternalError;
  }
}

std::string_view version() {
  return GATEFLOW_VERSION;
}

}  // namespace gateflow
