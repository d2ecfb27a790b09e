// What the command line says.

#ifndef SHOPGAUGE_CORE_CLI_ARGUMENTS_H_
#define SHOPGAUGE_CORE_CLI_ARGUMENTS_H_

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/batch.h"

namespace shopgauge::cli {

struct Arguments {
  std::string function;  // of functions.h, or "batch"
  std::string file;      // "-": standard input; empty: none
  std::string language = "zh-CN";
  bool json = false;
  bool csv = false;     // of a function that has a table
  std::string history;  // the file of a table of days; "-": standard input; empty: none
  BatchOptions batch;
  std::optional<bool> progress;
};

struct Parsed {
  Arguments arguments;
  std::optional<int> status;  // the command ends with it: help was printed, or wrong usage said
};

// `arguments` without the program's name.
[[nodiscard]] Parsed parse_arguments(std::vector<std::string> arguments, std::ostream& out,
                                     std::ostream& err);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_ARGUMENTS_H_
