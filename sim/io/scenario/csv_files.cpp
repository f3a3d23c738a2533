#include "sim/io/scenario/csv_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "sim/io/text_file.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {

std::optional<std::uint32_t> CsvFiles::open(const std::string& name, Place named_at) {
  constexpr std::uintmax_t most_bytes = std::uintmax_t{128} << 20;
  const auto known = opened_.find(name);
  if (known != opened_.end() && known->second) return known->second;

  const std::filesystem::path path = folder_ / std::filesystem::path(name);
  TextFile file = read_text_file(path, most_bytes);
  if (!file.fault.empty()) {
    faults_.add(named_at, fmt::format("{}: {}", in_quotes(name), file.fault), nearest_file(path));
    return opened_[name] = std::nullopt;
  }
  return opened_[name] = faults_.add_file(path.string(), std::move(file.text));
}

std::string CsvFiles::nearest_file(const std::filesystem::path& missing) const {
  constexpr std::size_t most_looked_at = 1000;
  const std::string name = missing.filename().string();
  std::error_code error;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator at(missing.parent_path(), error), end;
       !error && at != end && names.size() < most_looked_at; at.increment(error))
    names.push_back(at->path().filename().string());
  std::erase(names, name);
  std::ranges::sort(names);  // a folder has no order of its own
  return did_you_mean(name, names);
}

}  // namespace gateflow
