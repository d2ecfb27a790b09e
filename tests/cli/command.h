// Runs the command in this process and keeps what it says.

#ifndef SHOPGAUGE_TESTS_CLI_COMMAND_H_
#define SHOPGAUGE_TESTS_CLI_COMMAND_H_

#include <string>
#include <vector>

namespace shopgauge::tests {

struct Outcome {
  int status;
  std::string out;
  std::string err;
};

// `in` is what stands on standard input.
Outcome command(std::vector<std::string> arguments, const std::string& in = "");

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_CLI_COMMAND_H_
