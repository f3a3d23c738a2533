#include "tests/oracles/entry.hpp"

#include <fstream>
#include <stdexcept>

namespace gateflow::oracles {

std::vector<Entry> read_entries(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::vector<Entry> entries;
  for (const nlohmann::json& row : nlohmann::json::parse(file))
    entries.push_back({row.at("name"), row.at("model"), row.at("metric"),
                       row.value("tolerance", ""), row.at("parameters"), row.at("value")});
  return entries;
}

}  // namespace gateflow::oracles
