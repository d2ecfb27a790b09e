// The combinations of levers that reach a goal with the least effort.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHEAPEST_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHEAPEST_H_

#include <vector>

#include "core/outlook/levers.h"

namespace shopgauge {

struct Found {
  Rational effort;
  Steps steps;
};

// At most three. The first is the cheapest of all; each further one the cheapest that leaves out a
// change of each before it. Each change is needed, to the step.
//
// The least is proved by branch and bound, where a score grows with each lever (no bands), is that
// of the formal stage, and the search ends within its budget; it does for every program shipped.
// Otherwise they are good, not proved to be the best. `effort`: by metric index.
[[nodiscard]] std::vector<Found> cheapest(const Quest& quest,
                                          const std::vector<const Scale*>& levers,
                                          const std::vector<Rational>& effort, const Farthest& far);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHEAPEST_H_
