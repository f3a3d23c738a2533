#include "sim/io/scenario/catalogue.hpp"

#include <algorithm>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

Members* members_of(Node* node) {
  return node == nullptr ? nullptr : std::get_if<Members>(&node->value);
}

Node* member(Members* members, std::string_view key) {
  if (members == nullptr) return nullptr;
  const auto found = std::ranges::find(*members, key, &Member::key);
  return found == members->end() ? nullptr : &found->value;
}

std::vector<std::string> names_in(const Members& members) {
  std::vector<std::string> names;
  for (const Member& m : members) names.push_back(m.key);
  return names;
}

/// What is said there stays, and stands first.
void add_missing(Members& to, const Members& from) {
  for (const Member& m : from)
    if (std::ranges::find(to, m.key, &Member::key) == to.end()) to.push_back(m);
}

}  // namespace

bool fill_from_catalogue(Node& root, FaultList& faults) {
  Members* const file = members_of(&root);
  Node* const roughness = member(members_of(member(file, "crowd")), "roughness");
  const bool wants_tempers = roughness != nullptr && member(file, "temper") == nullptr;
  Members* const cases = members_of(member(file, "case"));
  const auto is_like = [](const Member& m) {
    const auto* keys = std::get_if<Members>(&m.value.value);
    return keys != nullptr && std::ranges::find(*keys, "like", &Member::key) != keys->end();
  };
  if (!wants_tempers && (cases == nullptr || std::ranges::none_of(*cases, is_like))) return true;

  const std::uint32_t number =
      faults.add_file("cases.toml, as shipped", std::string(catalogue_text()));
  auto tree = parse_toml(number, faults);
  Members* const shipped = members_of(&*tree);
  if (wants_tempers) {
    const auto tempers = std::ranges::find(*shipped, "temper", &Member::key);
    file->push_back(*tempers);
  }
  if (cases == nullptr) return true;
  Members& known = *members_of(member(shipped, "case"));
  bool found_all = true;
  for (Member& m : *cases) {
    Members* const keys = members_of(&m.value);
    const Node* const like = member(keys, "like");
    const auto* name = like == nullptr ? nullptr : std::get_if<std::string>(&like->value);
    if (name == nullptr) continue;
    if (Members* const model = members_of(member(&known, *name))) {
      add_missing(*keys, *model);
    } else {
      faults.add(like->at, "no case of that name is shipped: " + in_quotes(*name),
                 nearest_or_all(*name, names_in(known)));
      found_all = false;
    }
  }
  return found_all;
}

}  // namespace gateflow
