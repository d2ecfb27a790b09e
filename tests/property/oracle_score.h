// Whether a store has a score, and which. Private to the oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_SCORE_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_SCORE_H_

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

// Both must outlive what is returned.
Known work_out(const Json& document, const Json& request);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_SCORE_H_
