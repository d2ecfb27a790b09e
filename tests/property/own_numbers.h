// A shop's own weights, given scores and pairs, beside what Draw gives.

#ifndef SHOPGAUGE_TESTS_PROPERTY_OWN_NUMBERS_H_
#define SHOPGAUGE_TESTS_PROPERTY_OWN_NUMBERS_H_

#include "core/base/json.h"
#include "tests/property/edition.h"
#include "tests/property/random.h"

namespace shopgauge::tests {

// More than Draw gives, so that some scores are exact and others move: what gates ask that say
// nothing of an estimate.
void add_own_numbers(const Edition& edition, Random& random, Json& request);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_OWN_NUMBERS_H_
