// What the checks of a phase come to. Private to the walk.

#ifndef SHOPGAUGE_CORE_CYCLE_JUDGE_CHECK_H_
#define SHOPGAUGE_CORE_CYCLE_JUDGE_CHECK_H_

#include "core/cycle/way.h"

namespace shopgauge {

// The checks of one month of the phase, or those that stand so many days after its first day. The
// first that leads somewhere ends the run, unless `next` says that it has ended already.
[[nodiscard]] std::optional<Next> judge_checks(Way& way, Run& run, std::optional<Month> month,
                                               std::optional<Next> next);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_JUDGE_CHECK_H_
