// Asks POSIX. Another system needs its own version of this file alone.

#include "core/cli/terminal.h"

#include <unistd.h>

namespace shopgauge::cli {

Terminals standard_terminals() {
  return {isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1};
}

}  // namespace shopgauge::cli
