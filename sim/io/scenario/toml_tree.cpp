#include "sim/io/scenario/toml_tree.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>

#include "sim/io/scenario/toml_nesting.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

class TreeMaker {
 public:
  explicit TreeMaker(std::uint32_t file) : file_(file) {}

  Node node(const toml::node& found) const {
    Node out{place(found.source()), {}};
    found.visit([&](const auto& value) { fill(out, value); });
    return out;
  }

 private:
  Place place(const toml::source_region& region) const {
    return {file_, region.begin.line, region.begin.column};
  }

  void fill(Node& out, const toml::value<std::string>& text) const { out.value = *text; }
  void fill(Node& out, const toml::value<bool>& flag) const { out.value = *flag; }
  void fill(Node& out, const toml::value<std::int64_t>& number) const { out.value = *number; }
  void fill(Node& out, const toml::value<double>& number) const { out.value = *number; }
  void fill(Node& out, const toml::value<toml::date_time>&) const { out.value = DateAndTime{}; }

  void fill(Node& out, const toml::value<toml::date>& date) const {
    out.value = DateText{fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day)};
  }

  void fill(Node& out, const toml::value<toml::time>& time) const {
    out.value = Time{std::chrono::hours{time->hour} + std::chrono::minutes{time->minute} +
                     std::chrono::seconds{time->second} +
                     std::chrono::microseconds{time->nanosecond / 1000}};
  }

  void fill(Node& out, const toml::array& array) const {
    Nodes nodes;
    nodes.reserve(array.size());
    for (const toml::node& item : array) nodes.push_back(node(item));
    out.value = std::move(nodes);
  }

  void fill(Node& out, const toml::table& table) const {
    Members members;
    members.reserve(table.size());
    for (const auto& [key, value] : table) {
      members.push_back({std::string(key.str()), place(key.source()), node(value)});
      const bool under_a_header = value.is_table() && !value.as_table()->is_inline();
      if (under_a_header) members.back().value.at = members.back().key_at;
    }
    std::ranges::sort(members, {}, &Member::key_at);
    out.value = std::move(members);
  }

  std::uint32_t file_;
};

/// toml++ begins with what it was doing; what it found wrong comes after.
std::string told(std::string_view description) {
  constexpr std::string_view doing = "Error while ";
  if (description.starts_with(doing)) description.remove_prefix(doing.size());
  return printable(description);
}

std::string hint_for(std::string_view description) {
  if (description.find("expected keys") == std::string_view::npos) return {};
  return "names with anything but latin letters, digits, '-' and '_' go in quotes";
}

}  // namespace

std::string in_words(const Node& node) {
  struct Words {
    std::string operator()(const std::string& text) const { return "text " + in_quotes(text); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const {
      const bool whole = std::floor(number) == number && std::fabs(number) < 1e15;
      return whole ? fmt::format("{:.1f}", number) : fmt::format("{}", number);
    }
    std::string operator()(Time) const { return "a time of day"; }
    std::string operator()(const DateText& date) const { return "the date " + date.text; }
    std::string operator()(DateAndTime) const { return "a date with a time"; }
    std::string operator()(const Nodes&) const { return "a list"; }
    std::string operator()(const Members&) const { return "a table"; }
  };
  return std::visit(Words{}, node.value);
}

std::optional<Node> parse_toml(std::uint32_t file, FaultList& faults) {
  const std::string_view text = faults.text_of(file);
  if (const auto deep = too_deep_key(text)) {
    faults.add({file, deep->line, deep->column}, "this key has too many parts");
    return std::nullopt;
  }
  try {
    const toml::table root = toml::parse(text);
    Node tree = TreeMaker(file).node(root);
    tree.at = {file, 1, 1};
    return tree;
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    faults.add({file, std::max<toml::source_index>(at.line, 1),
                std::max<toml::source_index>(at.column, 1)},
               told(error.description()), hint_for(error.description()));
    return std::nullopt;
  }
}

}  // namespace gateflow
