// Fractions on 64 bits with 128-bit intermediate results (Knuth, TAOCP vol. 2, 4.5.1), which go to
// Integer pairs only when a result does not fit, and come back when one does.

#include "core/base/rational.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "core/base/check.h"

namespace shopgauge {
namespace {

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

// Precondition: the second number is positive.
std::int64_t signed_gcd(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(gcd(magnitude(a), magnitude(b)));
}

// Precondition: the divisor divides the value.
Integer quotient(const Integer& value, const Integer& divisor) {
  return divisor == Integer(1) ? value : divmod(value, divisor).quotient;
}

bool fits_int64(Int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

// Division of 128 bits is slow, above all in WebAssembly, and seldom needed.
// Precondition of both: the divisor is positive.
Int128 quotient(Int128 value, std::int64_t divisor) {
  return fits_int64(value) ? Int128{static_cast<std::int64_t>(value) / divisor} : value / divisor;
}
std::int64_t remainder(Int128 value, std::int64_t divisor) {
  return fits_int64(value) ? static_cast<std::int64_t>(value) % divisor
                           : static_cast<std::int64_t>(value % divisor);
}

// Precondition: 0 <= exponent <= 18.

}  // namespace

std::int64_t power_of_ten(int exponent) {
  require(exponent >= 0 && exponent <= kMostDigits);
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

// A pair that is in lowest terms and of which at least one does not fit in 64 bits, so that equal
// values have equal representations.
struct Rational::Wide {
  Integer numerator;
  Integer denominator;  // > 0
};

// All that are alive, in the order in which they arose.
struct Rational::WideStore {
  std::vector<const Wide*> all;

  ~WideStore() { cut(0); }
  void cut(std::size_t size) {
    while (all.size() > size) {
      delete all.back();
      all.pop_back();
    }
  }
};

Rational::WideStore& Rational::store() {
  static thread_local WideStore store;
  return store;
}

RationalScope::RationalScope() : before_(Rational::store().all.size()) {}
RationalScope::~RationalScope() { Rational::store().cut(before_); }

Rational Rational::from_reduced(Integer numerator, Integer denominator) {
  Rational result;
  if (numerator.fits_int64() && denominator.fits_int64()) {
    result.numerator_ = numerator.to_int64();
    result.denominator_ = denominator.to_int64();
  } else {
    result.wide_ = new Wide{std::move(numerator), std::move(denominator)};
    store().all.push_back(result.wide_);
  }
  return result;
}

Rational Rational::from_reduced(Int128 numerator, Int128 denominator) {
  if (!fits_int64(numerator) || !fits_int64(denominator)) {
    return from_reduced(Integer(numerator), Integer(denominator));
  }
  Rational result;
  result.numerator_ = static_cast<std::int64_t>(numerator);
  result.denominator_ = static_cast<std::int64_t>(denominator);
  return result;
}

Rational Rational::ratio(std::int64_t numerator, std::int64_t denominator) {
  return Rational(numerator) / denominator;
}

Rational Rational::inverse() const {
  require(!is_zero());
  if (!wide_) {
    const Int128 sign = numerator_ < 0 ? -1 : 1;
    return from_reduced(sign * denominator_, sign * numerator_);
  }
  if (wide_->numerator.sign() < 0) {
    return from_reduced(-wide_->denominator, -wide_->numerator);
  }
  return from_reduced(wide_->denominator, wide_->numerator);
}

Integer Rational::numerator() const { return wide_ ? wide_->numerator : Integer(numerator_); }

Integer Rational::denominator() const { return wide_ ? wide_->denominator : Integer(denominator_); }

bool Rational::is_integer() const {
  return wide_ ? wide_->denominator == Integer(1) : denominator_ == 1;
}

int Rational::sign() const {
  return wide_ ? wide_->numerator.sign() : (numerator_ > 0) - (numerator_ < 0);
}

Rational Rational::operator-() const {
  if (wide_) {
    return from_reduced(-wide_->numerator, wide_->denominator);
  }
  return from_reduced(-Int128{numerator_}, Int128{denominator_});
}

// In sums and products the common divisors are taken out of the operands, where they are small,
// and what remains is in lowest terms: of a sum only a factor of the denominators' common divisor
// can be left to cancel, of a product nothing.

Rational Rational::wide_sum(const Rational& a, const Rational& b) {
  const Integer a_denominator = a.denominator();
  const Integer b_denominator = b.denominator();
  const Integer common = gcd(a_denominator, b_denominator);
  const Integer a_rest = quotient(a_denominator, common);
  const Integer b_rest = quotient(b_denominator, common);
  const Integer sum = a.numerator() * b_rest + b.numerator() * a_rest;
  const Integer divisor = gcd(sum, common);
  return from_reduced(quotient(sum, divisor), a_rest * quotient(b_denominator, divisor));
}

Rational Rational::wide_product(const Rational& a, const Rational& b) {
  const Integer a_with_b = gcd(a.numerator(), b.denominator());
  const Integer b_with_a = gcd(b.numerator(), a.denominator());
  return from_reduced(quotient(a.numerator(), a_with_b) * quotient(b.numerator(), b_with_a),
                      quotient(a.denominator(), b_with_a) * quotient(b.denominator(), a_with_b));
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.wide_ || b.wide_) {
    return Rational::wide_sum(a, b);
  }
  const std::int64_t common = signed_gcd(a.denominator_, b.denominator_);
  const std::int64_t a_rest = a.denominator_ / common;
  const std::int64_t b_rest = b.denominator_ / common;
  const Int128 sum = Int128{a.numerator_} * b_rest + Int128{b.numerator_} * a_rest;
  if (common == 1) {
    return Rational::from_reduced(sum, Int128{a_rest} * b_rest);
  }
  const std::int64_t divisor = signed_gcd(remainder(sum, common), common);
  return Rational::from_reduced(quotient(sum, divisor),
                                Int128{a_rest} * (b.denominator_ / divisor));
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
  if (a.wide_ || b.wide_) {
    return Rational::wide_product(a, b);
  }
  const std::int64_t a_with_b = signed_gcd(a.numerator_, b.denominator_);
  const std::int64_t b_with_a = signed_gcd(b.numerator_, a.denominator_);
  return Rational::from_reduced(Int128{a.numerator_ / a_with_b} * (b.numerator_ / b_with_a),
                                Int128{a.denominator_ / b_with_a} * (b.denominator_ / a_with_b));
}

Rational operator/(const Rational& a, const Rational& b) { return a * b.inverse(); }

bool operator==(const Rational& a, const Rational& b) {
  if (a.wide_ && b.wide_) {
    return a.wide_->numerator == b.wide_->numerator && a.wide_->denominator == b.wide_->denominator;
  }
  return !a.wide_ && !b.wide_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.wide_ || b.wide_) {
    return a.numerator() * b.denominator() <=> b.numerator() * a.denominator();
  }
  if (a.denominator_ == b.denominator_) {
    return a.numerator_ <=> b.numerator_;
  }
  return Int128{a.numerator_} * b.denominator_ <=> Int128{b.numerator_} * a.denominator_;
}

Rational truncate(const Rational& value) {
  if (value.wide_) {
    return Rational::from_reduced(divmod(value.wide_->numerator, value.wide_->denominator).quotient,
                                  Integer(1));
  }
  return value.numerator_ / value.denominator_;
}

std::optional<std::int64_t> to_int64(const Rational& value) {
  if (value.wide_ || value.denominator_ != 1) {
    return std::nullopt;
  }
  return value.numerator_;
}

Rational abs(const Rational& value) { return value.sign() < 0 ? -value : value; }

Rational min(const Rational& a, const Rational& b) { return b < a ? b : a; }

Rational max(const Rational& a, const Rational& b) { return a < b ? b : a; }

Rational clamp(const Rational& value, const Rational& low, const Rational& high) {
  require(low <= high);
  return min(max(value, low), high);
}

Rational round_to(const Rational& value, int digits, Rounding mode) {
  const Rational unit = power_of_ten(digits);
  const Rational scaled = value * unit;
  const Rational whole = truncate(scaled);
  const Rational excess = abs(scaled - whole);
  if (excess.is_zero()) {
    return value;
  }
  const std::strong_ordering against_half = excess <=> Rational::ratio(1, 2);
  bool away_from_zero = false;
  switch (mode) {
    case Rounding::half_up:
      away_from_zero = against_half >= 0;
      break;
    case Rounding::half_even:
      away_from_zero =
          against_half > 0 || (against_half == 0 && !(whole * Rational::ratio(1, 2)).is_integer());
      break;
    case Rounding::down:
      break;
    case Rounding::up:
      away_from_zero = true;
      break;
  }
  return (away_from_zero ? whole + value.sign() : whole) / unit;
}

bool is_tie(const Rational& value, int digits) {
  const Rational scaled = value * power_of_ten(digits);
  return abs(scaled - truncate(scaled)) == Rational::ratio(1, 2);
}

Rational floor_to(const Rational& value, int digits) {
  return round_to(value, digits, value.sign() < 0 ? Rounding::up : Rounding::down);
}

}  // namespace shopgauge
