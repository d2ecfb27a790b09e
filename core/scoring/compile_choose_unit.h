// The unit in which all scores of a compiled program are whole numbers.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_CHOOSE_UNIT_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_CHOOSE_UNIT_H_

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

struct UnitChoice {
  std::int64_t unit = 0;
  const char* reason = nullptr;  // why there is none
};
// Precondition: the plan has its leaves, and its program a score.
[[nodiscard]] UnitChoice choose_unit(const CompiledProgram::Plan& plan);

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_CHOOSE_UNIT_H_
