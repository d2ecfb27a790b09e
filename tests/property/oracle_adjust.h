// Bonuses, deductions, limits and bands of a score. Private to the oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_ADJUST_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_ADJUST_H_

#include <vector>

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

// The sum after all adjustments in their order; notes in `known` which were applied, the bonus, and
// whether a band shows the score elsewhere.
Ends adjusted(Known& known, const Ends& sum, const std::vector<Json>& adjustments);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_ADJUST_H_
