// Whether somebody sits before the standard streams. The only place that asks the system.

#ifndef SHOPGAUGE_CORE_CLI_TERMINAL_H_
#define SHOPGAUGE_CORE_CLI_TERMINAL_H_

namespace shopgauge::cli {

// Which of the three standard streams are terminals.
struct Terminals {
  bool in = false;
  bool out = false;
  bool err = false;
};

[[nodiscard]] Terminals standard_terminals();

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_TERMINAL_H_
