// How GoogleTest writes exact numbers into its failure messages.

#ifndef SHOPGAUGE_TESTS_BASE_PRINT_H_
#define SHOPGAUGE_TESTS_BASE_PRINT_H_

#include <ostream>

#include "core/base/decimal.h"
#include "core/base/integer.h"
#include "core/base/rational.h"

namespace shopgauge {

inline void PrintTo(const Integer& value, std::ostream* out) { *out << to_text(value); }
inline void PrintTo(const Rational& value, std::ostream* out) { *out << to_fraction(value); }

}  // namespace shopgauge

#endif  // SHOPGAUGE_TESTS_BASE_PRINT_H_
