// Curves of a document, read plainly. Private to the oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_CURVE_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_CURVE_H_

#include <optional>

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

// The points of an indicator for this value, by the shop's own curve where it has one. Nothing
// where the curve needs thresholds that nobody gave.
std::optional<Rational> points_of(const Known& known, const Json& node, const Rational& value);

// The points of a curve of steps. What lies outside of all rows belongs to the outermost.
Rational in_rows(const Json& curve, const Rational& value);

// [low, high]
Rational within(const Json& range, const Rational& value);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_CURVE_H_
