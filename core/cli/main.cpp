// The process around the command.

#include <iostream>
#include <string>
#include <vector>

#include "core/cli/command.h"

int main(int argc, char** argv) {
  return shopgauge::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cin, std::cout,
                             std::cerr);
}
