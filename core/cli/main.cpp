// The process around the command.

#include <iostream>
#include <string>
#include <vector>

#include "core/cli/command.h"

int main(int argc, char** argv) {
  // Nothing here uses C's streams; so the standard ones may have buffers of their own.
  std::ios::sync_with_stdio(false);
  return shopgauge::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cin, std::cout,
                             std::cerr, shopgauge::cli::standard_terminals());
}
