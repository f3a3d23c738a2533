#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gateflow::house {

/// A folder of the source tree: which folders it may include, and what it may use from outside.
struct Room {
  std::string_view folder;                 ///< from the repository root, "sim/kernel"
  std::vector<std::string_view> knows;     ///< folders whose headers it may include, beside its own
  std::vector<std::string_view> packages;  ///< beginnings of third-party and POSIX header names
};

/// The table of who may know whom. The arrows point one way.
const std::vector<Room>& rooms();

/// The room a source file lives in, by its path from the repository root; null if it is in none.
const Room* room_of(std::string_view path);

/// Everything in `text`, the content of the file at `path`, that the rules of its room forbid, as
/// "path:line: what". Comments and string literals are not looked at.
std::vector<std::string> faults_of(std::string_view path, std::string_view text);

}  // namespace gateflow::house
