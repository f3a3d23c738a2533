#pragma once

namespace gateflow {

/// What the program tells whoever started it. docs/command.md lists these for users.
enum class ExitCode : int {
  Done = 0,
  InternalError = 1,
  Usage = 2,         ///< a verb or option that is not there, or a value out of range
  InvalidInput = 3,  ///< a scenario that cannot be read or has faults
  CannotWrite = 4,
  NoDisplay = 5,
  GoalMissed = 99,  ///< a goal that the scenario states
  Interrupted = 130,
};

}  // namespace gateflow
