#include "sim/io/diagnostic.hpp"

#include <fmt/format.h>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

/// White space as wide as the source line before the column: tabs stay tabs.
std::string indent(const std::string& source_line, std::uint32_t column) {
  std::string out;
  std::uint32_t at = 1;
  for (const char c : source_line) {
    if (at >= column) break;
    const bool inside_character = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (inside_character) continue;
    out += c == '\t' ? '\t' : ' ';
    ++at;
  }
  out.append(column > at ? column - at : 0, ' ');
  return out;
}

}  // namespace

std::string in_words(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) out += fmt::format(":{}:{}", diagnostic.line, diagnostic.column);
  out += fmt::format(": error: {}", diagnostic.message);
  if (!diagnostic.hint.empty()) out += fmt::format("; {}", diagnostic.hint);
  out += '\n';
  if (!diagnostic.source_line.empty())
    out += fmt::format("  {}\n  {}^\n", diagnostic.source_line,
                       indent(diagnostic.source_line, diagnostic.column));
  return out;
}

}  // namespace gateflow
