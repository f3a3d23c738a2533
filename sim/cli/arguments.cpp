#include "sim/cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "sim/cli/usage_error.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace po = boost::program_options;
namespace {

constexpr const char* operands_key = "operands";

po::options_description described(const Verb& verb) {
  po::options_description description;
  auto add = description.add_options();
  for (const Option& option : verb.options) {
    const std::string name = option.name == "help" ? "help,h" : std::string(option.name);
    if (option.value.empty()) {
      add(name.c_str(), "");
    } else if (option.many) {
      add(name.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    } else {
      add(name.c_str(), po::value<std::string>(), "");
    }
  }
  add(operands_key, po::value<std::vector<std::string>>(), "");
  return description;
}

/// The shell's way, except that an option is never guessed from its beginning.
constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

std::string unknown_option(const Verb& verb, const std::string& name) {
  std::vector<std::string> candidates, longer;
  for (const Option& option : verb.options) {
    candidates.push_back(fmt::format("--{}", option.name));
    if (candidates.back().starts_with(name) && name.size() > 2) longer.push_back(candidates.back());
  }
  const std::string meant = longer.empty() ? did_you_mean(name, candidates)
                                           : fmt::format("did you mean {}?", listed(longer, "or"));
  return fmt::format("there is no option {} of '{}'{}", in_quotes(name), verb.name,
                     meant.empty() ? meant : "; " + meant);
}

po::variables_map parse(const Verb& verb, const std::vector<std::string>& arguments) {
  try {
    const po::options_description description = described(verb);
    po::positional_options_description positional;
    positional.add(operands_key, -1);
    po::variables_map values;
    po::store(po::command_line_parser(arguments)
                  .options(description)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
    return values;
  } catch (const po::unknown_option& error) {
    throw UsageError(unknown_option(verb, error.get_option_name()));
  } catch (const po::multiple_occurrences& error) {
    throw UsageError(fmt::format("{} is given more than once", error.get_option_name()));
  } catch (const po::invalid_command_line_syntax& error) {
    const bool extra = error.kind() == error.extra_parameter;
    throw UsageError(
        fmt::format("{} {}", error.get_option_name(), extra ? "takes no value" : "needs a value"));
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
}

std::vector<std::string> as_texts(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

bool is_one_of(const std::vector<std::string_view>& words, std::string_view word) {
  return words.empty() || std::ranges::find(words, word) != words.end();
}

}  // namespace

Arguments::Arguments(const Verb& verb, const std::vector<std::string>& arguments) {
  for (const auto& [name, value] : parse(verb, arguments)) {
    if (name == operands_key) {
      operands_ = value.as<std::vector<std::string>>();
    } else {
      std::vector<std::string>& given = options_[name];
      if (const auto* many = boost::any_cast<std::vector<std::string>>(&value.value()))
        given = *many;
      else if (const auto* text = boost::any_cast<std::string>(&value.value()))
        given.push_back(*text);
    }
  }
  if (has("help")) return;
  check_words(verb);
  check_operands(verb);
}

void Arguments::check_words(const Verb& verb) const {
  for (const Option& option : verb.options) {
    const auto given = options_.find(option.name);
    if (given == options_.end() || given->second.empty()) continue;
    if (is_one_of(option.words, given->second.front())) continue;
    throw UsageError(fmt::format("--{} takes {}, not {}", option.name,
                                 listed(as_texts(option.words), "or"),
                                 in_quotes(given->second.front())));
  }
}

void Arguments::check_operands(const Verb& verb) const {
  if (verb.operand.empty() && !operands_.empty())
    throw UsageError(fmt::format("'{}' takes nothing beside its options, not {}", verb.name,
                                 in_quotes(operands_.front())));
  if (!verb.operand.empty() && operands_.empty())
    throw UsageError(
        fmt::format("'{}' needs a {}", verb.name, verb.takes_files() ? "scenario file" : "shell"));
  if (!verb.takes_many() && operands_.size() > 1)
    throw UsageError(fmt::format("'{}' takes one {}; {} is one too many", verb.name,
                                 verb.takes_files() ? "scenario file" : "shell",
                                 in_quotes(operands_[1])));
  for (const std::string& operand : operands_)
    if (!is_one_of(verb.operand_words, operand))
      throw UsageError(fmt::format("'{}' takes {}, not {}", verb.name,
                                   listed(as_texts(verb.operand_words), "or"), in_quotes(operand)));
}

std::optional<std::string> Arguments::text(std::string_view option) const {
  const auto given = options_.find(option);
  return given == options_.end() ? std::nullopt : std::optional(given->second.front());
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
  const auto given = options_.find(option);
  return given == options_.end() ? std::vector<std::string>{} : given->second;
}

std::optional<std::uint64_t> Arguments::number(std::string_view option, std::uint64_t least,
                                               std::uint64_t most) const {
  const auto given = options_.find(option);
  if (given == options_.end()) return {};
  const std::string& digits = given->second.front();
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (!whole || number < least || number > most)
    throw UsageError(fmt::format("--{} takes a whole number from {} to {}, not {}", option, least,
                                 most, in_quotes(digits)));
  return number;
}

std::optional<Time> Arguments::span(std::string_view option) const {
  const auto given = options_.find(option);
  if (given == options_.end()) return {};
  const std::string& text = given->second.front();
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [unit_at, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  const std::string_view unit(unit_at, static_cast<std::size_t>(end - unit_at));
  const double seconds = unit == "s" ? 1 : unit == "min" ? 60 : unit == "h" ? 3600 : 0;
  const double span = number * seconds;
  const bool is_span = error == std::errc{} && span >= 1e-6 && span <= 24.0 * 3600;
  if (!is_span)
    throw UsageError(fmt::format("--{} takes a time such as 30s, 5min or 1h, up to a day, not {}",
                                 option, in_quotes(text)));
  return from_seconds(span);
}

}  // namespace gateflow
