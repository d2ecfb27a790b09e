// Whether what a reply prints adds up: the contributions of the nodes and the points of the
// adjustments to the unrounded score, at both ends of an interval, and the children of a node to
// what it contributes.

#ifndef SHOPGAUGE_TESTS_PROPERTY_SUMS_H_
#define SHOPGAUGE_TESTS_PROPERTY_SUMS_H_

#include <string>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

// The number `name` at one end of an interval ("_low" or "_high"), which stands alone where both
// ends are the same; null where the object has neither.
const Json* at_end(const Json& object, const std::string& name, const std::string& end);

// What does not add up in the value of a reply to `assess`, and in its what-if; nothing where it
// has no score.
std::vector<std::string> broken_sums(const Json& value);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_SUMS_H_
