#include "sim/crowd/staying_away.hpp"

#include <vector>

#include "sim/crowd/part.hpp"
#include "sim/crowd/purpose.hpp"

namespace gateflow {

Crowd without_those_who_stay_away(const Crowd& crowd, double share) {
  if (share == 0) return crowd;
  const Stream stays_away = stream_of(crowd.luck, "season", "stays away");
  std::vector<PersonId> coming;
  for (const PersonId person : keys_of(crowd.arrival)) {
    const PersonId first = crowd.group.empty() ? person : crowd.group[person];
    if (stays_away(first.index()) >= share) coming.push_back(person);
  }
  return part_of(crowd, coming);
}

}  // namespace gateflow
