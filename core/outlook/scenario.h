// What changes: on which days to come a metric goes on in another way than today.

#ifndef SHOPGAUGE_CORE_OUTLOOK_SCENARIO_H_
#define SHOPGAUGE_CORE_OUTLOOK_SCENARIO_H_

#include <optional>
#include <vector>

#include "core/outlook/baseline.h"

namespace shopgauge {

// From `from` to `to`, both included.
struct ScenarioChange {
  // value: of a metric with a window, what each of these days brings (of a rate or mean: its value,
  // on as many cases as ever, or the counts themselves); of a state, what it is. times: so many
  // times what it would be. bad: so many bad events more on each day, each one more case. orders:
  // times, for all that orders bring.
  enum class Kind : std::uint8_t { value, times, bad, orders };
  Kind kind = Kind::value;
  std::size_t index = 0;  // in the request
  Period days;
  std::size_t metric = 0;
  Input value;
  Rational number;
};

// What a day brings to a metric with a window. Changes act in their order.
struct Planned {
  std::optional<Portion> portion;
  Rational bad_once;                  // of the changes `bad` and of a flag's `value`
  std::optional<std::size_t> beyond;  // the change that leads beyond the metric's range
};
[[nodiscard]] Planned plan_day(const Metric& metric, const MetricWindow& window, Date day,
                               const std::optional<Portion>& pace,
                               const std::vector<ScenarioChange>& changes, std::size_t index);

// The state of a day, of a metric without a window.
[[nodiscard]] MadeInput state_on(const Input& today, Date day,
                                 const std::vector<ScenarioChange>& changes, std::size_t index);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_SCENARIO_H_
