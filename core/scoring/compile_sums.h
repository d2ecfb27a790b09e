// Adjustments as changes of a sum.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_SUMS_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_SUMS_H_

#include <vector>

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

// How far all rules together can move a sum.
[[nodiscard]] Rational most_of(const Program& program, const std::vector<Adjustment>& rules);

// Fills in the digit and the changes of a sum whose scale is known. `tests`: the condition of each
// rule. `variant`: null for a stage, which has no nodes. False where a rule cannot be said.
[[nodiscard]] bool set_changes(const CompiledProgram::Plan& plan,
                               const std::vector<Adjustment>& rules,
                               const std::vector<std::size_t>& tests, const Variant* variant,
                               Sum& sum);

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_SUMS_H_
