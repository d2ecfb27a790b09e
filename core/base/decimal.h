// Text of exact numbers: reading JSON's notation, writing decimals.

#ifndef SHOPGAUGE_CORE_BASE_DECIMAL_H_
#define SHOPGAUGE_CORE_BASE_DECIMAL_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/base/rational.h"

namespace shopgauge {

// Reads a JSON number ("-0.50", "1e-3", "82") exactly. Nothing when the text is no JSON number,
// has more than 18 significant digits (zeros at either end of the mantissa do not count), reaches
// 10^18, or needs more than 18 decimal places.
[[nodiscard]] std::optional<Rational> parse_decimal(std::string_view text);

// The same for numbers of any length with exponents of up to 400; may be no small Rational.
[[nodiscard]] std::optional<Rational> parse_any_decimal(std::string_view text);

// Whether decimal notation writes the value exactly: 1/8 yes, 1/3 no.
[[nodiscard]] bool is_decimal(const Rational& value);

// Exact decimal text without trailing zeros: "0.5", "-3", "4.7975".
// Precondition: is_decimal(value).
[[nodiscard]] std::string to_decimal(const Rational& value);

// "3", "-1/3": exact for every value.
[[nodiscard]] std::string to_fraction(const Rational& value);

// Text for people: rounded half_up to at most `digits` places, no trailing zeros, never "-0".
// Not for further arithmetic.
[[nodiscard]] std::string display(const Rational& value, int digits);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_DECIMAL_H_
