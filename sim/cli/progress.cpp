#include "sim/cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/streams.hpp"

namespace gateflow {
namespace {

using namespace std::chrono_literals;

constexpr double parts_of_an_evening = 1e9;
constexpr auto quiet_time = 1s;

}  // namespace

Progress::Progress(ProgressStyle style, std::size_t evenings)
    : style_(style), evenings_(evenings), next_(began_ + quiet_time) {}

Progress::~Progress() {
  if (told_ && style_ == ProgressStyle::Terminal) tell("\r\x1b[K");
}

void Progress::advance(double part) {
  if (style_ == ProgressStyle::None) return;
  parts_ += static_cast<std::uint64_t>(part * parts_of_an_evening);
  tell_if_due();
}

void Progress::tell_if_due() {
  const std::unique_lock lock(telling_, std::try_to_lock);
  const Clock::time_point now = Clock::now();
  if (!lock || now < next_) return;
  const double done =
      static_cast<double>(parts_) / parts_of_an_evening / static_cast<double>(evenings_);
  const std::string text = line(std::min(done, 1.0), now - began_);
  const bool terminal = style_ == ProgressStyle::Terminal;
  tell(terminal ? "\r\x1b[K" + text : text + '\n');
  next_ = now + (terminal ? Clock::duration(100ms) : Clock::duration(10s));
  told_ = true;
}

std::string Progress::line(double done, Clock::duration elapsed) const {
  const std::string share = fmt::format("{:.0f} %", std::floor(done * 100));
  const std::string what = evenings_ == 1 ? "gateflow: " + share
                                          : fmt::format("gateflow: {} of {} evenings, {}",
                                                        finished_.load(), evenings_, share);
  if (done <= 0) return what;
  const std::chrono::duration<double> left = elapsed * (1 - done) / done;
  return fmt::format("{}, {} to go", what, time_left(left));
}

std::string time_left(std::chrono::duration<double> left) {
  const auto seconds = static_cast<std::uint64_t>(std::ceil(std::min(left.count(), 3.6e6)));
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace gateflow
