// Curves from a value to points: reading, checking and looking up. A curve that passes the checks
// has exactly one point for every value.

#ifndef SHOPGAUGE_CORE_RULES_CURVE_H_
#define SHOPGAUGE_CORE_RULES_CURVE_H_

#include <string_view>

#include "core/base/cursor.h"
#include "core/rules/program.h"

namespace shopgauge {

// The codes under which a document's or a profile's curve is refused.
struct CurveCodes {
  Literal value;  // wrong kind, too few knots or rows, points outside [lowest, highest]
  Literal gap;
  Literal overlap;
};

// Reads `kind`, `closed`, `knots`, `rows`; the caller has checked the keys. Points must lie within
// [lowest, highest].
[[nodiscard]] std::optional<Curve> read_curve(const Cursor& at, const Rational& lowest,
                                              const Rational& highest, const CurveCodes& codes);

struct Lookup {
  Rational points;
  std::size_t row = 0;  // row, or the left one of the two knots
};

// Beyond the outermost knots and rows the end value holds.
[[nodiscard]] Lookup look_up(const Curve& curve, const Rational& value);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_CURVE_H_
