// Which standard of an assessment is nearest to failing, or has failed by most.

#ifndef SHOPGAUGE_CORE_CLI_FINDING_H_
#define SHOPGAUGE_CORE_CLI_FINDING_H_

#include <optional>
#include <string>

#include "core/base/json.h"

namespace shopgauge::cli {

struct WorstStandard {
  std::string id;
  Rational margin;    // to the target; negative where it is missed
  Rational relative;  // to the size of the target; the margin itself where that is 0
};

// Of the standards that count and whose margin is known, the one with the smallest relative margin,
// the first of several; of one that has alternatives the best of them counts. Numbers may be wide.
[[nodiscard]] std::optional<WorstStandard> worst_standard(const Json& standards);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_FINDING_H_
