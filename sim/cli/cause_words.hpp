#pragma once

#include <string>

#include "sim/ledger/cause.hpp"

namespace gateflow {

/// What was waited for: "ordinary service at scan", "dead-phone at scan".
std::string cause_in_words(CauseKind kind, const std::string& where, const std::string& case_name);

}  // namespace gateflow
