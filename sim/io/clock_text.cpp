#include "sim/io/clock_text.hpp"

#include <charconv>

namespace gateflow {
namespace {

using Ticks = std::uint64_t;

void append_digits(std::string& text, Ticks number, int digits) {
  char buffer[20];
  for (int i = digits; i-- > 0; number /= 10) buffer[i] = static_cast<char>('0' + number % 10);
  text.append(buffer, static_cast<std::size_t>(digits));
}

void append_number(std::string& text, Ticks number) {
  char buffer[20];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  text.append(buffer, end);
}

void append_hours_to_seconds(std::string& text, Ticks seconds) {
  append_digits(text, seconds / 3600, seconds < 360'000 ? 2 : 3);
  text += ':';
  append_digits(text, seconds / 60 % 60, 2);
  text += ':';
  append_digits(text, seconds % 60, 2);
}

constexpr Ticks per_second = 1'000'000;

/// The number that the digits say, or none if something else is among them.
std::optional<Ticks> read_digits(std::string_view digits) {
  Ticks number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return {};
    number = number * 10 + static_cast<Ticks>(digit - '0');
  }
  return number;
}

}  // namespace

void append_clock(std::string& text, Time at) {
  const auto ticks = static_cast<Ticks>(at.count());
  append_hours_to_seconds(text, ticks / per_second);
  text += '.';
  append_digits(text, ticks % per_second, 6);
}

std::string exact_clock(Time at) {
  std::string text;
  append_clock(text, at);
  return text;
}

std::string clock_with_seconds(Time at) {
  std::string text;
  append_hours_to_seconds(text, static_cast<Ticks>(at.count()) / per_second);
  return text;
}

void append_seconds(std::string& text, Time span) {
  const auto ticks = static_cast<Ticks>(span.count());
  append_number(text, ticks / per_second);
  text += '.';
  append_digits(text, ticks % per_second, 6);
}

std::optional<Time> read_exact_clock(std::string_view text) {
  const std::size_t hour_digits = text.find(':');
  if (hour_digits != 2 && hour_digits != 3) return {};
  const std::string_view rest = text.substr(hour_digits);
  if (rest.size() != 13 || rest[3] != ':' || rest[6] != '.') return {};
  const auto hours = read_digits(text.substr(0, hour_digits));
  const auto minutes = read_digits(rest.substr(1, 2));
  const auto seconds = read_digits(rest.substr(4, 2));
  const auto ticks = read_digits(rest.substr(7));
  if (!hours || !minutes || !seconds || !ticks || *minutes > 59 || *seconds > 59) return {};
  return Time{
      static_cast<std::int64_t>(((*hours * 60 + *minutes) * 60 + *seconds) * per_second + *ticks)};
}

}  // namespace gateflow
