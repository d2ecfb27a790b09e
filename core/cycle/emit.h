// What follows from a decision: events, and the next phase. Private to the walk.

#ifndef SHOPGAUGE_CORE_CYCLE_EMIT_H_
#define SHOPGAUGE_CORE_CYCLE_EMIT_H_

#include <vector>

#include "core/cycle/way.h"

namespace shopgauge {

// The month that decided, and the day on which it did.
struct Decision {
  Month month;
  Date day;
};

[[nodiscard]] inline Decision on(Date day) { return {month_of(day), day}; }

[[nodiscard]] Date day_of(const DayRule& rule, const Decision& decision);

[[nodiscard]] Next go(const Way& way, const Transition& transition, const Decision& decision);

// `findings`: by which the events were decided; `reading`: whose profile names amounts.
void emit(Way& way, const std::vector<EventRule>& rules, const Decision& decision,
          const std::vector<Finding>& findings, const Reading& reading);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_EMIT_H_
