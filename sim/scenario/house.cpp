#include "sim/scenario/house.hpp"

namespace gateflow {

double by_script(const House& house, const Distribution& law, double seconds) {
  if (house.script_spread != 1) {
    const double usual = mean(law);
    seconds = usual + (seconds - usual) * house.script_spread;
  }
  return house.script_handling == 1 ? seconds : seconds * house.script_handling;
}

}  // namespace gateflow
