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

bool is_like_another(const Member& kind) {
  const auto* keys = std::get_if<Members>(&kind.value.value);
  return keys != nullptr && std::ranges::find(*keys, "like", &Member::key) != keys->end();
}

/// False: some case is like one that is not shipped, and a fault says so.
bool fill_cases(Members& cases, Members& shipped, FaultList& faults) {
  bool found_all = true;
  for (Member& kind : cases) {
    Members* const keys = members_of(&kind.value);
    const Node* const like = member(keys, "like");
    const auto* name = like == nullptr ? nullptr : std::get_if<std::string>(&like->value);
    if (name == nullptr) continue;
    if (const Members* const model = members_of(member(&shipped, *name))) {
      add_missing(*keys, *model);
    } else {
      faults.add(like->at, "no case of that name is shipped: " + in_quotes(*name),
                 nearest_or_all(*name, names_in(shipped)));
      found_all = false;
    }
  }
  return found_all;
}

}  // namespace

bool fill_from_catalogue(Node& root, FaultList& faults) {
  Members& file = std::get<Members>(root.value);
  Members* const cases = members_of(member(&file, "case"));
  Node* const roughness = member(members_of(member(&file, "crowd")), "roughness");
  const bool wants_tempers = roughness != nullptr && member(&file, "temper") == nullptr;
  const bool wants_cases = cases != nullptr && std::ranges::any_of(*cases, is_like_another);
  if (!wants_tempers && !wants_cases) return true;

  const std::uint32_t number = faults.add_file("cases.toml", std::string(catalogue_text()));
  auto tree = parse_toml(number, faults);
  Members& shipped = std::get<Members>(tree->value);
  const bool found_all =
      !wants_cases || fill_cases(*cases, *members_of(member(&shipped, "case")), faults);
  if (wants_tempers) file.push_back(*std::ranges::find(shipped, "temper", &Member::key));
  return found_all;
}

}  // namespace gateflow
