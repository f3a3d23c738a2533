#include "sim/cli/look.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace gateflow {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_dumb() {
  return environment("TERM") == "dumb";
}

bool wants_colour(When when) {
  if (when != When::Auto) return when == When::Always;
  return ::isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() && !is_dumb();
}

/// As the C library picks the encoding: the first of these that is set decides.
bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value = environment(name);
    if (value.empty()) continue;
    for (char& letter : value)
      letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return value.find("utf-8") != value.npos || value.find("utf8") != value.npos;
  }
  return false;
}

unsigned terminal_width() {
  constexpr unsigned usual = 80, readable = 110;
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return usual;
  return size.ws_col == 0 ? usual : std::clamp<unsigned>(size.ws_col, least_width, readable);
}

}  // namespace

std::string Look::styled(std::string_view code, std::string_view text) const {
  if (!colour || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

Look look_of_stdout(When colour, std::optional<unsigned> width) {
  return {.colour = wants_colour(colour),
          .unicode = locale_is_utf8(),
          .width = width ? *width : terminal_width()};
}

ProgressStyle progress_style_of_stderr() {
  const bool terminal = ::isatty(STDERR_FILENO) == 1 && !is_dumb();
  return terminal ? ProgressStyle::Terminal : ProgressStyle::Plain;
}

}  // namespace gateflow
