#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace gateflow {

struct TextFile {
  std::string text;
  std::string fault;  ///< empty: it was read; else why not, as in "it is larger than 1 MiB"
};

/// The whole of a regular file; nothing is read of one larger than that.
TextFile read_text_file(const std::filesystem::path& path, std::uintmax_t most_bytes);

}  // namespace gateflow
