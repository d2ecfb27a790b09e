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

// `found`: at most three. The first is the cheapest of all; each further one the cheapest that
// leaves out a change of each before it. Each change is needed, to the step.
//
// `proved`: the first, by branch and bound, where a score grows with each lever (no bands), is that
// of the formal stage, and the search ends within its budget. Otherwise it is good, but there may
// be cheaper ones. Of the further ones some may be missing; the least effort comes first.
struct Cheapest {
  std::vector<Found> found;
  bool proved = false;
};

// Precondition: each lever has an effort.
[[nodiscard]] Cheapest cheapest(const Quest& quest, const std::vector<const Scale*>& levers,
                                const Efforts& effort, const Farthest& far);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHEAPEST_H_
