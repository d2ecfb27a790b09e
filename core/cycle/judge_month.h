// What a month of a phase comes to. Private to the walk.

#ifndef SHOPGAUGE_CORE_CYCLE_JUDGE_MONTH_H_
#define SHOPGAUGE_CORE_CYCLE_JUDGE_MONTH_H_

#include "core/cycle/way.h"

namespace shopgauge {

// Where the month leads, when it ends the run. `closes_cycle`: it is the run's last.
[[nodiscard]] std::optional<Next> judge_month(Way& way, Run& run, Month month, bool closes_cycle);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_JUDGE_MONTH_H_
