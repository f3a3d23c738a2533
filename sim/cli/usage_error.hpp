#pragma once

#include <stdexcept>
#include <string>

namespace gateflow {

/// The command was not given as it has to be; says what is wrong, and what might have been meant.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gateflow
