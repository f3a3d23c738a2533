#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/io/scenario/toml_tree.hpp"

namespace gateflow {

/// A value that is laid over a scenario's own: `case.dead-phone.rule = "hold"`.
struct Overlay {
  std::vector<std::string> path;
  Node tree;  ///< with nothing but that value

  /// Whether it says what a scenario takes from the catalogue, and so comes before that.
  bool chooses_from_catalogue() const {
    return path.back() == "like" || path.back() == "roughness";
  }
};

/// Reads `KEY=VALUE`: a line of TOML, where a value that is none of TOML's may stand as text
/// without its quotes. None: it is not of that form, and a fault says so.
std::optional<Overlay> read_overlay(const std::string& assignment, FaultList& faults);

/// Whether the keys of that section of a file are names: of gates, stations, cases...
bool is_section_of_names(const std::string& key);

/// Replaces what stands at its path (an empty table makes one where there is none); tables on the
/// way are made where there are none, but of things with names (case, station...) only those that
/// are there can be changed. False: a fault says so.
bool lay_over(Node& root, const Overlay& overlay, FaultList& faults);

}  // namespace gateflow
