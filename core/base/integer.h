// Whole numbers of any size: what Rational falls back to when 64 bits are not enough.
// Own code, because Boost.Multiprecision was measured to add 50 KB gzip to the WebAssembly file.

#ifndef SHOPGAUGE_CORE_BASE_INTEGER_H_
#define SHOPGAUGE_CORE_BASE_INTEGER_H_

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace shopgauge {

__extension__ typedef __int128 Int128;

struct Division;

// A signed whole number. Memory is its only limit.
class Integer {
 public:
  Integer() = default;  // 0
  explicit Integer(Int128 value);

  [[nodiscard]] bool is_zero() const { return magnitude_.empty(); }
  // -1, 0 or 1.
  [[nodiscard]] int sign() const { return is_zero() ? 0 : (negative_ ? -1 : 1); }

  [[nodiscard]] bool fits_int64() const;
  // Precondition: fits_int64().
  [[nodiscard]] std::int64_t to_int64() const;

  Integer operator-() const;
  friend Integer operator+(const Integer& a, const Integer& b);
  friend Integer operator-(const Integer& a, const Integer& b);
  friend Integer operator*(const Integer& a, const Integer& b);
  friend bool operator==(const Integer& a, const Integer& b);
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b);

  friend Division divmod(const Integer& dividend, const Integer& divisor);
  friend Integer gcd(Integer a, Integer b);
  friend std::string to_text(const Integer& value);

 private:
  using Magnitude = std::vector<std::uint32_t>;

  Integer(Magnitude magnitude, bool negative);

  Magnitude magnitude_;  // lowest 32 bits first; the last is never 0; empty for 0
  bool negative_ = false;
};

// dividend == quotient * divisor + remainder; the quotient is truncated towards zero, so that the
// remainder has the sign of the dividend, or is 0.
struct Division {
  Integer quotient;
  Integer remainder;
};

// Precondition: divisor is not 0.
[[nodiscard]] Division divmod(const Integer& dividend, const Integer& divisor);

// The greatest common divisor, never negative; gcd(0, 0) is 0.
[[nodiscard]] Integer gcd(Integer a, Integer b);
[[nodiscard]] std::uint64_t gcd(std::uint64_t a, std::uint64_t b);

// Decimal digits, with '-' in front of a negative number: "0", "-15".
[[nodiscard]] std::string to_text(const Integer& value);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_INTEGER_H_
