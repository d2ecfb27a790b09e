// What happens when the program's own precondition is broken: it stops, in every build, natively
// and in WebAssembly. Input from outside is never judged here; it gets a Result with issues.

#ifndef SHOPGAUGE_CORE_BASE_CHECK_H_
#define SHOPGAUGE_CORE_BASE_CHECK_H_

#include <cstdlib>

namespace shopgauge {

// Stops the program.
[[noreturn]] inline void broken_precondition() { std::abort(); }

// Returns when `condition` holds and stops the program otherwise.
inline void require(bool condition) {
  if (!condition) [[unlikely]] {
    broken_precondition();
  }
}

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_CHECK_H_
