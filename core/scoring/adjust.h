// What is added to or taken from the weighted sum: bonuses, deductions, bands, limits.

#ifndef SHOPGAUGE_CORE_SCORING_ADJUST_H_
#define SHOPGAUGE_CORE_SCORING_ADJUST_H_

#include <vector>

#include "core/scoring/condition.h"

namespace shopgauge {

struct AdjustedResult {
  Span total;
  std::vector<AdjustmentResult> adjustments;
  std::vector<std::optional<Span>> nodes;  // by node index, with the points that dimensions got
  std::vector<Assumption> assumptions;
  std::vector<Need> needs;  // inputs that leave an adjustment open
};

// In the order of `rules`.
[[nodiscard]] AdjustedResult adjust(const Span& sum, const std::vector<Adjustment>& rules,
                                    const Facts& facts);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ADJUST_H_
