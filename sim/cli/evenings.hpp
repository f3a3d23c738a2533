#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/analysis/summary.hpp"
#include "sim/cli/progress.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/ledger/what_if.hpp"
#include "sim/model/floor.hpp"
#include "sim/trace/trace.hpp"

namespace gateflow {

/// Who came and what happened, kept for the files that tell it.
struct Recording {
  Crowd crowd;
  Trace trace;
};

struct EveningsAsked {
  std::uint64_t seed = 1;
  std::uint32_t first = 0;  ///< replication
  std::uint32_t count = 1;
  unsigned threads = 1;
  std::optional<std::uint32_t> record;  ///< the replication to keep a recording of
  std::optional<Spare> spare;           ///< in every evening
};

/// Evenings that ran to their end, in the order of their replications.
struct EveningsRun {
  std::vector<Summary> summaries;
  std::optional<Recording> recording;
};

/// Runs evenings, several at a time; what comes out does not depend on how many. After an
/// interruption only those are there that were finished by then. Only the first keeps its curves.
EveningsRun run_evenings(const Floor& floor, const EveningsAsked& asked, Progress& progress);

}  // namespace gateflow
