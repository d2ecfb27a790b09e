// What a goal asks for, taken apart: any of several terms, each of which asks for steps of single
// levers and for sums of the score.

#ifndef SHOPGAUGE_CORE_OUTLOOK_TERMS_H_
#define SHOPGAUGE_CORE_OUTLOOK_TERMS_H_

#include <vector>

#include "core/outlook/levers.h"

namespace shopgauge {

// The score before bands, caps and floors, or a node of it, reaches at least `need`.
struct SumGoal {
  std::optional<std::size_t> node;  // by node index; nothing: the total
  Rational need;

  friend bool operator==(const SumGoal&, const SumGoal&) = default;
};

struct Term {
  Steps least;  // by place among the levers
  std::vector<SumGoal> sums;
};

// Necessary for the goal: whoever reaches it fulfils one of the terms. Whoever fulfils a term need
// not reach the goal (a cap, a strict comparison). Empty where no steps do.
[[nodiscard]] std::vector<Term> terms_of(const Quest& quest,
                                         const std::vector<const Scale*>& levers);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_TERMS_H_
