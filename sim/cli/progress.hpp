#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace gateflow {

enum class ProgressStyle { None, Plain, Terminal };

/// Tells on stderr how far a run of several evenings is, once it has taken a second: one line that
/// is written over on a terminal, else a new line every ten seconds. May be called from several
/// threads.
class Progress {
 public:
  Progress(ProgressStyle style, std::size_t evenings);
  /// Wipes the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A part of one evening is done; the parts of each add up to 1.
  void advance(double part);
  void evening_finished() { ++finished_; }

 private:
  using Clock = std::chrono::steady_clock;

  void tell_if_due();
  std::string line(double done, Clock::duration elapsed) const;

  const ProgressStyle style_;
  const std::size_t evenings_;
  const Clock::time_point began_ = Clock::now();
  std::atomic<std::uint64_t> parts_{0};  ///< billionths of an evening
  std::atomic<std::size_t> finished_{0};
  std::mutex telling_;
  Clock::time_point next_;
  bool told_ = false;
};

/// "1:05", "2:00:00": minutes and seconds, rounded up.
std::string time_left(std::chrono::duration<double> left);

}  // namespace gateflow
