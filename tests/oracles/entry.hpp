#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace gateflow::oracles {

/// One exact value of the file.
struct Entry {
  std::string name, model, metric, tolerance;
  nlohmann::json parameters, value;

  double number(const char* key) const { return parameters.at(key).get<double>(); }
  bool has(const char* key) const { return parameters.contains(key); }
};

/// Throws std::exception with the reason where the file is not of that form.
std::vector<Entry> read_entries(const std::string& path);

}  // namespace gateflow::oracles
