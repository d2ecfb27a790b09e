// The metrics of a reading that a plan may move, and the readings that moving them makes.

#ifndef SHOPGAUGE_CORE_OUTLOOK_LEVERS_H_
#define SHOPGAUGE_CORE_OUTLOOK_LEVERS_H_

#include <vector>

#include "core/outlook/goal.h"
#include "core/outlook/scale.h"
#include "core/outlook/sum.h"

namespace shopgauge {

// By place among the levers: steps in the better direction, 0 for none.
using Steps = std::vector<std::int64_t>;

// By metric index: what the whole way to the best value costs, positive; nothing where the metric
// cannot change.
using Efforts = std::vector<std::optional<Rational>>;

// What has a better value and is known, or counts as not applied while it is not given.
[[nodiscard]] std::vector<Scale> scales_of(const Program& program, const Reading& reading);

// Whether the finding or one of its alternatives looks at the metric.
[[nodiscard]] bool reads(const Finding& finding, std::size_t metric);
// Whether the metric has a part in the goal. Precondition: there is a step.
[[nodiscard]] bool matters(const Quest& quest, const Summer& summer, const Scale& scale);

[[nodiscard]] Reading with(const Reading& reading, std::size_t metric, const Input& input);
[[nodiscard]] Reading moved(const Reading& reading, const std::vector<const Scale*>& levers,
                            const Steps& steps);

// All levers as far as they go; those without an end as far as it takes, or so far that nothing
// farther helps.
struct Farthest {
  Steps steps;
  bool reaches = false;
};
[[nodiscard]] Farthest farthest(const Quest& quest, const std::vector<const Scale*>& levers);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_LEVERS_H_
