#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/io/diagnostic.hpp"
#include "sim/io/place.hpp"

namespace gateflow {

/// The files being read, and what is wrong in them.
class FaultList {
 public:
  /// Takes over a file's content; faults in it are told by its place in the order of files.
  std::uint32_t add_file(std::string name, std::string text);

  /// Stays valid while the list lives.
  std::string_view text_of(std::uint32_t file) const { return files_[file].text; }
  const std::string& name_of(std::uint32_t file) const { return files_[file].name; }

  /// The same message at the same place is kept once.
  void add(Place at, std::string message, std::string hint = {});

  std::size_t size() const;

  /// By file, then by place. Of a file with very many faults only the first, and a last line that
  /// says how many more there are.
  std::vector<Diagnostic> in_order() const;

 private:
  struct Fault {
    Place at;
    std::string message;
    std::string hint;
    auto operator<=>(const Fault&) const = default;
  };
  struct File {
    std::string name;
    std::string text;
    std::set<Fault> faults;
    std::size_t not_kept = 0;
  };

  static void tell(const File& file, std::vector<Diagnostic>& out);

  std::deque<File> files_;
};

}  // namespace gateflow
