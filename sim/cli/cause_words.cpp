#include "sim/cli/cause_words.hpp"

namespace gateflow {

std::string cause_in_words(CauseKind kind, const std::string& where, const std::string& case_name) {
  switch (kind) {
    case CauseKind::Service:
      return "ordinary service at " + where;
    case CauseKind::Case:
      return case_name + " at " + where;
    case CauseKind::Walk:
      return "place kept for somebody on the way to " + where;
    case CauseKind::Broken:
      return "broken lanes at " + where;
    case CauseKind::Unstaffed:
      return "no staff at " + where;
    case CauseKind::Doors:
      return where + " not open yet";
    case CauseKind::Gridlock:
      return "gridlock at " + where;
  }
  return {};
}

}  // namespace gateflow
