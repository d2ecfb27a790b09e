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

[[nodiscard]] std::vector<Found> cheapest(const Quest& quest, const Assessment& now,
                                          const std::vector<const Scale*>& levers,
                                          const std::vector<Rational>& effort, const Farthest& far);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHEAPEST_H_
