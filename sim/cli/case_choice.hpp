#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace gateflow {

/// The number of a case, if there is one of that number in the evening; else none, and on stderr
/// how many there are and how to see them.
std::optional<unsigned> checked_case(unsigned number, std::size_t cases, const std::string& file);

/// The same for people, numbered from 1 in the order of their arrival.
std::optional<unsigned> checked_person(unsigned number, std::size_t people);

}  // namespace gateflow
