#include "sim/cli/case_choice.hpp"

#include <fmt/format.h>

#include "sim/cli/streams.hpp"
#include "sim/cli/words.hpp"

namespace gateflow {

std::optional<unsigned> checked_case(unsigned number, std::size_t cases, const std::string& file) {
  if (number >= 1 && number <= cases) return number;
  if (cases == 0) {
    tell_error("there is no case " + grouped(number) + ": nobody blocked a lane in this evening");
  } else {
    tell_error(fmt::format(
        "there is no case {}: this evening has {}, numbered from 1; see gateflow holdups {}",
        grouped(number), grouped(cases), shell_word(file)));
  }
  return std::nullopt;
}

std::optional<unsigned> checked_person(unsigned number, std::size_t people) {
  if (number >= 1 && number <= people) return number;
  tell_error(fmt::format("there is no person {}: this evening has {}, numbered from 1",
                         grouped(number), grouped(people)));
  return std::nullopt;
}

}  // namespace gateflow
