#pragma once

#include <cstdint>
#include <string>

namespace gateflow {

/// A fault in a file that somebody wrote, told to that person.
struct Diagnostic {
  std::string file;
  std::uint32_t line = 0;    ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;  ///< in characters, from 1
  std::string message;
  std::string source_line{};  ///< the line in question; empty where it would not help
  std::string hint{};         ///< what to do about it, where that can be guessed

  bool operator==(const Diagnostic&) const = default;
};

/// As GCC says it: "file:line:column: error: message; hint", the source line, a caret below it.
std::string in_words(const Diagnostic& diagnostic);

}  // namespace gateflow
