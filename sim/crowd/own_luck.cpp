#include "sim/crowd/own_luck.hpp"

#include "sim/crowd/purpose.hpp"

namespace gateflow {

OwnLuck::OwnLuck(const Scenario& scenario, const Crowd& crowd, std::string_view purpose)
    : crowd_(&crowd) {
  for (const Source& source : scenario.sources)
    streams_.push_back(stream_of(crowd.luck, source.name, purpose));
  if (streams_.empty()) streams_.push_back(stream_of(crowd.luck, {}, purpose));
}

}  // namespace gateflow
