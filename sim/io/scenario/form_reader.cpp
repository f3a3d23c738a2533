#include "sim/io/scenario/form_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gateflow {
namespace {

std::string in_place(const Reading& reading) {
  return reading.path.empty() ? std::string{} : " in " + printable(reading.path);
}

bool is_number(const Node& node) {
  return std::holds_alternative<double>(node.value) ||
         std::holds_alternative<std::int64_t>(node.value);
}

std::string bounds_in_words(const Number& form) {
  constexpr double as_good_as_none = 1e9;
  const std::string least =
      fmt::format("{} {}", form.open ? "above" : "from", number_in_words(form.least));
  if (form.most >= as_good_as_none) return form.open ? least : least + " up";
  return fmt::format("{} {} {}", least, form.open ? "up to" : "to", number_in_words(form.most));
}

}  // namespace

std::string in_words(const Number& form) {
  return "a number " + bounds_in_words(form);
}

std::string in_words(const Whole& form) {
  if (form.most > 1'000'000'000) return fmt::format("a whole number from {} up", form.least);
  if (form.most == form.least) return fmt::format("{}", form.least);
  return fmt::format("a whole number from {} to {}", form.least, form.most);
}

std::string in_words(const Flag&) {
  return "true or false";
}
std::string in_words(const Text&) {
  return "text in quotes";
}
std::string in_words(const TimeOfDay&) {
  return "a time of day like 18:30:00";
}
std::string in_words(const CellText&) {
  return "text, a whole number or a date";
}

std::string in_words_of_choice(const std::vector<std::string>& words) {
  return listed(words, "or");
}

bool suits(const Number&, const Node& node) {
  return is_number(node);
}

void add_unexpected(const std::string& expected, const Node& node, Reading& reading) {
  const bool time_meant = expected.find("time of day") != std::string::npos;
  const bool date = std::holds_alternative<DateAndTime>(node.value) ||
                    std::holds_alternative<DateText>(node.value);
  std::string hint;
  if (time_meant && date)
    hint = "leave out the date: an early hour after a late evening is taken as the next day's";
  reading.faults.add(node.at, fmt::format("expected {}, found {}", expected, in_words(node)), hint);
}

std::optional<double> read(const Number& form, const Node& node, Reading& reading) {
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&node.value))
    number = static_cast<double>(*whole);
  else if (const auto* any = std::get_if<double>(&node.value))
    number = *any;
  const bool inside = std::isfinite(number) && number <= form.most &&
                      (form.open ? number > form.least : number >= form.least);
  if (is_number(node) && inside) return number;
  add_unexpected(in_words(form), node, reading);
  return std::nullopt;
}

std::optional<std::uint64_t> read(const Whole& form, const Node& node, Reading& reading) {
  if (const auto* number = std::get_if<std::int64_t>(&node.value)) {
    const auto size = static_cast<std::uint64_t>(*number);
    if (*number >= 0 && size >= form.least && size <= form.most) return size;
  }
  add_unexpected(in_words(form), node, reading);
  return std::nullopt;
}

std::optional<bool> read(const Flag& form, const Node& node, Reading& reading) {
  if (const auto* flag = std::get_if<bool>(&node.value)) return *flag;
  add_unexpected(in_words(form), node, reading);
  return std::nullopt;
}

std::optional<std::string> read(const Text& form, const Node& node, Reading& reading) {
  const auto* text = std::get_if<std::string>(&node.value);
  if (text == nullptr) {
    add_unexpected(in_words(form), node, reading);
    return std::nullopt;
  }
  if (text->empty() || text->size() > form.longest) {
    reading.faults.add(
        node.at, text->empty() ? "expected text in quotes, found an empty one"
                               : fmt::format("this text is longer than {} bytes", form.longest));
    return std::nullopt;
  }
  return *text;
}

std::optional<Time> read(const TimeOfDay& form, const Node& node, Reading& reading) {
  if (const auto* time = std::get_if<Time>(&node.value)) return *time;
  add_unexpected(in_words(form), node, reading);
  return std::nullopt;
}

std::optional<std::string> read(const CellText& form, const Node& node, Reading& reading) {
  if (const auto* text = std::get_if<std::string>(&node.value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&node.value))
    return fmt::format("{}", *number);
  if (const auto* date = std::get_if<DateText>(&node.value)) return date->text;
  add_unexpected(in_words(form), node, reading);
  return std::nullopt;
}

std::optional<std::size_t> read_word(const std::vector<std::string>& words, const Node& node,
                                     Reading& reading) {
  const auto* text = std::get_if<std::string>(&node.value);
  if (text == nullptr) {
    add_unexpected(in_words_of_choice(words), node, reading);
    return std::nullopt;
  }
  const auto found = std::ranges::find(words, *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  reading.faults.add(
      node.at, fmt::format("expected {}, found {}", in_words_of_choice(words), in_quotes(*text)),
      did_you_mean(*text, words));
  return std::nullopt;
}

const Members* read_members(const std::string& expected, const Node& node, Reading& reading) {
  const auto* members = std::get_if<Members>(&node.value);
  if (members == nullptr) add_unexpected(expected, node, reading);
  return members;
}

const Nodes* read_items(const std::string& expected, std::size_t least, std::size_t most,
                        const Node& node, Reading& reading) {
  const auto* items = std::get_if<Nodes>(&node.value);
  if (items == nullptr) {
    add_unexpected(expected, node, reading);
    return nullptr;
  }
  if (items->size() >= least && items->size() <= most) return items;
  const bool too_few = items->size() < least;
  const std::string_view bound = least == most ? "" : too_few ? "at least " : "at most ";
  reading.faults.add(node.at, fmt::format("expected {}{} in this list, found {}", bound,
                                          counted(too_few ? least : most, "value"), items->size()));
  return nullptr;
}

const Node* find(const Members& members, std::string_view key) {
  const auto found = std::ranges::find(members, key, &Member::key);
  return found == members.end() ? nullptr : &found->value;
}

void add_too_many(std::string_view what, std::size_t most, std::size_t found, Place at,
                  Reading& reading) {
  reading.faults.add(
      at, fmt::format("{} names of a {}; at most {} can be told apart", found, what, most));
}

bool is_too_long(const Member& name, std::string_view what, Reading& reading) {
  constexpr std::size_t longest = 250;  // bytes: 60 characters, whatever their length
  if (name.key.size() <= longest) return false;
  reading.faults.add(name.key_at, fmt::format("the name of a {} is at most 60 characters", what));
  return true;
}

void KeyReader::finish(const std::vector<std::string>& of_others, const std::string& kind) const {
  std::vector<std::string> not_there = known_;
  std::erase_if(not_there, [&](const std::string& key) { return find(members_, key) != nullptr; });
  for (const Member& member : members_) {
    // What is laid over a file mostly means a key that the file has.
    const bool laid_over = member.key_at.file != table_.file;
    const std::vector<std::string>& meant = laid_over ? known_ : not_there;
    if (std::ranges::find(known_, member.key) != known_.end()) continue;
    if (std::ranges::find(of_others, member.key) != of_others.end()) {
      reading_.faults.add(
          member.key_at,
          fmt::format("{} does not go with {}{}", in_quotes(member.key), kind, in_place(reading_)));
      continue;
    }
    const std::string best = nearest(member.key, meant);
    if (!best.empty()) reading_.meant.insert(Step::below(reading_.path, best));
    reading_.faults.add(member.key_at,
                        fmt::format("unknown key {}{}", in_quotes(member.key), in_place(reading_)),
                        did_you_mean(member.key, meant));
  }
  for (const std::string& key : missing_) {
    if (reading_.meant.contains(Step::below(reading_.path, key))) continue;
    reading_.faults.add(table_, fmt::format("{} is missing{}", in_quotes(key), in_place(reading_)));
  }
}

std::optional<std::size_t> read_sign(
    const std::vector<std::pair<std::string_view, std::string_view>>& signs,
    const std::string& expected, const Members& members, Place table, Reading& reading) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const auto& [key, word] = signs[i];
    if (std::ranges::find(keys, key) == keys.end()) keys.emplace_back(key);
    const Node* found = find(members, key);
    if (found == nullptr) continue;
    if (word.empty()) return i;

    std::vector<std::string> words;
    for (std::size_t j = i; j < signs.size() && signs[j].first == key; ++j)
      words.emplace_back(signs[j].second);
    const Step step(reading, key);
    const auto index = read_word(words, *found, reading);
    if (!index) return std::nullopt;
    return i + *index;
  }
  for (const Member& member : members) {
    const std::string hint = did_you_mean(member.key, keys);
    if (hint.empty()) continue;
    reading.faults.add(member.key_at,
                       fmt::format("unknown key {}{}", in_quotes(member.key), in_place(reading)),
                       hint);
    return std::nullopt;
  }
  reading.faults.add(table, fmt::format("expected {}: with {}", expected, listed(keys, "or")));
  return std::nullopt;
}

}  // namespace gateflow
