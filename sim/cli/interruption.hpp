#pragma once

namespace gateflow {

/// From now on the first Ctrl-C says that the run ends early, and the second ends the process.
void watch_for_interruption();

/// Whether there was a first one.
bool is_interrupted();

}  // namespace gateflow
