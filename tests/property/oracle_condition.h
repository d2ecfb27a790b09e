// Conditions of a document and standards, read plainly. Private to the oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_CONDITION_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_CONDITION_H_

#include <optional>
#include <vector>

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

// What an absent input means.
enum class Absent { open, no };

Answer holds(const Known& known, const Json& condition, Absent absent, bool sees_score = true);

// The answer to each comparison of a condition, in order.
std::vector<Answer> leaves_of(const Known& known, const Json& condition, bool sees_score);

// Whether a standard is met.
Answer is_met(const Known& known, const Json& standard);
// Its number that is to be reached, when that is known.
std::optional<Rational> target_of(const Known& known, const Json& standard);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_CONDITION_H_
