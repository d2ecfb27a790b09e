// How a store enters the cycle: from which dates, in which phase, with which counters.

#ifndef SHOPGAUGE_CORE_CYCLE_ENTRY_H_
#define SHOPGAUGE_CORE_CYCLE_ENTRY_H_

#include "core/cycle/timeline.h"

namespace shopgauge {

struct Start {
  const Phase* phase = nullptr;
  const Entry* entry = nullptr;
  Date from;
  int failures = 0;
  int passes_in_a_row = 0;
  int downgrades = 0;
  std::string_view store_type;  // what the store is now
  // Months before this one are covered by the counters and not judged.
  std::optional<Month> first_judged;
};

// Issues as trace_timeline.
Result<Start> enter(const Cycle& cycle, const Course& course);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_ENTRY_H_
