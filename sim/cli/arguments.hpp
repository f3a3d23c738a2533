#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/option_table.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

/// What was given to a verb.
class Arguments {
 public:
  /// Throws UsageError for options the verb does not have, or without the value they take, and for
  /// operands too many or too few (unless help is asked for).
  Arguments(const Verb& verb, const std::vector<std::string>& arguments);

  bool has(std::string_view option) const { return options_.find(option) != options_.end(); }
  std::optional<std::string> text(std::string_view option) const;
  /// Of an option that may be given more than once, in that order.
  std::vector<std::string> texts(std::string_view option) const;
  const std::vector<std::string>& operands() const { return operands_; }

  /// A whole number; throws UsageError for anything else and for one out of range.
  std::optional<std::uint64_t> number(std::string_view option, std::uint64_t least,
                                      std::uint64_t most) const;

  /// A span of time such as "30s", "5min" or "1h"; throws UsageError for anything else and for one
  /// that is not positive or longer than a day.
  std::optional<Time> span(std::string_view option) const;

 private:
  void check_operands(const Verb& verb) const;
  void check_words(const Verb& verb) const;

  std::map<std::string, std::vector<std::string>, std::less<>> options_;  ///< empty: no value
  std::vector<std::string> operands_;
};

}  // namespace gateflow
