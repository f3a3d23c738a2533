#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "sim/io/faults.hpp"
#include "sim/io/scenario/forms.hpp"

namespace gateflow {

/// The CSV files that a scenario names, each read once.
class CsvFiles {
 public:
  CsvFiles(std::filesystem::path folder, FaultList& faults)
      : folder_(std::move(folder)), faults_(faults) {}

  /// Its number in the list of files, or none and a fault where it is named.
  std::optional<std::uint32_t> open(const std::string& name, Place named_at);

 private:
  std::string nearest_file(const std::filesystem::path& missing) const;

  std::filesystem::path folder_;
  FaultList& faults_;
  std::map<std::string, std::optional<std::uint32_t>> opened_;
};

}  // namespace gateflow
