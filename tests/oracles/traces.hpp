#pragma once

#include "tests/oracles/question.hpp"

namespace gateflow::oracles {

/// The exact answer to a trace or a deterministic block, or an empty function.
Exact exact_answer(const Entry& entry);

}  // namespace gateflow::oracles
