#include "sim/cli/interruption.hpp"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <string_view>

namespace gateflow {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// Only what may be done in a signal handler.
extern "C" void on_interrupt(int) {
  interrupted = true;
  constexpr std::string_view message =
      "\ngateflow: interrupted; what is finished is kept (Ctrl-C again ends at once)\n";
  [[maybe_unused]] const ssize_t lost = ::write(STDERR_FILENO, message.data(), message.size());
}

}  // namespace

void watch_for_interruption() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one does what it always does
  ::sigaction(SIGINT, &action, nullptr);
}

bool is_interrupted() {
  return interrupted;
}

}  // namespace gateflow
