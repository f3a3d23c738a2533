#include "sim/io/faults.hpp"

#include <fmt/format.h>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr std::size_t kept_per_file = 1000;
constexpr std::size_t told_per_file = 50;

/// Goes through the lines of a text once, forward.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  /// Requires a number not less than that of the last call.
  std::string_view line(std::uint32_t number) {
    while (at_ < number && !rest_.empty()) {
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1);
      ++at_;
    }
    std::string_view found = at_ == number ? rest_.substr(0, rest_.find('\n')) : "";
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
  }

 private:
  std::string_view rest_;
  std::uint32_t at_ = 1;
};

/// What is shown of a line: nothing where it is too long to be read with its caret.
std::string shown(std::string_view line) {
  constexpr std::size_t longest = 300;
  return line.size() > longest ? std::string{} : printable(line);
}

/// toml++ tells the end of a file as one column further on than it is.
std::uint32_t column_within(std::string_view line, std::uint32_t column) {
  return std::min(column, static_cast<std::uint32_t>(characters(line) + 1));
}

}  // namespace

std::uint32_t FaultList::add_file(std::string name, std::string text) {
  files_.push_back({std::move(name), std::move(text), {}, 0});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void FaultList::add(Place at, std::string message, std::string hint) {
  File& file = files_[at.file];
  if (file.faults.size() < kept_per_file)
    file.faults.insert({at, std::move(message), std::move(hint)});
  else
    ++file.not_kept;
}

std::size_t FaultList::size() const {
  std::size_t count = 0;
  for (const File& file : files_) count += file.faults.size() + file.not_kept;
  return count;
}

void FaultList::tell(const File& file, std::vector<Diagnostic>& out) {
  Lines lines(file.text);
  std::size_t told = 0;
  for (const Fault& fault : file.faults) {
    if (told == told_per_file) {
      const std::size_t more = file.faults.size() - told + file.not_kept;
      out.push_back({file.name, 0, 0, fmt::format("and {} more", counted(more, "fault")), "", ""});
      return;
    }
    ++told;
    const Place at = fault.at;
    if (!at) {
      out.push_back({file.name, at.line, at.column, fault.message, "", fault.hint});
      continue;
    }
    const std::string_view line = lines.line(at.line);
    out.push_back({file.name, at.line, column_within(line, at.column), fault.message, shown(line),
                   fault.hint});
  }
}

std::vector<Diagnostic> FaultList::in_order() const {
  std::vector<Diagnostic> out;
  for (const File& file : files_) tell(file, out);
  return out;
}

}  // namespace gateflow
