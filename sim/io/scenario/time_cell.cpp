#include "sim/io/scenario/time_cell.hpp"

#include <charconv>
#include <chrono>

namespace gateflow {
namespace {

/// Takes pieces off the front of a text.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) { skip_space(); }

  bool done() const { return rest_.empty(); }

  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  bool take(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }

  /// The digits at the front, at most so many of them.
  std::string_view digits(std::size_t most) {
    std::size_t count = 0;
    while (count < std::min(most, rest_.size()) && rest_[count] >= '0' && rest_[count] <= '9')
      ++count;
    const std::string_view found = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return found;
  }

 private:
  std::string_view rest_;
};

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Fraction of a second after its point: microseconds, further digits cut.
Time fraction(std::string_view digits) {
  std::int64_t micros = 0;
  for (std::size_t i = 0; i < 6; ++i)
    micros = micros * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  return Time{micros};
}

std::optional<std::int64_t> take_date(Scan& scan) {
  Scan ahead = scan;
  const std::string_view year = ahead.digits(4);
  if (year.size() != 4 || !ahead.take("-")) return std::nullopt;
  const std::string_view month = ahead.digits(2);
  if (month.empty() || !ahead.take("-")) return std::nullopt;
  const std::string_view day = ahead.digits(2);
  const std::chrono::year_month_day date{std::chrono::year{number(year)},
                                         std::chrono::month(static_cast<unsigned>(number(month))),
                                         std::chrono::day(static_cast<unsigned>(number(day)))};
  if (day.empty() || !date.ok()) return std::nullopt;
  if (!ahead.take("T")) ahead.skip_space();
  scan = ahead;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// "am" or "pm" moves the hours of a twelve-hour clock.
std::optional<int> with_half_of_day(Scan& scan, int hour) {
  scan.skip_space();
  const bool am = scan.take("am") || scan.take("AM");
  const bool pm = !am && (scan.take("pm") || scan.take("PM"));
  if (!am && !pm) return hour;
  if (hour < 1 || hour > 12) return std::nullopt;
  return hour % 12 + (pm ? 12 : 0);
}

std::optional<Time> take_time_of_day(Scan& scan) {
  const std::string_view first = scan.digits(4);
  if (first.empty() || first.size() == 3) return std::nullopt;
  int hour = number(first.substr(0, 2));
  int minute = first.size() == 4 ? number(first.substr(2)) : 0;
  int second = 0;
  Time beyond{};
  if (first.size() < 4 && scan.take(":")) {
    const std::string_view minutes = scan.digits(2);
    if (minutes.size() != 2) return std::nullopt;
    minute = number(minutes);
    if (scan.take(":")) {
      const std::string_view seconds = scan.digits(2);
      if (seconds.size() != 2) return std::nullopt;
      second = number(seconds);
      if (scan.take(".")) beyond = fraction(scan.digits(9));
    }
  }
  const auto moved = with_half_of_day(scan, hour);
  if (!moved || *moved > 24 || minute > 59 || second > 59) return std::nullopt;
  const Time time = std::chrono::hours{*moved} + std::chrono::minutes{minute} +
                    std::chrono::seconds{second} + beyond;
  if (time > 24h) return std::nullopt;
  scan.skip_space();
  return time;
}

bool take_dash(Scan& scan) {
  const bool dash = scan.take("-") || scan.take("\u2013") || scan.take("to");
  scan.skip_space();
  return dash;
}

}  // namespace

std::optional<TimeCell> read_time_cell(std::string_view cell) {
  Scan scan(cell);
  TimeCell out;
  out.day = take_date(scan);
  const auto from = take_time_of_day(scan);
  if (!from) return std::nullopt;
  out.from = *from;
  if (take_dash(scan)) {
    out.to = take_time_of_day(scan);
    if (!out.to) return std::nullopt;
  }
  if (!scan.done()) return std::nullopt;
  return out;
}

}  // namespace gateflow
