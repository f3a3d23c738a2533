#include "sim/cli/words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr Time tenth{100'000};

std::int64_t rounded(Time span, Time unit) {
  return (span + unit / 2) / unit;
}

/// A span taken apart at the precision at which it is told.
struct Parts {
  std::int64_t hours = 0, minutes = 0, seconds = 0, tenths = 0;
};

Parts parts_of(Time span) {
  if (span < Time{10s} - tenth / 2) {
    const std::int64_t tenths = rounded(span, tenth);
    return {.seconds = tenths / 10, .tenths = tenths % 10};
  }
  const std::int64_t seconds = rounded(span, 1s);
  if (seconds < 3600) return {.minutes = seconds / 60, .seconds = seconds % 60};
  const std::int64_t minutes = rounded(span, 1min);
  return {.hours = minutes / 60, .minutes = minutes % 60};
}

std::string percent(double share, const char* over, const char* under) {
  if (share < 1 && share >= 0.9995) return fmt::format("{}99.9 %", over);
  if (share > 0 && share < 0.0005) return fmt::format("{}0.1 %", under);
  return fmt::format("{:.1f} %", share * 100);
}

}  // namespace

std::string amount(double value) {
  const double size = std::abs(value);
  const std::string sign = value < 0 ? "-" : "";
  if (size < 0.005) return "0";
  if (size < 99.995) return sign + fmt::format("{:.2f}", size);
  if (size < 1e15) return sign + grouped(static_cast<std::uint64_t>(std::llround(size)));
  return fmt::format("{:.1e}", value);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string percent(double share) {
  return percent(share, "over ", "under ");
}

std::string short_percent(double share) {
  return percent(share, ">", "<");
}

std::string clock(Time at) {
  const std::int64_t minutes = at / 1min;
  const std::int64_t days = at / 24h;
  const std::string time = fmt::format("{}:{:02}", minutes / 60 % 24, minutes % 60);
  return days == 0 ? time : fmt::format("{} (+{})", time, days);
}

std::string span_in_words(Time span) {
  const Parts p = parts_of(span);
  if (p.hours > 0) return fmt::format("{} h {} min", p.hours, p.minutes);
  if (p.minutes > 0)
    return p.seconds == 0 ? fmt::format("{} min", p.minutes)
                          : fmt::format("{} min {} s", p.minutes, p.seconds);
  return p.tenths == 0 ? fmt::format("{} s", p.seconds)
                       : fmt::format("{}.{} s", p.seconds, p.tenths);
}

std::string short_span(Time span) {
  const Parts p = parts_of(span);
  if (p.hours > 0) return fmt::format("{}h{:02}m", p.hours, p.minutes);
  if (p.minutes > 0) return fmt::format("{}m{:02}s", p.minutes, p.seconds);
  return p.tenths == 0 ? fmt::format("{}s", p.seconds) : fmt::format("{}.{}s", p.seconds, p.tenths);
}

std::string signed_span(Time span) {
  return span < Time{} ? "-" + short_span(-span) : short_span(span);
}

std::string people(std::uint64_t number) {
  return grouped(number) + (number == 1 ? " person" : " people");
}

std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+,:@%";
  if (!text.empty() && text.find_first_not_of(plain) == text.npos) return text;
  std::string word = "'";
  for (const char letter : text) letter == '\'' ? word += "'\\''" : word += letter;
  return word + '\'';
}

std::string several(std::uint64_t number, std::string_view one) {
  return fmt::format("{} {}{}", grouped(number), one, number == 1 ? "" : "s");
}

std::string wrapped(std::string_view text, unsigned width) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t length = characters(word);
    if (column > 0 && column + 1 + length > width) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + '\n';
}

}  // namespace gateflow
