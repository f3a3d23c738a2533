#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/cli/progress.hpp"

namespace gateflow {

/// How text is to look where it goes.
struct Look {
  bool colour = false;
  bool unicode = false;  ///< block elements and the like; else ASCII
  unsigned width = 80;   ///< in characters

  std::string bold(std::string_view text) const { return styled("1", text); }
  std::string dim(std::string_view text) const { return styled("2", text); }
  std::string good(std::string_view text) const { return styled("32", text); }
  std::string bad(std::string_view text) const { return styled("1;31", text); }

 private:
  std::string styled(std::string_view code, std::string_view text) const;
};

inline constexpr unsigned least_width = 60;
inline constexpr unsigned most_width = 200;

enum class When { Auto, Always, Never };

/// For stdout. Without a width that is asked for: that of the terminal, but no more than can be
/// read with ease; 80 where there is none.
Look look_of_stdout(When colour, std::optional<unsigned> width);

/// For stderr: written over only on a terminal that can.
ProgressStyle progress_style_of_stderr();

}  // namespace gateflow
