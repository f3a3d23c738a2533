#include "sim/cli/commands.hpp"

int main(int count, char** arguments) {
  return static_cast<int>(gateflow::gateflow_command({arguments + (count > 0), arguments + count}));
}
