// Which parts of a program make a score an estimate, for this shop.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_ESTIMATES_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_ESTIMATES_H_

#include <vector>

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

[[nodiscard]] bool is_estimate(const Condition& condition, const Reading& shop);
[[nodiscard]] bool is_estimate(const std::vector<Exclusion>& exclusions, const Reading& shop);
[[nodiscard]] bool is_estimate(const std::vector<Adjustment>& rules, const Reading& shop);
[[nodiscard]] bool is_estimate(const Threshold& threshold, const Reading& shop);

// Whether a node of the group may, whatever a row says: the leaves' own marks come on top.
[[nodiscard]] bool may_estimate(const std::vector<Node>& group, const CompiledProgram::Plan& plan);

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_ESTIMATES_H_
