// What a store may choose in a phase, and when. Private to the walk.

#ifndef SHOPGAUGE_CORE_CYCLE_TAKE_CHOICE_H_
#define SHOPGAUGE_CORE_CYCLE_TAKE_CHOICE_H_

#include "core/cycle/way.h"

namespace shopgauge {

// The first choice that falls into this month and is allowed: it ends the run the day before.
[[nodiscard]] std::optional<Next> take_choice(Way& way, Run& run, Month month);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_TAKE_CHOICE_H_
