// The command `shopgauge`: arguments, files, exit status.

#ifndef SHOPGAUGE_CORE_CLI_COMMAND_H_
#define SHOPGAUGE_CORE_CLI_COMMAND_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "core/cli/terminal.h"

namespace shopgauge::cli {

// 0: done. 1: the reply, or a reply of a batch, has `ok` false. 2: wrong usage, or a file that
// cannot be read. `arguments` without the program's name; `in` is read for the file "-".
// `terminals`: which of the three streams are some.
int run(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminals& terminals = {});

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_COMMAND_H_
