// Schoolbook arithmetic on 32-bit digits: the numbers that reach it have a few digits, where
// cleverer methods do not pay.

#include "core/base/integer.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "core/base/check.h"

namespace shopgauge {
namespace {

using Digits = std::vector<std::uint32_t>;
__extension__ typedef unsigned __int128 Uint128;

constexpr int kDigitBits = 32;

void drop_leading_zeros(Digits& digits) {
  while (!digits.empty() && digits.back() == 0) {
    digits.pop_back();
  }
}

std::strong_ordering compare(const Digits& a, const Digits& b) {
  if (a.size() != b.size()) {
    return a.size() <=> b.size();
  }
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) {
      return a[i] <=> b[i];
    }
  }
  return std::strong_ordering::equal;
}

Digits add(const Digits& a, const Digits& b) {
  const Digits& longer = a.size() < b.size() ? b : a;
  const Digits& shorter = a.size() < b.size() ? a : b;
  Digits sum(longer.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    carry += std::uint64_t{longer[i]} + (i < shorter.size() ? shorter[i] : 0);
    sum[i] = static_cast<std::uint32_t>(carry);
    carry >>= kDigitBits;
  }
  sum.back() = static_cast<std::uint32_t>(carry);
  drop_leading_zeros(sum);
  return sum;
}

// Precondition: a >= b.
Digits subtract(const Digits& a, const Digits& b) {
  Digits difference(a.size());
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    borrow += std::int64_t{a[i]} - (i < b.size() ? std::int64_t{b[i]} : 0);
    difference[i] = static_cast<std::uint32_t>(borrow);
    borrow >>= kDigitBits;
  }
  drop_leading_zeros(difference);
  return difference;
}

Digits multiply(const Digits& a, const Digits& b) {
  Digits product(a.size() + b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += std::uint64_t{a[i]} * b[j] + product[i + j];
      product[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= kDigitBits;
    }
    product[i + b.size()] = static_cast<std::uint32_t>(carry);
  }
  drop_leading_zeros(product);
  return product;
}

// Leaves the quotient in `digits` and returns the remainder. Precondition: divisor is not 0.
std::uint32_t divide_by_digit(Digits& digits, std::uint32_t divisor) {
  std::uint64_t remainder = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    remainder = (remainder << kDigitBits) | digits[i];
    digits[i] = static_cast<std::uint32_t>(remainder / divisor);
    remainder %= divisor;
  }
  drop_leading_zeros(digits);
  return static_cast<std::uint32_t>(remainder);
}

// `digits` times 2^shift, with one more digit, which may be 0. Precondition: 0 <= shift < 32.
Digits shifted_left(const Digits& digits, int shift) {
  Digits shifted(digits.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    carry |= std::uint64_t{digits[i]} << shift;
    shifted[i] = static_cast<std::uint32_t>(carry);
    carry >>= kDigitBits;
  }
  shifted.back() = static_cast<std::uint32_t>(carry);
  return shifted;
}

void shift_right(Digits& digits, int shift) {
  std::uint64_t carry = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    carry = (carry << kDigitBits) | digits[i];
    digits[i] = static_cast<std::uint32_t>(carry >> shift);
  }
  drop_leading_zeros(digits);
}

// Knuth's estimate (TAOCP vol. 2, 4.3.1 D3) of the quotient digit at `at`; it is at most one too
// large. Precondition: the highest bit of the divisor is set.
std::uint64_t estimated_digit(const Digits& rest, std::size_t at, const Digits& divisor) {
  const std::size_t size = divisor.size();
  const std::uint64_t top = (std::uint64_t{rest[at + size]} << kDigitBits) | rest[at + size - 1];
  std::uint64_t estimate = top / divisor[size - 1];
  std::uint64_t remainder = top % divisor[size - 1];
  while (estimate >> kDigitBits != 0 ||
         estimate * divisor[size - 2] > ((remainder << kDigitBits) | rest[at + size - 2])) {
    --estimate;
    remainder += divisor[size - 1];
    if (remainder >> kDigitBits != 0) {
      break;
    }
  }
  return estimate;
}

// Takes digit * divisor from the digits of `rest` that begin at `at`. Returns whether that was too
// much and has been taken back once.
bool take_multiple(Digits& rest, std::size_t at, const Digits& divisor, std::uint64_t digit) {
  std::uint64_t carry = 0;
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i <= divisor.size(); ++i) {
    carry += i < divisor.size() ? digit * divisor[i] : 0;
    borrow += std::int64_t{rest[at + i]} - static_cast<std::uint32_t>(carry);
    rest[at + i] = static_cast<std::uint32_t>(borrow);
    borrow >>= kDigitBits;
    carry >>= kDigitBits;
  }
  if (borrow == 0) {
    return false;
  }
  carry = 0;
  for (std::size_t i = 0; i <= divisor.size(); ++i) {
    carry += std::uint64_t{rest[at + i]} + (i < divisor.size() ? divisor[i] : 0);
    rest[at + i] = static_cast<std::uint32_t>(carry);
    carry >>= kDigitBits;
  }
  return true;
}

// Knuth's algorithm D: leaves the remainder in `dividend` and returns the quotient.
// Precondition: dividend >= divisor, and the divisor has two digits or more.
Digits divide_by_long(Digits& dividend, const Digits& long_divisor) {
  const int shift = __builtin_clz(long_divisor.back());
  Digits rest = shifted_left(dividend, shift);
  Digits divisor = shifted_left(long_divisor, shift);
  divisor.pop_back();
  Digits quotient(dividend.size() - divisor.size() + 1);
  for (std::size_t at = quotient.size(); at-- > 0;) {
    std::uint64_t digit = estimated_digit(rest, at, divisor);
    if (take_multiple(rest, at, divisor, digit)) {
      --digit;
    }
    quotient[at] = static_cast<std::uint32_t>(digit);
  }
  drop_leading_zeros(quotient);
  shift_right(rest, shift);
  dividend = std::move(rest);
  return quotient;
}

// Leaves the remainder in `dividend` and returns the quotient. Precondition: divisor is not 0.
Digits divide(Digits& dividend, const Digits& divisor) {
  if (compare(dividend, divisor) < 0) {
    return {};
  }
  if (divisor.size() > 1) {
    return divide_by_long(dividend, divisor);
  }
  Digits quotient = std::move(dividend);
  dividend.assign(1, divide_by_digit(quotient, divisor[0]));
  drop_leading_zeros(dividend);
  return quotient;
}

// Precondition: at most two digits.
std::uint64_t to_uint64(const Digits& digits) {
  std::uint64_t value = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    value = (value << kDigitBits) | digits[i];
  }
  return value;
}

// Several steps of Euclid's algorithm on (a, b) at once:
// new a = a_in_a * a + b_in_a * b, new b = a_in_b * a + b_in_b * b.
struct Steps {
  std::int64_t a_in_a = 1;
  std::int64_t b_in_a = 0;
  std::int64_t a_in_b = 0;
  std::int64_t b_in_b = 1;
};

// 62 bits of `digits` that begin `skipped` bits below the top of its digit size - 1; digits beyond
// its own count as 0. Precondition: size >= 3.
std::int64_t leading_bits(const Digits& digits, std::size_t size, int skipped) {
  Uint128 top = 0;
  for (std::size_t i = size; i-- > size - 3;) {
    top = (top << kDigitBits) | (i < digits.size() ? digits[i] : 0);
  }
  return static_cast<std::int64_t>(top >> (3 * kDigitBits - 62 - skipped));
}

// Lehmer's method (TAOCP vol. 2, 4.5.2 L): the steps that the leading 62 bits of both numbers
// determine, as far as the factors stay below 2^30. None when b_in_a is 0.
// Precondition: a >= b, and a has three digits or more.
Steps leading_steps(const Digits& a, const Digits& b) {
  constexpr std::int64_t kLimit = std::int64_t{1} << 30;
  const int skipped = __builtin_clz(a.back());
  std::int64_t high = leading_bits(a, a.size(), skipped);
  std::int64_t low = leading_bits(b, a.size(), skipped);
  Steps steps;
  while (low + steps.a_in_b != 0 && low + steps.b_in_b != 0) {
    const std::int64_t quotient = (high + steps.a_in_a) / (low + steps.a_in_b);
    if (quotient != (high + steps.b_in_a) / (low + steps.b_in_b) || quotient >= kLimit) {
      break;
    }
    const Steps next{steps.a_in_b, steps.b_in_b, steps.a_in_a - quotient * steps.a_in_b,
                     steps.b_in_a - quotient * steps.b_in_b};
    if (next.a_in_b >= kLimit || next.a_in_b <= -kLimit || next.b_in_b >= kLimit ||
        next.b_in_b <= -kLimit) {
      break;
    }
    steps = next;
    const std::int64_t rest = high - quotient * low;
    high = low;
    low = rest;
  }
  return steps;
}

// Precondition: a >= b, and the steps are those that leading_steps found for them.
void take_steps(Digits& a, Digits& b, const Steps& steps) {
  b.resize(a.size());
  std::int64_t a_carry = 0;
  std::int64_t b_carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::int64_t a_digit = a[i];
    const std::int64_t b_digit = b[i];
    a_carry += steps.a_in_a * a_digit + steps.b_in_a * b_digit;
    b_carry += steps.a_in_b * a_digit + steps.b_in_b * b_digit;
    a[i] = static_cast<std::uint32_t>(a_carry);
    b[i] = static_cast<std::uint32_t>(b_carry);
    a_carry >>= kDigitBits;
    b_carry >>= kDigitBits;
  }
  drop_leading_zeros(a);
  drop_leading_zeros(b);
}

Digits to_digits(Uint128 value) {
  Digits digits;
  digits.reserve(sizeof(value) / sizeof(digits[0]));
  for (; value != 0; value >>= kDigitBits) {
    digits.push_back(static_cast<std::uint32_t>(value));
  }
  return digits;
}

}  // namespace

Integer::Integer(Int128 value)
    : magnitude_(to_digits(value < 0 ? -static_cast<Uint128>(value) : static_cast<Uint128>(value))),
      negative_(value < 0) {}

Integer::Integer(Magnitude magnitude, bool negative)
    : magnitude_(std::move(magnitude)), negative_(negative && !magnitude_.empty()) {}

bool Integer::fits_int64() const {
  if (magnitude_.size() > 2) {
    return false;
  }
  const std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  return to_uint64(magnitude_) <= largest + (negative_ ? 1 : 0);
}

std::int64_t Integer::to_int64() const {
  require(fits_int64());
  const std::uint64_t size = to_uint64(magnitude_);
  return static_cast<std::int64_t>(negative_ ? 0 - size : size);
}

Integer Integer::operator-() const { return {magnitude_, !negative_}; }

Integer operator+(const Integer& a, const Integer& b) {
  if (a.negative_ == b.negative_) {
    return {add(a.magnitude_, b.magnitude_), a.negative_};
  }
  if (compare(a.magnitude_, b.magnitude_) < 0) {
    return {subtract(b.magnitude_, a.magnitude_), b.negative_};
  }
  return {subtract(a.magnitude_, b.magnitude_), a.negative_};
}

Integer operator-(const Integer& a, const Integer& b) { return a + -b; }

Integer operator*(const Integer& a, const Integer& b) {
  return {multiply(a.magnitude_, b.magnitude_), a.negative_ != b.negative_};
}

bool operator==(const Integer& a, const Integer& b) {
  return a.negative_ == b.negative_ && a.magnitude_ == b.magnitude_;
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) {
  if (a.negative_ != b.negative_) {
    return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return a.negative_ ? compare(b.magnitude_, a.magnitude_) : compare(a.magnitude_, b.magnitude_);
}

Division divmod(const Integer& dividend, const Integer& divisor) {
  require(!divisor.is_zero());
  Digits remainder = dividend.magnitude_;
  Digits quotient = divide(remainder, divisor.magnitude_);
  return {Integer(std::move(quotient), dividend.negative_ != divisor.negative_),
          Integer(std::move(remainder), dividend.negative_)};
}

Integer gcd(Integer a, Integer b) {
  if (compare(a.magnitude_, b.magnitude_) < 0) {
    std::swap(a, b);
  }
  while (b.magnitude_.size() > 2) {
    const Steps steps = leading_steps(a.magnitude_, b.magnitude_);
    if (steps.b_in_a == 0) {
      divide(a.magnitude_, b.magnitude_);
      std::swap(a, b);
    } else {
      take_steps(a.magnitude_, b.magnitude_, steps);
    }
  }
  if (b.is_zero()) {
    return {std::move(a.magnitude_), false};
  }
  divide(a.magnitude_, b.magnitude_);
  const std::uint64_t rest = gcd(to_uint64(a.magnitude_), to_uint64(b.magnitude_));
  return Integer(static_cast<Int128>(rest));
}

std::uint64_t gcd(std::uint64_t a, std::uint64_t b) {
  if (a == 0 || b == 0) {
    return a | b;
  }
  const int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b != 0) {
    b >>= __builtin_ctzll(b);
    if (a > b) {
      std::swap(a, b);
    }
    b -= a;
  }
  return a << twos;
}

std::string to_text(const Integer& value) {
  std::string text;
  Digits rest = value.magnitude_;
  do {
    std::uint32_t nine = divide_by_digit(rest, 1'000'000'000);
    for (int i = 0; i < 9 && (nine != 0 || !rest.empty() || i == 0); ++i) {
      text.push_back(static_cast<char>('0' + nine % 10));
      nine /= 10;
    }
  } while (!rest.empty());
  if (value.negative_) {
    text.push_back('-');
  }
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace shopgauge
