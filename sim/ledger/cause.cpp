#include "sim/ledger/cause.hpp"

namespace gateflow {

std::string_view word_of(CauseKind kind) {
  switch (kind) {
    case CauseKind::Service:
      return "service";
    case CauseKind::Case:
      return "case";
    case CauseKind::Walk:
      return "walk";
    case CauseKind::Broken:
      return "broken";
    case CauseKind::Unstaffed:
      return "unstaffed";
    case CauseKind::Doors:
      return "doors";
    case CauseKind::Gridlock:
      return "gridlock";
  }
  return "";
}

}  // namespace gateflow
