#include "sim/io/scenario/variants.hpp"

#include <algorithm>
#include <utility>

#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

/// `value` at the end of tables that hold nothing else.
Overlay overlay_of(const std::vector<const Member*>& path) {
  Overlay overlay;
  Node node = path.back()->value;
  for (std::size_t k = path.size(); k-- > 0;) {
    const Member& member = *path[k];
    overlay.path.insert(overlay.path.begin(), member.key);
    Members members;
    members.push_back({member.key, member.key_at, std::move(node)});
    node = Node{member.value.at, std::move(members)};
  }
  overlay.tree = std::move(node);
  return overlay;
}

/// Of how many steps a key is: `name`, `evening.doors`, `case.dead-phone.rule`.
std::size_t steps_of_a_key(const Member& first) {
  if (!std::holds_alternative<Members>(first.value.value)) return 1;
  return is_section_of_names(first.key) ? 3 : 2;
}

void collect(const Node& node, std::size_t steps, std::vector<const Member*>& path,
             std::vector<Overlay>& overlays) {
  const auto* members = std::get_if<Members>(&node.value);
  if (members == nullptr || (!path.empty() && (path.size() == steps || members->empty()))) {
    overlays.push_back(overlay_of(path));
    return;
  }
  for (const Member& member : *members) {
    path.push_back(&member);
    collect(member.value, path.size() == 1 ? steps_of_a_key(member) : steps, path, overlays);
    path.pop_back();
  }
}

}  // namespace

std::vector<VariantText> take_variants(Node& tree, FaultList& faults) {
  std::vector<VariantText> variants;
  auto* const members = std::get_if<Members>(&tree.value);
  if (members == nullptr) return variants;
  const auto there = std::ranges::find(*members, "variant", &Member::key);
  if (there == members->end()) return variants;
  const Node section = std::move(there->value);
  members->erase(there);

  const auto* named = std::get_if<Members>(&section.value);
  if (named == nullptr) {
    faults.add(section.at,
               "expected a table with a key for each variant, found " + in_words(section));
    return variants;
  }
  for (const Member& each : *named) {
    VariantText variant{each.key, each.key_at, {}};
    if (each.key == the_file_itself) {
      faults.add(each.key_at, "'base' is the file itself", "give the variant another name");
      continue;
    }
    if (each.key.empty() ||
        std::ranges::any_of(each.key, [](char c) { return c >= 0 && c < ' '; })) {
      faults.add(each.key_at, "a variant has a name, on one line");
      continue;
    }
    if (!std::holds_alternative<Members>(each.value.value)) {
      faults.add(each.value.at, "expected a table, found " + in_words(each.value));
      continue;
    }
    std::vector<const Member*> path;
    collect(each.value, 0, path, variant.overlays);
    for (const Overlay& overlay : variant.overlays)
      if (overlay.path.front() == "variant")
        faults.add(std::get<Members>(overlay.tree.value).front().key_at,
                   "a variant has no variants of its own");
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace gateflow
