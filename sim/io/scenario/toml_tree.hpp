#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/io/faults.hpp"
#include "sim/io/place.hpp"
#include "sim/kernel/time.hpp"

namespace gateflow {

struct Member;
struct Node;

/// A date without a time, as it is written: "2019-05-11".
struct DateText {
  std::string text;
};
/// A time of day with a date, where only one without is of use.
struct DateAndTime {};

using Nodes = std::vector<Node>;
using Members = std::vector<Member>;  ///< in the order of the file

/// A value of a TOML file and where it begins. A Time is a time of day.
struct Node {
  Place at;
  std::variant<std::string, bool, std::int64_t, double, Time, DateText, DateAndTime, Nodes, Members>
      value;
};

struct Member {
  std::string key;
  Place key_at;
  Node value;
};

/// What was found, for a message: "text", "the number 3", "a list".
std::string in_words(const Node& node);

/// The root table of the TOML file with that number, or none and a fault at its first offence
/// against the syntax. Nesting is bounded before anything nested is built.
std::optional<Node> parse_toml(std::uint32_t file, FaultList& faults);

}  // namespace gateflow
