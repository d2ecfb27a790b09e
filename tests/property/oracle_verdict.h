// What follows from standards and conditions: the verdict, the tier, the look-back. Private to the
// oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_VERDICT_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_VERDICT_H_

#include <string>
#include <string_view>

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

// "pass", "fail" or "undetermined".
std::string verdict_of(const Known& known);

// Of the document's "tiers" or "lookback": the id of the first that holds, "possible " with all ids
// that may, or nothing.
std::string choice_of(const Known& known, std::string_view key);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_VERDICT_H_
