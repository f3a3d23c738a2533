#include "sim/cli/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "sim/io/whole_file.hpp"

namespace gateflow {
namespace {

/// 0 or the error.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void guard_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  // The lowest free number is the one that is closed; read-only, so that writing is an error.
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) < 0) ::open("/dev/null", O_RDONLY);
}

void print(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == EPIPE) throw NobodyReads();
  if (error != 0) throw CannotWrite("standard output", error);
}

void tell_error(std::string_view message) {
  tell("gateflow: " + std::string(message) + '\n');
}

void tell(std::string_view text) {
  write_all(STDERR_FILENO, text);
}

}  // namespace gateflow
