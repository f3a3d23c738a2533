#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gateflow {

/// A file could not be written; says which and why.
class CannotWrite : public std::runtime_error {
 public:
  CannotWrite(const std::filesystem::path& path, int error);
};

/// A file that appears under its name whole or not at all: it is written beside it under another
/// name, which takes its place at the end, once it is safely on the disk. What is not a regular
/// file (a pipe, a terminal, /dev/null) is written to directly.
class WholeFile {
 public:
  /// Shows at once whether the file can be written there. Throws CannotWrite, as do the others.
  explicit WholeFile(std::filesystem::path path);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  /// What was not put in place is removed.
  ~WholeFile();

  void write(std::string_view text);
  void put_in_place();

 private:
  [[noreturn]] void fail(int error) const;
  void flush();
  void write_all(std::string_view text);
  void close();

  std::filesystem::path path_;    ///< as it was given, for messages
  std::filesystem::path target_;  ///< where that leads to
  std::filesystem::path beside_;  ///< the name meanwhile; empty: written to directly
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace gateflow
