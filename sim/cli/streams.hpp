#pragma once

#include <stdexcept>
#include <string_view>

namespace gateflow {

/// Whoever read our results has gone away: there is nothing left to do.
class NobodyReads : public std::runtime_error {
 public:
  NobodyReads() : std::runtime_error("nobody reads") {}
};

/// To be called first: makes sure that files we open never take the place of a closed stdout or
/// stderr, and that a closed pipe is an error and no signal.
void guard_streams();

/// Writes results to stdout. Throws NobodyReads or CannotWrite.
void print(std::string_view text);

/// "gateflow: ..." on stderr, with a line end.
void tell_error(std::string_view message);

/// Text on stderr as it is. What cannot be written there is lost.
void tell(std::string_view text);

}  // namespace gateflow
