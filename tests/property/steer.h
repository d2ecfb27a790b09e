// Requests in which a threshold can be seen to act.

#ifndef SHOPGAUGE_TESTS_PROPERTY_STEER_H_
#define SHOPGAUGE_TESTS_PROPERTY_STEER_H_

#include "core/base/json.h"
#include "tests/property/edition.h"

namespace shopgauge::tests {

// What the metrics of a request are: not given, all as good as may be, all as bad, or as good but
// for those that would hide the threshold in question.
enum class Base { nothing, best, worst, steered };
inline constexpr Base kBases[] = {Base::nothing, Base::best, Base::worst, Base::steered};

// A request for `assess`, with a number for each profile path that has no default.
Json request_from(const Edition& edition, Base base);

// Sets the metrics beside a threshold so that what it belongs to turns on it alone: those joined by
// `all` are met, those joined by `any` are not. Whether that is possible by metrics.
bool steer_to(const Edition& edition, const Leaf& leaf, Json& request);

// The document's weights and first method as the shop's own, so that the score is no estimate.
void give_own_weights(const Edition& edition, Json& request);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_STEER_H_
