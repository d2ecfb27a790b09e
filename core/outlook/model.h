// What each lever brings to the sums of a score and what it costs: tables of points, straight lines
// between neighbours.

#ifndef SHOPGAUGE_CORE_OUTLOOK_MODEL_H_
#define SHOPGAUGE_CORE_OUTLOOK_MODEL_H_

#include <vector>

#include "core/outlook/sum.h"
#include "core/outlook/terms.h"

namespace shopgauge {

// After so many steps of one lever.
struct Point {
  std::int64_t steps = 0;
  Rational cost;
  Rational gain;
};

// One sum: what there is today, and what each lever brings at most, by place: ascending steps, from
// 0 to the lever's last. The gains of several levers together are never more than their sum where
// parts of a score only share caps, or only lack each other.
struct Model {
  Rational base;
  std::vector<std::vector<Point>> levers;
  // What levers bring together is not what each brings alone, but each brings more with each step.
  bool narrows = false;
};

// Precondition: each lever has an effort.
[[nodiscard]] Model model_of(const Quest& quest, const Summer& summer, const SumGoal& goal,
                             const std::vector<const Scale*>& levers, const Efforts& effort,
                             const Steps& far);

[[nodiscard]] Rational sum_of(const Sum& sum, const SumGoal& goal);

// On the line between its neighbours.
[[nodiscard]] Point point_at(const std::vector<Point>& points, std::int64_t steps);

[[nodiscard]] Rational cost_of(const Scale& scale, const Rational& effort, std::int64_t steps);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_MODEL_H_
