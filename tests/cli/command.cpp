// Runs the command on streams.

#include "tests/cli/command.h"

#include <sstream>
#include <utility>

#include "core/cli/command.h"

namespace shopgauge::tests {

Outcome command(std::vector<std::string> arguments, const std::string& in) {
  std::istringstream input(in);
  std::ostringstream out;
  std::ostringstream err;
  const int status = cli::run(std::move(arguments), input, out, err);
  return {status, out.str(), err.str()};
}

}  // namespace shopgauge::tests
