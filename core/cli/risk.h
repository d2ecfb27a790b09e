// How much a store is at risk, by its reply. docs/batch.md says the order in words.

#ifndef SHOPGAUGE_CORE_CLI_RISK_H_
#define SHOPGAUGE_CORE_CLI_RISK_H_

#include <compare>

#include "core/base/json.h"

namespace shopgauge::cli {

// The smaller, the more at risk. Small numbers only, so that it outlives the reply.
struct Risk {
  // 0 has failed, 1 open, 2 passes, 3 nothing to lose, 4 no reply.
  int group = 4;
  Rational first;
  Rational second;

  friend std::strong_ordering operator<=>(const Risk&, const Risk&) = default;
};

[[nodiscard]] Risk risk_of(const Json& reply);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_RISK_H_
