#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gateflow {

/// Collects the names of the keys that a `describe` function lists.
class KeyNames {
 public:
  explicit KeyNames(std::vector<std::string>& names) : names_(names) {}

  template <class Target, class Form>
  void needs(std::string_view key, Target&, const Form&, std::string_view) {
    names_.emplace_back(key);
  }
  template <class Target, class Form>
  void may(std::string_view key, Target&, const Form&, std::string_view) {
    names_.emplace_back(key);
  }

 private:
  std::vector<std::string>& names_;
};

template <class Entry>
void append_key_names(std::vector<std::string>& names) {
  Entry entry;
  KeyNames keys(names);
  describe(keys, entry);
}

}  // namespace gateflow
