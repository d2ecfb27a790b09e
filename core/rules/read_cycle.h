// The cycle of a document. Private to the reader.

#ifndef SHOPGAUGE_CORE_RULES_READ_CYCLE_H_
#define SHOPGAUGE_CORE_RULES_READ_CYCLE_H_

#include "core/rules/draft.h"

namespace shopgauge::reader {

// Once the program has its metrics and standards.
void read_cycle(Draft& draft, const Json& at, Cycle& cycle);

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_READ_CYCLE_H_
